import type { InvoiceContent } from "../document"
import type { Check, EInvoiceFormat } from "./check"
import { amountChecks } from "./check-amounts"
import { partyChecks } from "./check-parties"
import { paymentChecks } from "./check-payment"
import { vatChecks } from "./check-vat"

const CHECKS = [...partyChecks, ...amountChecks, ...vatChecks, ...paymentChecks]

/** Stable name of what is wrong; screens translate it. */
export type ProblemCode = (typeof CHECKS)[number]["code"]

/** Every code there is. */
export const PROBLEM_CODES: readonly ProblemCode[] = CHECKS.map(({ code }) => code)

/** Why a receiver of the format would refuse the document, and the official rule that says so. */
export type Problem = { code: ProblemCode; rule: string }

const ruleOf = (
  { rules }: Pick<Check, "rules">,
  { kind }: InvoiceContent,
  format: EInvoiceFormat
): string | undefined => {
  const rule = rules[format]
  return typeof rule === "object" ? rule[kind] : rule
}

/**
 * What the official rules of a format would refuse in the document's rendering, found without them. Nothing is thrown
 * and nothing is stopped: an invoice that no e-invoice can be made of is a legal invoice all the same.
 */
export const checkEInvoice = (document: InvoiceContent, format: EInvoiceFormat): Problem[] =>
  CHECKS.flatMap((check) => {
    const rule = ruleOf(check, document, format)
    return rule !== undefined && check.fails(document, format) ? [{ code: check.code, rule }] : []
  })
