import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { invalidField } from "../../shared/errors"
import { readBody } from "./read-body"

/** Middleware: a file that is sent as `text/csv` becomes the body that JSON would have, `{ csv }`. */
export const readCsvBody = async (
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
