import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findMaskedField } from "../../modules/access"

/** Admin's forms are filled with what was answered: the mask must not come back as an address. */
export const refuseMask = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const field = findMaskedField(req.body)
  if (field === null) {
    next()
    return
  }
  res.status(422).json({
    type: "invalid_data",
    code: "address_is_masked",
    message: `${field}: holds the mark that stands for an address that is not shown. Write the address, or leave the field out.`,
  })
}
