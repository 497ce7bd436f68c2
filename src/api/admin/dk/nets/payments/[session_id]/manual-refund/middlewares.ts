import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../../../_shared/validate-body"
import { netsManualRefundBody } from "./validators"

export const adminNetsManualRefundMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/nets/payments/:session_id/manual-refund",
    methods: ["POST"],
    middlewares: [validateBody(netsManualRefundBody)],
  },
]
