import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { noScanBody, scanListQuery } from "./validators"

export const adminFullScanMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/scans",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(scanListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/scans",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(noScanBody)],
  },
]
