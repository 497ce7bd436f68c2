import type { MedusaContainer } from "@medusajs/framework/types"
import { columnsWithoutRule } from "../../modules/personal-data/domain/retention/reach"
import { DEFAULT_TERMS, isRuleName } from "../../modules/personal-data/domain/retention/rules"
import type { Term } from "../../modules/personal-data/domain/retention/term"
import { driftOf } from "../../modules/personal-data/engine/drift"
import { readHeld } from "../../modules/personal-data/engine/retention/overview"
import type { Held } from "../../modules/personal-data/engine/retention/overview"
import { SOURCES } from "../../modules/personal-data/engine/retention/sources"
import {
  changeTerm,
  latestChanges,
  listTermChanges,
} from "../../modules/personal-data/engine/retention/terms"
import type { ChangesAsked, TermChange } from "../../modules/personal-data/engine/retention/terms"
import { readSchema } from "../../modules/personal-data/engine/schema"
import { mappedTables, registeredRetention } from "../../modules/personal-data/registry"
import { copenhagenDay } from "../../rules"
import { postgres } from "../../shared/postgres"
import type {
  AdminRetention,
  AdminRetentionChange,
  AdminRetentionMonth,
  AdminRetentionRule,
} from "../../types/http"
import { currentStop } from "./stops"

const toChange = (row: TermChange): AdminRetentionChange => ({
  id: row.id,
  rule: row.rule,
  term: row.term,
  unit: row.unit,
  reason: row.reason,
  changed_by: row.changed_by,
  created_at: row.created_at.toISOString(),
})

const toRule = (held: Held, change: TermChange | undefined): AdminRetentionRule => {
  const standard: Term | null = isRuleName(held.rule) ? DEFAULT_TERMS[held.rule] : null
  const { term = null, unit = null } = change ?? standard ?? {}
  return {
    rule: held.rule,
    term,
    unit,
    default_term: standard?.term ?? null,
    default_unit: standard?.unit ?? null,
    held: held.held,
    due: held.due,
    next_due_on: held.nextDueOn,
    changed: change
      ? { at: change.created_at.toISOString(), by: change.changed_by, reason: change.reason }
      : null,
  }
}

const MONTHS = 12

/** `YYYY-MM` of this month and those after it. */
const nextMonths = (today: string): string[] => {
  const [year = 0, month = 1] = today.split("-").map(Number)
  return Array.from({ length: MONTHS }, (_, index) =>
    new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 7)
  )
}

const toMonths = (held: readonly Held[], today: string): AdminRetentionMonth[] =>
  nextMonths(today).map((month) => ({
    month,
    counts: Object.fromEntries(
      held.flatMap(({ rule, months }) => {
        const count = months.get(month)
        return count === undefined ? [] : [[rule, count]]
      })
    ),
  }))

/** Personal columns that no rule reaches, and columns that nobody classified. */
const readWithoutRule = async (
  container: MedusaContainer
): Promise<AdminRetention["without_rule"]> => {
  const schema = await readSchema(postgres(container))
  const { all } = schema
  const named = new Set([
    ...SOURCES.flatMap(({ only }) => only?.table ?? []),
    ...registeredRetention().flatMap(({ tables = [] }) => tables),
  ])
  const maps = mappedTables(all).filter(({ table }) => all.has(table))
  const { unclassified } = driftOf(schema)
  return [
    ...columnsWithoutRule(maps, named),
    ...unclassified.map(({ table, column }) => ({ table, column })),
  ]
}

/** What is held, how long and until when; and what keeps it all today. */
export const readRetention = async (container: MedusaContainer): Promise<AdminRetention> => {
  const now = new Date()
  const connection = postgres(container)
  const held = await readHeld(connection, now)
  const changes = new Map((await latestChanges(connection)).map((row) => [row.rule, row]))
  return {
    rules: held.map((of) => toRule(of, changes.get(of.rule))),
    months: toMonths(held, copenhagenDay(now)),
    without_rule: await readWithoutRule(container),
    stop: await currentStop(container),
  }
}

/** Sets how long a rule keeps things. Throws invalid_data naming `rule` or `term`. */
export const changeRetention = async (
  container: MedusaContainer,
  input: Term & { rule: string; reason: string; changedBy: string }
): Promise<AdminRetentionChange> => toChange(await changeTerm(postgres(container), input))

/** Changes of terms, newest first; those of one rule when asked. */
export const listRetentionChanges = async (
  container: MedusaContainer,
  asked: ChangesAsked
): Promise<{ changes: AdminRetentionChange[]; count: number }> => {
  const rows = await listTermChanges(postgres(container), asked)
  return { changes: rows.map(toChange), count: rows[0]?.total ?? 0 }
}
