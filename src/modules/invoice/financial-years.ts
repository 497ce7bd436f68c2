import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { FinancialYear } from "../../rules"
import { invalidField } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { checkYears, movedBy } from "./domain/year-table"
import type { KeptChain, MovedChain, YearProblem } from "./domain/year-table"
import { KEPT_TABLES, latestKeep } from "./sealing/kept-tables"
import type { KeptTable } from "./sealing/kept-tables"
import { lockSeries } from "./sealing/take-number"

type Connection = Knex | Knex.Transaction

const MESSAGES: Readonly<Record<YearProblem["code"], string>> = {
  year_reversed: "a year must end after it begins.",
  year_too_long: "a year lasts 18 months at most.",
  years_overlap: "the year begins before the one before it has ended.",
  years_gap: "the year does not follow on the one before it.",
}

/** The controller's years, the earliest first. */
export const readFinancialYears = (
  connection: Connection,
  controllerId: string
): Promise<FinancialYear[]> =>
  selectRows(
    connection,
    `SELECT starts_on AS start, ends_on AS "end" FROM dk_invoice_financial_year
      WHERE controller_id = ? AND deleted_at IS NULL ORDER BY starts_on`,
    [controllerId]
  )

const COUNTING = KEPT_TABLES.map(
  (table) => `SELECT c.*, ${latestKeep("c.id", table)} AS keep_through FROM (${table.counting}) c`
).join(" UNION ALL ")

const CHAINS = `SELECT d.order_id, array_agg(d.issued_on ORDER BY d.issued_on) AS days, max(d.keep_through) AS keep_through
  FROM (${COUNTING}) d WHERE d.controller_id = ? GROUP BY d.order_id ORDER BY d.order_id`

const UNCOVERED = "documents were issued on days that none of these years covers"

const moves = async (
  connection: Connection,
  controllerId: string,
  years: readonly FinancialYear[]
): Promise<MovedChain[]> => {
  const [problem] = checkYears(years)
  if (problem) throw invalidField(problem.field, problem.code, MESSAGES[problem.code])
  const chains = await selectRows<KeptChain>(connection, CHAINS, [controllerId])
  const { moved, uncovered } = movedBy(chains, years)
  const [first] = uncovered
  if (first !== undefined) {
    throw invalidField("financial_years", "years_uncovered", `${UNCOVERED}, the first on ${first}.`)
  }
  return moved
}

/** How many sales a change moves from one last day of keeping to another. */
export type YearsPreview = { from: string | null; to: string; count: number }[]

const countByDates = (moved: readonly MovedChain[]): YearsPreview => {
  const counts = new Map<string, YearsPreview[number]>()
  for (const { from, to } of moved) {
    const key = `${from ?? ""} ${to}`
    const entry = counts.get(key) ?? { from, to, count: 0 }
    counts.set(key, { ...entry, count: entry.count + 1 })
  }
  return [...counts.values()].sort((a, b) => a.to.localeCompare(b.to))
}

/**
 * What a table of years would move; nothing is changed.
 *
 * @throws MedusaError invalid_data naming the year and what is wrong with it, or `years_uncovered`
 */
export const previewFinancialYears = async (
  connection: Connection,
  controllerId: string,
  years: readonly FinancialYear[]
): Promise<YearsPreview> => countByDates(await moves(connection, controllerId, years))

const append = ({ documents, id, dates, of }: KeptTable): string => `
  INSERT INTO ${dates} (id, controller_id, ${of}, position, keep_through, cause, decided_by)
  SELECT 'dkikeep_' || replace(gen_random_uuid()::text, '-', ''), d.controller_id, d.${id},
    (SELECT coalesce(max(position), 0) + 1 FROM ${dates} k WHERE k.${of} = d.${id}), ?, 'financial_years', ?
  FROM ${documents} d WHERE d.controller_id = ? AND d.order_id = ANY(?)`

export type YearsChange = {
  controllerId: string
  years: readonly FinancialYear[]
  /** Id of the staff user. */
  decidedBy: string
}

const write = async (
  transaction: Knex.Transaction,
  { controllerId, years }: YearsChange
): Promise<void> => {
  await transaction.raw("DELETE FROM dk_invoice_financial_year WHERE controller_id = ?", [
    controllerId,
  ])
  if (years.length === 0) return
  await transaction("dk_invoice_financial_year").insert(
    years.map(({ start, end }) => ({
      id: generateEntityId("", "dkify"),
      controller_id: controllerId,
      starts_on: start,
      ends_on: end,
    }))
  )
}

/**
 * Replaces the table of years and moves the dates of all documents by it, earlier ones too: the one way by which a date
 * may come earlier, under the name of who decided it. In turn with issuing, which holds the series.
 *
 * @throws as the preview; MedusaError invalid_data `financial_years` when the table is empty
 */
export const changeFinancialYears = (
  connection: Knex,
  change: YearsChange
): Promise<YearsPreview> => {
  const { controllerId, years, decidedBy } = change
  if (years.length === 0) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "financial_years: without a year nothing is ever let go.",
      "years_empty"
    )
  }
  return connection.transaction(async (transaction) => {
    await lockSeries(transaction, controllerId)
    const moved = await moves(transaction, controllerId, years)
    await write(transaction, change)
    for (const date of new Set(moved.map(({ to }) => to))) {
      const orders = moved.filter(({ to }) => to === date).map(({ order_id: order }) => order)
      for (const table of KEPT_TABLES) {
        await transaction.raw(append(table), [date, decidedBy, controllerId, orders])
      }
    }
    return countByDates(moved)
  })
}
