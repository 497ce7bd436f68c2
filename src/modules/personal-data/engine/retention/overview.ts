import { copenhagenDay } from "../../../../rules"
import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { RULE_NAMES } from "../../domain/retention/rules"
import { DUE_ON, termValues } from "../../domain/retention/term"
import { bindKeys } from "../../domain/statements"
import { emptyKeys } from "../../domain/table-map"
import { registeredRetention } from "../../registry"
import { itemsOf } from "./sources"
import { readTerms } from "./terms"

/** How much of one rule is held, and when it falls due. */
export type Held = {
  rule: string
  held: number
  due: number
  /** `YYYY-MM-DD` of what falls due next. */
  nextDueOn: string | null
  /** Things that fall due, by `YYYY-MM`; what is past its term is not among them. */
  months: ReadonlyMap<string, number>
}

type Part = { month: string | null; is_due: boolean; count: number; first: string | null }

/** By the month of the last day; without a day it stays for as long as its owner knows. */
const BY_MONTH = (dates: string, today: string): string =>
  `SELECT to_char(d.due_on, 'YYYY-MM') AS month, coalesce(d.due_on < ${today}::date, false) AS is_due,
          sum(d.count)::int AS count, min(d.due_on)::text AS first
     FROM (${dates}) d GROUP BY 1, 2`

const toHeld = (rule: string, parts: readonly Part[]): Held => {
  const count = (some: readonly Part[]): number => some.reduce((sum, part) => sum + part.count, 0)
  const coming = parts.filter((part) => !part.is_due && part.month !== null)
  const days = coming.flatMap(({ first }) => first ?? []).sort()
  return {
    rule,
    held: count(parts),
    due: count(parts.filter((part) => part.is_due)),
    nextDueOn: days[0] ?? null,
    months: new Map(coming.map((part) => [part.month ?? "", part.count])),
  }
}

/** What every rule holds today: those with a term of the shop's choice first, then those with dates of their own. */
export const readHeld = async (connection: Knex | Knex.Transaction, now: Date): Promise<Held[]> => {
  const terms = await readTerms(connection)
  const today = copenhagenDay(now)
  const held: Held[] = []
  for (const rule of RULE_NAMES) {
    const dates = `SELECT ${DUE_ON} AS due_on, 1 AS count FROM (${itemsOf(rule)}) i`
    const values = { ...termValues(terms[rule]), today }
    held.push(toHeld(rule, await selectRows<Part>(connection, BY_MONTH(dates, ":today"), values)))
  }
  for (const { name, sql } of registeredRetention()) {
    const dates = bindKeys(sql, emptyKeys())
    const statement = BY_MONTH(dates.sql, "?")
    held.push(
      toHeld(name, await selectRows<Part>(connection, statement, [today, ...dates.bindings]))
    )
  }
  return held
}
