import type { MiddlewareRoute } from "@medusajs/framework/http"
import { readCsvBody } from "../../../_shared/read-csv-body"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { importBody, importQuery } from "./validators"

export const adminExternalInvoiceImportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/external-invoices/import",
    methods: ["POST"],
    bodyParser: { sizeLimit: "2mb" },
    middlewares: [validateQuery(importQuery), readCsvBody, validateBody(importBody)],
  },
]
