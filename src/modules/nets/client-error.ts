import { MedusaError } from "@medusajs/framework/utils"
import { isMedusaErrorOf } from "../../shared/errors"
import { readAmount, readObject, readText } from "./domain/read"

/**
 * - `refused`: Nets answered no; nothing happened
 * - `unknown`: the answer is lost or says so; the call may have had its effect, so read before going on
 */
export type NetsOutcome = "refused" | "unknown"

const CODE_PREFIX = "nets_"

/** What staff read for the codes Nets documents. Others are shown by number. */
const MEANINGS: Readonly<Record<number, string>> = {
  1001: "more than what is left of the reservation",
  1002: "the amount is zero",
  1003: "no money is reserved",
  1004: "the money is already reserved",
  1005: "the amount differs from the order lines",
  1006: "the shopper has not completed the payment",
  1007: "this payment method cannot be cancelled in part",
  1008: "the payment is already charged",
  1009: "the amount cannot be refunded",
  1010: "the reservation has expired",
  1011: "the charge is not found",
  1015: "order lines are missing",
  1019: "the payment is already cancelled",
  1020: "the payment method refused the charge",
  1022: "the payment method refused the reservation",
  1023: "the payment is already refunded",
  1024: "this payment method cannot be charged in part",
  1026: "the charge was tried before with another amount",
  1027: "the refund was tried before with another amount",
  1029: "the card was finally declined",
}

/** Codes after which the truth is in the payment itself: the call may or may not have had its effect. */
const UNKNOWN_CODES = new Set([1000, 1008, 1019, 1023])

const netsError = (outcome: NetsOutcome, code: string, message: string): MedusaError =>
  new MedusaError(
    outcome === "refused" ? MedusaError.Types.NOT_ALLOWED : MedusaError.Types.UNEXPECTED_STATE,
    message,
    `${CODE_PREFIX}${outcome}_${code}`
  )

const outcomeOf = (error: unknown): NetsOutcome | undefined => {
  if (!isMedusaErrorOf(error, MedusaError.Types.NOT_ALLOWED, MedusaError.Types.UNEXPECTED_STATE)) {
    return undefined
  }
  const [outcome] = (error.code ?? "").slice(CODE_PREFIX.length).split("_")
  return outcome === "refused" || outcome === "unknown" ? outcome : undefined
}

/** True when the payment must be read before anything is said about the call that failed. */
export const isUnknownOutcome = (error: unknown): boolean => outcomeOf(error) === "unknown"

/** True for the answer to a call that names a payment, charge or refund Nets does not have. */
export const isNotFoundAtNets = (error: unknown): boolean =>
  error instanceof Object && "code" in error && error.code === `${CODE_PREFIX}refused_http_404`

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

/**
 * The error of an answer that is not a success. Only statuses, numeric codes and field paths are taken from
 * it: messages may repeat what was sent.
 */
export const errorOfAnswer = (status: number, body: unknown): MedusaError => {
  const answer = readObject(body)
  const code = readAmount(readText(answer.code, 10))
  if (code !== undefined) {
    const outcome = UNKNOWN_CODES.has(code) ? "unknown" : "refused"
    const meaning = MEANINGS[code] ?? `code ${code.toString()}`
    return netsError(outcome, code.toString(), `Nets refused: ${meaning}.`)
  }
  if (status === 401) {
    const message = "Nets refused the secret key. Check nets.accounts in the plugin's options."
    return netsError("refused", "http_401", message)
  }
  const name = `http_${status.toString()}`
  if (status >= 500) return netsError("unknown", name, "Nets has an error. Check the payment.")
  const fields = fieldsOf(answer)
  const detail = fields === "" ? `status ${status.toString()}` : `fields ${fields}`
  return netsError("refused", name, `Nets refused the request: ${detail}.`)
}
