import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { parseBuyer, parseBuyerPlace } from "../../modules/buyer"
import type { BuyerProblem } from "../../modules/buyer"
import { invalidField } from "../../shared/errors"
import type { Result } from "../../shared/result"

/** A middleware that lets only what `parse` accepts through, as `req.validatedBody`. */
const validateWith =
  <Value>(parse: (input: unknown) => Result<Value, BuyerProblem>) =>
  (req: MedusaRequest<Value>, _res: MedusaResponse, next: MedusaNextFunction): void => {
    const result = parse(req.body)
    if (result.ok) {
      req.validatedBody = result.value
      next()
    } else {
      const { field, code, message } = result.reason
      next(invalidField(field, code, message))
    }
  }

/** 400 naming the first field at fault; the value is not repeated. */
export const validateBuyer = validateWith(parseBuyer)
export const validateBuyerPlace = validateWith(parseBuyerPlace)
