import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { errorHandler } from "@medusajs/framework/http"
import type { MedusaError } from "@medusajs/framework/utils"
import { invalidField } from "../../shared/errors"

const answerAsMedusa = errorHandler()

export const malformedAddress = (): MedusaError =>
  invalidField("address", "malformed", "has a % that is followed by no letter's code")

const UNREADABLE: readonly [is: (error: object) => boolean, answer: () => MedusaError][] = [
  [
    (error) => "type" in error && error.type === "entity.parse.failed",
    () => invalidField("body", "malformed", "is not valid JSON"),
  ],
  [(error) => "name" in error && error.name === "URIError", malformedAddress],
]

/**
 * Medusa's error handler, for every route of the store, but for what cannot be read. A body that is no JSON is answered 400 without the piece of
 * it that the parser's message repeats, which Medusa logs and which can be about a person. An address that cannot be decoded is
 * answered 400, not 500. Medusa has one error handler, the last it loads: this one displaces that of a plugin named before this one, and that
 * of a later plugin or of the store takes its place.
 */
export const answerError = (
  error: unknown,
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const known = typeof error === "object" && error !== null && UNREADABLE.find(([is]) => is(error))
  answerAsMedusa(known ? known[1]() : error, req, res, next)
}
