import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { exchangeRateBody } from "./validators"

export const adminExchangeRateMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/exchange-rates",
    methods: ["POST"],
    middlewares: [requirePermission("invoices:settings"), validateBody(exchangeRateBody)],
  },
]
