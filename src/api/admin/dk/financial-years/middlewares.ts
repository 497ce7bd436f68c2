import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { financialYearsBody } from "./validators"

export const adminFinancialYearMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/financial-years",
    methods: ["POST"],
    middlewares: [requirePermission("invoices:settings"), validateBody(financialYearsBody)],
  },
]
