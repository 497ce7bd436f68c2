import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../../modules/access"
import { validateBody } from "../../../../_shared/validate-body"
import { creditBody } from "./validators"

export const adminCustomerCreditMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/customers/:id/dk-credit",
    methods: ["POST"],
    middlewares: [requirePermission("credit:write"), validateBody(creditBody)],
  },
  {
    matcher: "/admin/customers/:id/dk-credit/revoke",
    methods: ["POST"],
    middlewares: [requirePermission("credit:write")],
  },
]
