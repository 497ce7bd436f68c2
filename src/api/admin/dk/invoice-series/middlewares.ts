import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { liveSeriesBody } from "./validators"

export const adminInvoiceSeriesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/invoice-series",
    methods: ["POST"],
    middlewares: [requirePermission("invoices:settings"), validateBody(liveSeriesBody)],
  },
]
