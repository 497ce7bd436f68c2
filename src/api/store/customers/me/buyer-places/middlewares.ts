import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBuyerPlace } from "../../../../_shared/validate-buyer"

const signedIn = authenticate("customer", ["session", "bearer"])

export const storeBuyerPlaceMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/customers/me/buyer-places", middlewares: [signedIn] },
  { matcher: "/store/customers/me/buyer-places/:place_id", middlewares: [signedIn] },
  {
    matcher: "/store/customers/me/buyer-places",
    methods: ["POST"],
    middlewares: [validateBuyerPlace],
  },
]
