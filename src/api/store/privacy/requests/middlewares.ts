import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { limitCaller } from "../../../_shared/limit-caller"
import { validateBody } from "../../../_shared/validate-body"
import { askBody, tokenBody } from "./validators"

const PATH = "/store/privacy/requests"

export const storePrivacyRequestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: PATH,
    methods: ["POST"],
    middlewares: [
      limitCaller("ask"),
      authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
      validateBody(askBody),
    ],
  },
  ...["confirm", "status", "archive"].map((action) => ({
    matcher: `${PATH}/:id/${action}`,
    methods: ["POST" as const],
    middlewares: [limitCaller("link"), validateBody(tokenBody)],
  })),
]
