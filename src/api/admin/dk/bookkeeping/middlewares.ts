import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { accountsBody, bookkeepingQuery, differencesQuery } from "./validators"

export const adminBookkeepingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/bookkeeping",
    methods: ["GET"],
    middlewares: [validateQuery(bookkeepingQuery)],
  },
  {
    matcher: "/admin/dk/bookkeeping/differences",
    methods: ["GET"],
    middlewares: [validateQuery(differencesQuery)],
  },
  {
    matcher: "/admin/dk/bookkeeping/late-payments",
    methods: ["GET"],
    middlewares: [validateQuery(bookkeepingQuery)],
  },
  {
    matcher: "/admin/dk/bookkeeping/accounts",
    methods: ["POST"],
    middlewares: [requirePermission("invoices:settings"), validateBody(accountsBody)],
  },
]
