import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { bindKeys } from "../domain/statements"
import type { Statement, SubjectKeys } from "../domain/statements"
import type { PersonalDataSettings } from "../options"
import { registeredDecisions } from "../registry"

type Text = { da: string; en: string }

const hasRow = async (
  connection: Knex | Knex.Transaction,
  { sql, bindings }: Statement
): Promise<boolean> => {
  const rows = await selectRows(connection, `SELECT 1 FROM (${sql}) AS d LIMIT 1`, bindings)
  return rows.length > 0
}

type Options = Pick<PersonalDataSettings, "automatedDecisions">

/**
 * Decisions about a person that no human takes (Art. 15(1)(h), 22): those the store's options name, which are about everybody,
 * and those of domains and plugins that are about the holder of these keys.
 */
export const findAutomatedDecisions = async (
  connection: Knex | Knex.Transaction,
  { automatedDecisions }: Options,
  keys: SubjectKeys
): Promise<Text[]> => {
  const found: Text[] = [...automatedDecisions]
  for (const { text, sql } of registeredDecisions()) {
    if (await hasRow(connection, bindKeys(sql, keys))) found.push(text)
  }
  return found
}

/** All such decisions that the store takes about somebody: what a privacy policy says. */
export const findAllAutomatedDecisions = async (
  connection: Knex,
  { automatedDecisions }: Options
): Promise<Text[]> => {
  const found: Text[] = [...automatedDecisions]
  for (const { text, inUse } of registeredDecisions()) {
    if (await hasRow(connection, { sql: inUse, bindings: [] })) found.push(text)
  }
  return found
}
