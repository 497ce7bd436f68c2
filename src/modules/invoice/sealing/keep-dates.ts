import { generateEntityId } from "@medusajs/framework/utils"
import { retention } from "../../../rules"
import type { FinancialYear } from "../../../rules"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { earlierFinancialYears, missingFinancialYears } from "../domain/financial-years"
import type { InvoiceSettings } from "../options"
import { KEPT_TABLES } from "./kept-tables"
import type { KeptTable } from "./kept-tables"

/** The table of years, and the years that are to be added so that it covers the days, the earliest first. */
const yearsCovering = async (
  connection: Knex | Knex.Transaction,
  { controller, financialYearStartsIn }: InvoiceSettings,
  days: readonly string[]
): Promise<{ known: FinancialYear[]; added: FinancialYear[] }> => {
  const known = await selectRows<FinancialYear>(
    connection,
    `SELECT starts_on AS start, ends_on AS "end" FROM dk_invoice_financial_year
     WHERE controller_id = ? AND deleted_at IS NULL`,
    [controller.id]
  )
  const later = missingFinancialYears(known, days.at(-1) ?? "", financialYearStartsIn)
  return { known, added: [...earlierFinancialYears([...known, ...later], days[0] ?? ""), ...later] }
}

const termOf = (days: readonly string[], financialYears: readonly FinancialYear[]) => {
  const chain = days.map((day) => ({ type: "document", issuedOn: day }))
  return retention({ issuedOn: days.at(-1) ?? "", financialYears, chain }).keepThrough
}

/**
 * The last day of keeping of a chain (an invoice and its credit notes): five years from the end of the financial year of
 * the latest (bogføringsloven § 12). Nothing is written.
 *
 * @param issuedOn the documents' days in Denmark, one or more in any order
 * @returns null when no financial year covers one of them
 */
export const wouldKeepThrough = async (
  connection: Knex | Knex.Transaction,
  settings: InvoiceSettings,
  issuedOn: readonly string[]
): Promise<string | null> => {
  const days = [...issuedOn].sort()
  const { known, added } = await yearsCovering(connection, settings, days)
  return termOf(days, [...known, ...added])
}

/** As `wouldKeepThrough`; the table of years is extended so that it covers the days. Runs while the series is locked. */
export const keptThrough = async (
  transaction: Knex.Transaction,
  settings: InvoiceSettings,
  issuedOn: readonly string[]
): Promise<string | null> => {
  const days = [...issuedOn].sort()
  const { known, added } = await yearsCovering(transaction, settings, days)
  for (const { start, end } of added) {
    await transaction.raw(
      `INSERT INTO dk_invoice_financial_year (id, controller_id, starts_on, ends_on)
       VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [generateEntityId("", "dkify"), settings.controller.id, start, end]
    )
  }
  return termOf(days, [...known, ...added])
}

/** Appends rows where the latest one keeps less: a date moves later by itself, never earlier. */
const append = ({ dates, of }: KeptTable, isCorrection: boolean): string => `
  INSERT INTO ${dates} (id, controller_id, ${of}, position, keep_through, cause, decided_by)
  SELECT 'dkikeep_' || replace(gen_random_uuid()::text, '-', ''), :controllerId, d.id, coalesce(k.position, 0) + 1,
    :keepThrough, :cause, :decidedBy
  FROM unnest(:documents::text[]) d (id)
  LEFT JOIN LATERAL (SELECT position, keep_through FROM ${dates} WHERE ${of} = d.id ORDER BY position DESC LIMIT 1) k ON true
  WHERE k.position IS NULL OR k.keep_through ${isCorrection ? "IS DISTINCT FROM" : "<"} :keepThrough`

export type KeepDecision = {
  controllerId: string
  keepThrough: string | null
  cause: string
  /** Who corrected something, so that a date may come earlier. */
  correctedBy?: string
}

/** Records until when documents are kept, with why and by whom. Runs while the series is locked. */
export const keepChain = async (
  transaction: Knex.Transaction,
  documents: readonly { id: string; table: KeptTable }[],
  { correctedBy, ...decision }: KeepDecision
): Promise<void> => {
  for (const table of KEPT_TABLES) {
    const ids = documents.filter((document) => document.table === table).map(({ id }) => id)
    if (ids.length === 0) continue
    await selectRows(transaction, append(table, correctedBy !== undefined), {
      ...decision,
      documents: ids,
      decidedBy: correctedBy ?? "system",
    })
  }
}
