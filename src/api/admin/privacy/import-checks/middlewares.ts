import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { importCheckBody } from "./validators"

export const adminImportCheckMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/import-checks",
    methods: ["POST"],
    bodyParser: { sizeLimit: "2mb" },
    middlewares: [requirePermission("personal-data:erase"), validateBody(importCheckBody)],
  },
]
