import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../../modules/access"
import { readCsvBody } from "../../../../_shared/read-csv-body"
import { validateBody } from "../../../../_shared/validate-body"
import { consentImportBody } from "./validators"

export const adminConsentImportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/consents/import",
    methods: ["POST"],
    bodyParser: { sizeLimit: "2mb" },
    middlewares: [
      requirePermission("marketing:write"),
      readCsvBody,
      validateBody(consentImportBody),
    ],
  },
]
