import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { limitCaller } from "../../../../_shared/limit-caller"
import { noBody } from "../../../../_shared/no-body"
import { validateBody } from "../../../../_shared/validate-body"

const PATH = "/store/customers/me/privacy-requests"

export const storeOwnPrivacyRequestMiddlewares: MiddlewareRoute[] = [
  { matcher: PATH, middlewares: [authenticate("customer", ["session", "bearer"])] },
  {
    matcher: `${PATH}/:id/archive`,
    methods: ["POST"],
    middlewares: [limitCaller("link"), validateBody(noBody)],
  },
]
