import type { Reply } from "./http"

/** A refusal in one of the service's error shapes. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super(`The emulator refused with ${reply.status.toString()}`)
  }
}

/** 400 with messages by field path. */
export const badRequest = (errors: Record<string, string[]>): Refusal =>
  new Refusal({ status: 400, json: { errors } })

/** 400 with one message and no fields. */
export const badMessage = (message: string): Refusal =>
  new Refusal({ status: 400, json: { message } })

/** What the documentation calls the numeric codes. */
const CODES: Readonly<Record<number, string>> = {
  1000: "Unknown",
  1001: "Overcharge",
  1002: "Zero charge",
  1003: "Not reserved",
  1004: "Already reserved",
  1005: "Amount differs from order items",
  1006: "Consumer not added to payment",
  1007: "Partial cancel not allowed",
  1008: "Already charged",
  1009: "Invalid refund amount",
  1010: "Reservation expired",
  1011: "Charge not found",
  1012: "Refund cancelled",
  1013: "Refund expired",
  1014: "Refund failed",
  1015: "Order items missing",
  1016: "Order reference was previously set",
  1017: "Changing checkout domain not allowed",
  1018: "Payment missing order reference",
  1019: "Already cancelled",
  1020: "Payment method charge failed",
  1021: "Shipping cost has not been specified",
  1022: "Payment reserve method failed",
  1023: "Payment already refunded",
  1024: "Partial charge not allowed",
  1025: "Refund cancel failed",
  1026: "Charge tried with a different amount",
  1027: "Refund tried with a different amount",
  1028: "Update order at AfterPay failed",
  1029: "Hard decline",
}

export const codeMessage = (code: number): string => CODES[code] ?? "Refused by issuer"

/** The `{ message, code, source }` shape; 402 for charges, 500 for the calls that document no 402. */
export const coded = (status: 402 | 500, code: number, source = "internal"): Refusal =>
  new Refusal({ status, json: { message: codeMessage(code), code: code.toString(), source } })

/** A refusal without a body: 401, 404, 405, 409 and 429 document none. */
export const bare = (
  status: 401 | 404 | 405 | 409 | 429,
  headers: Record<string, string> = {}
): Refusal => new Refusal({ status, headers })
