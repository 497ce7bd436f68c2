import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateQuery } from "../../../_shared/validate-query"
import { consentListQuery, consentNumbersQuery } from "./validators"

export const adminConsentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/consents",
    methods: ["GET"],
    middlewares: [validateQuery(consentListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/consents/numbers",
    methods: ["GET"],
    middlewares: [validateQuery(consentNumbersQuery)],
  },
  {
    matcher: "/admin/customers/:id/consents",
    methods: ["GET"],
    middlewares: [requirePermission("consents:read")],
  },
  {
    matcher: "/admin/orders/:id/consents",
    methods: ["GET"],
    middlewares: [requirePermission("consents:read")],
  },
]
