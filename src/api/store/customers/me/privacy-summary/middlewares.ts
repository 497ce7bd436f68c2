import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { limitCaller } from "../../../../_shared/limit-caller"

export const storePrivacySummaryMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/customers/me/privacy-summary",
    middlewares: [authenticate("customer", ["session", "bearer"]), limitCaller("held")],
  },
]
