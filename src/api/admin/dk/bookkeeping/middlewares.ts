import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { accountsBody, bookkeepingQuery, differencesQuery } from "./validators"

export const adminBookkeepingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/bookkeeping",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(bookkeepingQuery, {})],
  },
  {
    matcher: "/admin/dk/bookkeeping/differences",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(differencesQuery, {})],
  },
  {
    matcher: "/admin/dk/bookkeeping/late-payments",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(bookkeepingQuery, {})],
  },
  {
    matcher: "/admin/dk/bookkeeping/accounts",
    methods: ["POST"],
    middlewares: [requirePermission("invoices:settings"), validateBody(accountsBody)],
  },
]
