import { validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../modules/access"
import { passExportTicket } from "../../_shared/pass-export-ticket"
import { certificatePageQuery, erasureBody, erasureListQuery } from "./erasures/validators"
import { exportBody } from "./exports/validators"

/** Every route under /admin/privacy is guarded, other domains' too; a download by ticket checks its ticket. */
export const adminPrivacyMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy*",
    middlewares: [passExportTicket(requirePermission("personal-data:read"))],
  },
  {
    matcher: "/admin/privacy/exports",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:export"), validateAndTransformBody(exportBody)],
  },
  {
    matcher: "/admin/privacy/erasures/preview",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(erasureBody)],
  },
  {
    matcher: "/admin/privacy/erasures",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(erasureListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/erasures",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateAndTransformBody(erasureBody)],
  },
  {
    matcher: "/admin/privacy/erasures/:id/certificate/html",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(certificatePageQuery, {})],
  },
]
