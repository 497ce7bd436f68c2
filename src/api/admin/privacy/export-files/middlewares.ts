import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateQuery } from "../../../_shared/validate-query"
import { exportFileListQuery } from "./validators"

export const adminExportFileMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/export-files",
    methods: ["GET"],
    middlewares: [
      requirePermission("personal-data:read"),
      validateQuery(exportFileListQuery, { isList: true }),
    ],
  },
]
