import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { noBody } from "../../../_shared/no-body"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { scanListQuery } from "./validators"

export const adminFullScanMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/scans",
    methods: ["GET"],
    middlewares: [validateQuery(scanListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/scans",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(noBody)],
  },
]
