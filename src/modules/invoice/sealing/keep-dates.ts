import { generateEntityId } from "@medusajs/framework/utils"
import { retention } from "../../../rules"
import type { FinancialYear } from "../../../rules"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { missingFinancialYears } from "../domain/financial-years"

type Chain = { controllerId: string; cause: string; documents: { id: string; issuedOn: string }[] }

/** The table of years, extended by itself so that it covers the day. */
const yearsCovering = async (
  transaction: Knex.Transaction,
  controllerId: string,
  day: string,
  startsIn: number
): Promise<FinancialYear[]> => {
  const known = await selectRows<FinancialYear>(
    transaction,
    `SELECT starts_on AS start, ends_on AS "end" FROM dk_invoice_financial_year
     WHERE controller_id = ? AND deleted_at IS NULL`,
    [controllerId]
  )
  const added = missingFinancialYears(known, day, startsIn)
  for (const { start, end } of added) {
    await transaction.raw(
      `INSERT INTO dk_invoice_financial_year (id, controller_id, starts_on, ends_on)
       VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [generateEntityId("", "dkify"), controllerId, start, end]
    )
  }
  return [...known, ...added]
}

/** Appends a row unless the latest one already keeps as long: a date moves later by itself, never earlier. */
const APPEND = `
  INSERT INTO dk_invoice_keep (id, controller_id, invoice_id, position, keep_through, cause, decided_by)
  SELECT ?, ?, ?, coalesce(max(position), 0) + 1, ?, ?, 'system' FROM dk_invoice_keep k
  WHERE invoice_id = ?
  HAVING count(*) = 0 OR (SELECT keep_through FROM dk_invoice_keep WHERE invoice_id = ? ORDER BY position DESC LIMIT 1) < ?`

/**
 * Records until when each document of a chain (an invoice and its credit notes) is kept: five years from the
 * end of the financial year of the latest (bogføringsloven § 12). Runs while the series is locked.
 */
export const keepChain = async (
  transaction: Knex.Transaction,
  { controllerId, cause, documents }: Chain,
  financialYearStartsIn: number
): Promise<void> => {
  const days = documents.map(({ issuedOn }) => issuedOn).sort()
  const latest = days.at(-1) ?? ""
  const years = await yearsCovering(transaction, controllerId, latest, financialYearStartsIn)
  const chain = days.map((issuedOn) => ({ type: "document", issuedOn }))
  const { keepThrough } = retention({ issuedOn: latest, financialYears: years, chain })
  for (const { id } of documents) {
    const keepId = generateEntityId("", "dkikeep")
    await transaction.raw(APPEND, [
      ...[keepId, controllerId, id, keepThrough, cause, id],
      ...[id, keepThrough],
    ])
  }
}
