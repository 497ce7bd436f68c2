import { generateEntityId } from "@medusajs/framework/utils"
import { invalidField } from "../../../../shared/errors"
import type { Knex } from "../../../../shared/postgres"
import { selectRows, withLock } from "../../../../shared/postgres"
import { isRuleName, termsOf } from "../../domain/retention/rules"
import type { RuleName } from "../../domain/retention/rules"
import { isTerm } from "../../domain/retention/term"
import type { Term } from "../../domain/retention/term"
import { registeredRetention } from "../../registry"

type Connection = Knex | Knex.Transaction

export type TermChange = Term & {
  id: string
  rule: string
  reason: string
  changed_by: string
  created_at: Date
}

/** The latest change of each rule. */
export const latestChanges = (connection: Connection): Promise<TermChange[]> =>
  selectRows<TermChange>(
    connection,
    `SELECT DISTINCT ON (rule) * FROM dk_personal_data_retention_rule WHERE deleted_at IS NULL
      ORDER BY rule, created_at DESC, id DESC`
  )

/** How long each rule keeps things today. */
export const readTerms = async (
  connection: Connection
): Promise<Readonly<Record<RuleName, Term>>> => termsOf(await latestChanges(connection))

export type ChangesAsked = { rule?: string | undefined; limit: number; offset: number }

/** Changes of terms, newest first; those of one rule when asked. */
export const listTermChanges = (
  connection: Connection,
  { rule, limit, offset }: ChangesAsked
): Promise<(TermChange & { total: number })[]> =>
  selectRows(
    connection,
    `SELECT *, count(*) OVER ()::int AS total FROM dk_personal_data_retention_rule
      WHERE deleted_at IS NULL AND (:rule::text IS NULL OR rule = :rule)
      ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset`,
    { rule: rule ?? null, limit, offset }
  )

const refuseRule = (rule: string): void => {
  if (isRuleName(rule)) return
  if (registeredRetention().some(({ name }) => name === rule)) {
    throw invalidField("rule", "not_editable", "a law or the row itself sets this date.")
  }
  throw invalidField("rule", "unknown_rule", "there is no such rule.")
}

/**
 * Sets how long a rule keeps things from now on, with who and why. The same may be said again: it is one more row.
 *
 * @throws invalid_data naming `rule` (`unknown_rule`, `not_editable`) or `term` (`out_of_bounds`)
 */
export const changeTerm = (
  connection: Knex,
  input: Term & { rule: string; reason: string; changedBy: string }
): Promise<TermChange> =>
  withLock(connection, "dk_personal_data_retention_rule", async (transaction) => {
    const { rule, term, unit, reason, changedBy } = input
    refuseRule(rule)
    if (!isTerm({ term, unit })) {
      throw invalidField("term", "out_of_bounds", "at least a day and at most ten years.")
    }
    const [row] = await selectRows<TermChange>(
      transaction,
      // Two changes in one transaction's time are told apart by the clock.
      `INSERT INTO dk_personal_data_retention_rule (id, rule, term, unit, reason, changed_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, clock_timestamp()) RETURNING *`,
      [generateEntityId(undefined, "dkretr"), rule, term, unit, reason, changedBy]
    )
    if (!row) throw invalidField("rule", "unknown_rule", "it could not be written.")
    return row
  })
