import { MedusaError } from "@medusajs/framework/utils"
import { isMedusaErrorOf } from "../../shared/errors"
import { codeWords } from "./domain/codes"
import { readAmount, readObject, readText } from "./domain/read"

/**
 * - `refused`: Nets answered no; nothing happened
 * - `unknown`: the answer is lost or says so; the call may have had its effect, so read before going on
 * - `rate_limited`: asked too often; nothing happened, and asking again before `retryAfter` is of no use
 */
type NetsOutcome = "refused" | "unknown" | "rate_limited"

/** Seconds to wait after a 429 that does not say: the window of reads is an hour. */
const DEFAULT_WAIT = 60

/** Codes after which the truth is in the payment itself: the call may or may not have had its effect. */
const UNKNOWN_CODES = new Set([1000, 1008, 1019, 1023])

const REFERENCE_WAS_SET = "1016"

const netsError = (outcome: NetsOutcome, code: string, message: string): MedusaError =>
  new MedusaError(
    outcome === "unknown" ? MedusaError.Types.UNEXPECTED_STATE : MedusaError.Types.NOT_ALLOWED,
    message,
    `nets_${outcome}_${code}`
  )

const hasOutcome = (error: unknown, outcome: NetsOutcome): boolean =>
  isMedusaErrorOf(error, MedusaError.Types.NOT_ALLOWED, MedusaError.Types.UNEXPECTED_STATE) &&
  (error.code ?? "").startsWith(`nets_${outcome}_`)

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Object && "code" in error && error.code === code

/** True when the payment must be read before anything is said about the call that failed. */
export const isUnknownOutcome = (error: unknown): boolean => hasOutcome(error, "unknown")

/** True when Nets was asked too often: back off for `retryAfterOf` seconds. */
export const isRateLimited = (error: unknown): boolean => hasOutcome(error, "rate_limited")

/** Seconds Nets asked to wait (1 to 3600), also when it is only down for a while; undefined when it did not say. */
export const retryAfterOf = (error: unknown): number | undefined =>
  error instanceof Object && "retry_after" in error && typeof error.retry_after === "number"
    ? error.retry_after
    : undefined

/** True for the answer to a call that names a payment, charge or refund Nets does not have. */
export const isNotFoundAtNets = (error: unknown): boolean => hasCode(error, "nets_refused_http_404")

/** True when the secret key was refused. */
export const isWrongKey = (error: unknown): boolean => hasCode(error, "nets_refused_http_401")

/** True when the order's number was written before, by a call whose answer was lost or by an earlier try. */
export const isReferenceSet = (error: unknown): boolean =>
  hasCode(error, `nets_refused_${REFERENCE_WAS_SET}`)

/** The connection broke, or no answer came in time. */
export const noAnswer = (): MedusaError =>
  netsError("unknown", "no_answer", "Nets did not answer. Check the payment before trying again.")

/** An answer that cannot be one of the payment API: a redirect, a page, or more than is read. */
export const strangeAnswer = (): MedusaError =>
  netsError("unknown", "strange_answer", "Nets' answer could not be read. Check the payment.")

/** Nets has confirmed a charge or refund, and the payment does not show it. */
export const notMoved = (): MedusaError =>
  netsError("unknown", "not_moved", "The payment does not show this amount. Check it at Nets.")

/** An id that would not make a path of the payment API. */
export const wrongId = (): MedusaError =>
  netsError("refused", "id", "This is not the id of a payment at Nets.")

const fieldsOf = (body: Record<string, unknown>): string =>
  Object.keys(readObject(body.errors))
    .map((field) => field.slice(0, 80))
    .slice(0, 10)
    .join(", ")

/** Statuses that mean the same whatever the body says. */
const byStatus = (status: number): MedusaError | undefined => {
  if (status === 401) {
    const message = "Nets refused the secret key. Check nets.accounts in the plugin's options."
    return netsError("refused", "http_401", message)
  }
  if (status === 429) {
    const message = "Nets was asked too often. Wait before trying again."
    return netsError("rate_limited", "http_429", message)
  }
  return undefined
}

/** A code of the table decides; one nobody knows leaves it to the status. */
const byCode = (body: Record<string, unknown>, status: number): MedusaError | undefined => {
  const code = readAmount(body.code) ?? readAmount(readText(body.code, 10))
  if (code === undefined) return undefined
  const words = codeWords(code)
  if (!words && (status >= 500 || status === 404)) return undefined
  const outcome = UNKNOWN_CODES.has(code) ? "unknown" : "refused"
  return netsError(outcome, code.toString(), words?.en ?? `Nets refused: code ${code.toString()}.`)
}

const byFields = (body: Record<string, unknown>, status: number): MedusaError => {
  const name = `http_${status.toString()}`
  if (status >= 500 || status === 408) {
    return netsError("unknown", name, "Nets has an error. Check the payment.")
  }
  const fields = fieldsOf(body)
  const detail = fields === "" ? `status ${status.toString()}` : `fields ${fields}`
  return netsError("refused", name, `Nets refused the request: ${detail}.`)
}

/**
 * The error of an answer that is not a success. Only statuses, numeric codes and field paths are taken from
 * it: messages may repeat what was sent.
 *
 * @param retryAfter seconds by the answer's `Retry-After`
 */
export const errorOfAnswer = (
  status: number,
  body: unknown,
  retryAfter?: number
): MedusaError & { retry_after?: number } => {
  const answer = readObject(body)
  const error = byStatus(status) ?? byCode(answer, status) ?? byFields(answer, status)
  const wait = retryAfter ?? (isRateLimited(error) ? DEFAULT_WAIT : undefined)
  return wait === undefined ? error : Object.assign(error, { retry_after: wait })
}
