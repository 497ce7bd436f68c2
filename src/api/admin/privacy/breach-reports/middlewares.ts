import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { noBody } from "../../../_shared/no-body"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { linkBody, tipListQuery } from "./validators"

const PATH = "/admin/privacy/breach-reports"

export const adminBreachReportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: PATH,
    methods: ["GET"],
    middlewares: [validateQuery(tipListQuery, { isList: true })],
  },
  {
    matcher: `${PATH}/:id/link`,
    methods: ["POST"],
    middlewares: [requirePermission("breaches:write"), validateBody(linkBody)],
  },
  {
    matcher: `${PATH}/:id/dismiss`,
    methods: ["POST"],
    middlewares: [requirePermission("breaches:write"), validateBody(noBody)],
  },
]
