import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { errorHandler } from "@medusajs/framework/http"
import { invalidField } from "../../shared/errors"

const answerAsMedusa = errorHandler()

const isUnreadableBody = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "type" in error &&
  error.type === "entity.parse.failed"

/**
 * Medusa's error handler, for every route of the store. A body that is no JSON is answered 400 without the piece of it that the parser's message
 * repeats, which Medusa logs and which can be about a person. A store's own `errorHandler` takes its place.
 */
export const answerError = (
  error: unknown,
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const told = isUnreadableBody(error)
    ? invalidField("body", "malformed", "is not valid JSON")
    : error
  answerAsMedusa(told, req, res, next)
}
