import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { archiveBody, earlierOrderQuery } from "./validators"

export const adminEarlierOrderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/earlier-orders",
    methods: ["GET"],
    middlewares: [validateQuery(earlierOrderQuery, { isList: true })],
  },
  {
    matcher: "/admin/dk/earlier-orders",
    methods: ["POST"],
    middlewares: [requirePermission("invoices:settings"), validateBody(archiveBody)],
  },
]
