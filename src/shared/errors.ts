import { MedusaError } from "@medusajs/framework/utils"

/**
 * An input error that names the field at fault, in Medusa's error shape
 * `{ type: "invalid_data", code, message }`, answered with HTTP 400. The message never repeats the value.
 */
export const invalidField = (field: string, code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: ${message}`, code)

/**
 * A state that forbids the request, answered with HTTP 409 and its own code.
 * Medusa's error handler replaces code and message of conflicts, so routes send it with `answerConflicts`.
 */
export const conflict = (code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.CONFLICT, message, code)

export const notFound = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_FOUND, message)

export const unauthorized = (): MedusaError =>
  new MedusaError(MedusaError.Types.UNAUTHORIZED, "Unauthorized")

export const forbidden = (message: string, code = "forbidden"): MedusaError =>
  new MedusaError(MedusaError.Types.FORBIDDEN, message, code)

/** What the rules do not let this buyer or order do, answered with HTTP 400 and its own code. */
export const notAllowed = (code: string, message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)

/** A broken assumption inside the plugin or its configuration; answered with HTTP 500 without details. */
export const unexpected = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message)

/**
 * True for a Medusa error of one of the types. Compares names, not classes: two copies of the framework
 * (or a test realm) have two classes.
 */
export const isMedusaErrorOf = (error: unknown, ...types: string[]): error is MedusaError =>
  typeof error === "object" &&
  error !== null &&
  "type" in error &&
  typeof error.type === "string" &&
  types.includes(error.type)

/** The code or class of an unknown error: what may be logged. Its message may hold personal data. */
export const errorName = (error: unknown): string => {
  if (typeof error === "object" && error !== null) {
    if ("code" in error && typeof error.code === "string") return error.code
    if ("type" in error && typeof error.type === "string") return error.type
    if ("name" in error && typeof error.name === "string") return error.name
  }
  return "unknown_error"
}

/** True for what a code of Postgres looks like; the codes of a connection (`EPIPE`) have no figure. */
export const isSqlState = (code: string): boolean => /^(?=.*\d)[0-9A-Z]{5}$/.test(code)
