import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission, requireRoutePermission } from "../../../modules/access"
import { passExportTicket } from "../../_shared/pass-export-ticket"
import { validateBody } from "../../_shared/validate-body"
import { validateQuery } from "../../_shared/validate-query"
import { certificatePageQuery, erasureBody, erasureListQuery } from "./erasures/validators"
import { exportBody } from "./exports/validators"

/** Every route under /admin/privacy is guarded, other domains' too; a download by ticket checks its ticket. */
export const adminPrivacyMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy*",
    middlewares: [passExportTicket(requireRoutePermission)],
  },
  {
    matcher: "/admin/privacy/exports",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:export"), validateBody(exportBody)],
  },
  {
    matcher: "/admin/privacy/erasures/preview",
    methods: ["POST"],
    middlewares: [validateBody(erasureBody)],
  },
  {
    matcher: "/admin/privacy/erasures",
    methods: ["GET"],
    middlewares: [validateQuery(erasureListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/erasures",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(erasureBody)],
  },
  {
    matcher: "/admin/privacy/erasures/:id/certificate/html",
    methods: ["GET"],
    middlewares: [validateQuery(certificatePageQuery)],
  },
]
