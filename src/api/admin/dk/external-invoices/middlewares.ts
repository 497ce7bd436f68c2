import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { validateAndTransformQuery } from "@medusajs/framework/http"
import { invalidField } from "../../../../shared/errors"
import { readBody } from "../../../_shared/read-body"
import { validateBody } from "../../../_shared/validate-body"
import { importBody, importQuery } from "./validators"

/** A file that is sent as `text/csv` becomes the body that JSON would have. */
const readFile = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  if (!req.is("text/csv")) {
    next()
    return
  }
  const csv = await readBody(req)
  if (csv === undefined) {
    next(invalidField("csv", "too_large", "is larger than 1 MB."))
    return
  }
  req.body = { csv }
  next()
}

export const adminExternalInvoiceImportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/external-invoices/import",
    methods: ["POST"],
    bodyParser: { sizeLimit: "2mb" },
    middlewares: [validateAndTransformQuery(importQuery, {}), readFile, validateBody(importBody)],
  },
]
