import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../_shared/validate-body"
import { cartConsentsBody } from "./validators"

const signedInOrGuest = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
})

export const cartConsentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/carts/:id/consents",
    methods: ["GET"],
    middlewares: [signedInOrGuest],
  },
  {
    matcher: "/store/carts/:id/consents",
    methods: ["POST"],
    middlewares: [signedInOrGuest, validateBody(cartConsentsBody)],
  },
]
