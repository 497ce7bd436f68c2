import type { MedusaContainer } from "@medusajs/framework/types"
import { readBankFile } from "../../../modules/invoice/domain/bank-file"
import { lineKeys, matchBankLines } from "../../../modules/invoice/domain/match-bank-lines"
import type { OpenInvoice, PlannedLine } from "../../../modules/invoice/domain/match-bank-lines"
import { readOpenClaims } from "../../../modules/invoice/on-account/claims"
import { findBooked } from "../../../modules/invoice/on-account/payments-received"
import { invalidField, isMedusaErrorOf } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"
import { digestOf, registerPayment } from "./register-payment"

/** More than a store has unpaid at once. */
const MOST = 100_000

const REFERENCE_LENGTH = 140

/** What became, or would become, of a line of the bank's file. */
export type ImportedLine = {
  line: number
  received_on: string | null
  /** In whole øre; below zero what went out. */
  amount: number | null
  outcome:
    | Exclude<PlannedLine["outcome"], "match">
    | "booked"
    | "would_book"
    | "line_unreadable"
    | "refused"
  order_id: string | null
  number: string | null
}

export type PaymentImport = { csv: string; dry_run: boolean; imported_by: string }

/** The bank's file is in kroner. */
const openInvoices = async (container: MedusaContainer): Promise<OpenInvoice[]> => {
  const { claims } = await readOpenClaims(postgres(container), { limit: MOST, offset: 0 })
  return claims.flatMap(({ number, currency_code: currency, ...claim }) =>
    number === null || currency !== "DKK" ? [] : [{ ...claim, number }]
  )
}

type Plan = {
  planned: PlannedLine[]
  unreadable: number[]
  /** What tells a line apart, by its digest. */
  keys: ReadonlyMap<string, string>
}

const plan = async (container: MedusaContainer, csv: string): Promise<Plan> => {
  const file = readBankFile(csv)
  if (!file.ok) {
    throw invalidField("csv", file.reason.code, "its header must name a day, an amount and a text")
  }
  const { lines, problems } = file.value
  const keys = lineKeys(lines)
  const digests = keys.map((key) => digestOf(container, key))
  const known = lines.map((line, index) => ({ ...line, digest: digests[index]?.written ?? "" }))
  const parts = await findBooked(postgres(container), digests)
  const isBooked = ({ digest, amount }: { digest: string; amount: number }): boolean =>
    (parts.get(digest)?.amount ?? 0) >= amount
  const booked = new Set(known.filter(isBooked).map(({ digest }) => digest))
  const invoices = await openInvoices(container)
  return {
    planned: matchBankLines(known, { invoices, booked }),
    unreadable: problems.map(({ line }) => line),
    keys: new Map(known.map(({ digest }, index) => [digest, keys[index] ?? ""])),
  }
}

/** Books one line; what changed since the plan is a refusal of that line alone. */
const bookLine = async (
  container: MedusaContainer,
  line: PlannedLine & { outcome: "match" },
  { once, registeredBy }: { once: string | null; registeredBy: string }
): Promise<"booked" | "refused"> => {
  try {
    await registerPayment(container, {
      order_id: line.order_id,
      amount: line.amount,
      received_on: line.day,
      reference: line.text.slice(0, REFERENCE_LENGTH),
      source: "bank_file",
      registered_by: registeredBy,
      once,
    })
    return "booked"
  } catch (error) {
    if (isMedusaErrorOf(error, "conflict", "invalid_data", "not_found", "not_allowed")) {
      return "refused"
    }
    throw error
  }
}

/**
 * Registers payments from a bank's file: each incoming line that names an open invoice or its payment slip. The same
 * line is booked once, in whatever file it comes again; after an interruption the file is simply sent again.
 *
 * @throws MedusaError invalid_data when the file's header names no day, amount and text
 */
export const importPayments = async (
  container: MedusaContainer,
  { csv, dry_run: isDryRun, imported_by: by }: PaymentImport
): Promise<ImportedLine[]> => {
  const { planned, unreadable, keys } = await plan(container, csv)
  const lines: ImportedLine[] = unreadable.map((line) => ({
    line,
    received_on: null,
    amount: null,
    outcome: "line_unreadable",
    order_id: null,
    number: null,
  }))
  for (const it of planned) {
    const isMatch = it.outcome === "match"
    const line = { once: keys.get(it.digest) ?? null, registeredBy: by }
    const booked = isMatch && !isDryRun ? await bookLine(container, it, line) : "would_book"
    lines.push({
      line: it.line,
      received_on: it.day,
      amount: it.amount,
      outcome: isMatch ? booked : it.outcome,
      order_id: "order_id" in it ? it.order_id : null,
      number: "number" in it ? it.number : null,
    })
  }
  return lines.sort((a, b) => a.line - b.line)
}
