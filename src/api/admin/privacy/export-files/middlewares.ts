import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { exportFileListQuery } from "./validators"

export const adminExportFileMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/export-files",
    methods: ["GET"],
    middlewares: [
      requirePermission("personal-data:read"),
      validateAndTransformQuery(exportFileListQuery, { isList: true }),
    ],
  },
]
