import { generateEntityId } from "@medusajs/framework/utils"
import { retention } from "../../../rules"
import type { FinancialYear } from "../../../rules"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { earlierFinancialYears, missingFinancialYears } from "../domain/financial-years"
import { latestKeep, SEALED } from "./kept-tables"
import type { KeptTable } from "./kept-tables"

type ChainDocument = {
  id: string
  issuedOn: string
  /** Of the plugin's own documents when it is left out. */
  table?: KeptTable
  /** False for a number that was corrected: it is kept as long as the others, but decides nothing. */
  counts?: boolean
}

type Chain = {
  controllerId: string
  cause: string
  documents: readonly ChainDocument[]
  /** Who corrected something, so that a date may come earlier. */
  correctedBy?: string
}

/** The table of years, extended by itself so that it covers the days, the earliest first. */
const yearsCovering = async (
  transaction: Knex.Transaction,
  controllerId: string,
  days: readonly string[],
  startsIn: number
): Promise<FinancialYear[]> => {
  const known = await selectRows<FinancialYear>(
    transaction,
    `SELECT starts_on AS start, ends_on AS "end" FROM dk_invoice_financial_year
     WHERE controller_id = ? AND deleted_at IS NULL`,
    [controllerId]
  )
  const later = missingFinancialYears(known, days.at(-1) ?? "", startsIn)
  const added = [...earlierFinancialYears([...known, ...later], days[0] ?? ""), ...later]
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
const append = (table: KeptTable, isCorrection: boolean): string => `
  INSERT INTO ${table.dates} (id, controller_id, ${table.of}, position, keep_through, cause, decided_by)
  SELECT :id, :controllerId, :document, coalesce(max(position), 0) + 1, :keepThrough, :cause, :decidedBy
  FROM ${table.dates} WHERE ${table.of} = :document
  HAVING count(*) = 0 OR ${latestKeep(":document", table)} ${isCorrection ? "IS DISTINCT FROM" : "<"} :keepThrough`

/**
 * Records until when each document of a chain (an invoice and its credit notes) is kept: five years from the
 * end of the financial year of the latest (bogføringsloven § 12). Runs while the series is locked.
 */
export const keepChain = async (
  transaction: Knex.Transaction,
  { controllerId, cause, documents, correctedBy }: Chain,
  financialYearStartsIn: number
): Promise<void> => {
  const days = documents
    .filter(({ counts = true }) => counts)
    .map(({ issuedOn }) => issuedOn)
    .sort()
  const latest = days.at(-1) ?? ""
  const years = await yearsCovering(transaction, controllerId, days, financialYearStartsIn)
  const chain = days.map((issuedOn) => ({ type: "document", issuedOn }))
  const { keepThrough } = retention({ issuedOn: latest, financialYears: years, chain })
  const decidedBy = correctedBy ?? "system"
  for (const { id: document, table = SEALED } of documents) {
    const values = { id: generateEntityId("", "dkikeep"), controllerId, document, keepThrough }
    await transaction.raw(append(table, correctedBy !== undefined), { ...values, cause, decidedBy })
  }
}
