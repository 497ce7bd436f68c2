import type { Knex } from "../../../../shared/postgres"
import { withLock } from "../../../../shared/postgres"
import type { RuleName } from "../../domain/retention/rules"
import type { Schema } from "../../domain/statements"
import type { Term } from "../../domain/retention/term"
import { ERASURE_LOCK } from "../erasure-row"
import { itemsOf, SOURCES } from "../retention/sources"
import type { Source } from "../retention/sources"
import { readTerms } from "../retention/terms"
import type { RunOptions, WhileCartsRest } from "../run-erasure"
import { readSchema } from "../schema"
import { findStop } from "../stops"
import { dueItems, sweepItems } from "./batch"
import type { Swept } from "./batch"
import { dropGone, parkItems, unparkItems } from "./parked"
import { findSweep, saveSweep, withTouched } from "./sweep-row"
import type { OfRule, Report, SweepRow } from "./sweep-row"

export type SweepOptions = Pick<RunOptions, "financialYearStartsIn" | "now" | "warn"> & {
  whileCartsRest: WhileCartsRest
}

type StepOptions = SweepOptions & {
  schema: Schema
  busyCarts: readonly string[]
  cartIds: readonly string[]
}

type Terms = Readonly<Record<RuleName, Term>>

/** A part of the work: what is past its term of one source after an id. */
type Part = { source: Source; ids: string[] }

const noneOf = (): OfRule => ({ erased: 0, waiting: {}, parked: 0 })

/** Counts of a rule with what happened now. */
export const addTo = (
  report: Report,
  rule: RuleName,
  { erased, waiting, parked }: Pick<Swept, "waiting" | "parked"> & { erased: number }
): Report => {
  const before = report[rule] ?? noneOf()
  const reasons = { ...before.waiting }
  for (const reason of waiting.values()) reasons[reason] = (reasons[reason] ?? 0) + 1
  return {
    ...report,
    [rule]: {
      erased: before.erased + erased,
      waiting: reasons,
      parked: before.parked + parked.size,
    },
  }
}

const sourceAt = (place: SweepRow["place"]): number =>
  place === null ? 0 : SOURCES.findIndex(({ name }) => name === place.source)

/** The next part that has anything to do, from the place of a sweep on; undefined at its end. */
const nextPart = async (
  connection: Knex | Knex.Transaction,
  place: SweepRow["place"],
  { terms, now }: { terms: Terms; now: Date }
): Promise<Part | undefined> => {
  const start = sourceAt(place)
  for (const [index, source] of SOURCES.slice(start).entries()) {
    const after = index === 0 ? (place?.after ?? "") : ""
    const ids = await dueItems(connection, source, { term: terms[source.rule], after, now })
    if (ids.length > 0) return { source, ids }
  }
  return undefined
}

const end = async (
  transaction: Knex.Transaction,
  sweep: SweepRow,
  status: "done" | "stopped",
  now: Date
): Promise<SweepRow> => {
  if (status === "done") {
    for (const rule of new Set(SOURCES.map((source) => source.rule))) {
      await dropGone(transaction, rule, itemsOf(rule))
    }
  }
  const ended = { ...sweep, status, finished_at: now }
  await saveSweep(transaction, ended, now)
  return ended
}

/** A part is done, and the place after it, in one transaction: a killed run goes on where it was. */
const sweepPart = async (
  transaction: Knex.Transaction,
  sweep: SweepRow,
  { source, ids }: Part,
  options: Omit<StepOptions, "cartIds">
): Promise<SweepRow> => {
  const { now } = options
  const swept = await sweepItems(transaction, source, ids, { ...options, sweepId: sweep.id })
  await parkItems(transaction, source.rule, swept.parked, now)
  await unparkItems(transaction, source.rule, swept.erased)
  const done: SweepRow = {
    ...sweep,
    place: { source: source.name, after: ids.at(-1) ?? "" },
    report: addTo(sweep.report, source.rule, { ...swept, erased: swept.erased.length }),
    touched: withTouched(sweep.touched, swept.keys),
  }
  await saveSweep(transaction, done, now)
  return done
}

/** The sweep as it is now, and carts whose locks the next part needs. */
type Step = { sweep: SweepRow | undefined; carts: string[] }

const stepOf = async (
  transaction: Knex.Transaction,
  sweep: SweepRow,
  { cartIds, ...options }: StepOptions
): Promise<Step> => {
  const { now } = options
  if (await findStop(transaction, now)) {
    return { sweep: await end(transaction, sweep, "stopped", now), carts: [] }
  }
  const terms = await readTerms(transaction)
  const part = await nextPart(transaction, sweep.place, { terms, now })
  if (!part) return { sweep: await end(transaction, sweep, "done", now), carts: [] }
  const { source, ids } = part
  if (source.keys.includes("cart") && !ids.every((id) => cartIds.includes(id))) {
    return { sweep, carts: ids }
  }
  return { sweep: await sweepPart(transaction, sweep, part, options), carts: [] }
}

/**
 * One part of a sweep, under the lock of erasures. Two workers take turns and do each part once. Carts that the caller
 * has not asked the locks of are only named, and nothing is done.
 */
const step = (connection: Knex, id: string, options: StepOptions): Promise<Step> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const sweep = await findSweep(transaction, id)
    return sweep?.status === "running" ? stepOf(transaction, sweep, options) : { sweep, carts: [] }
  })

/**
 * Erases what is past its term, a part at a time, each in a transaction of its own. Killed anywhere and run again it
 * ends the same. While a stop is in force it ends at once and changes nothing.
 *
 * @param afterPart called after each commit, with what others are to be told of
 * @returns the sweep; undefined when there is none of this id
 */
export const runSweep = async (
  connection: Knex,
  id: string,
  options: SweepOptions & { afterPart: (sweep: SweepRow) => Promise<void> }
): Promise<SweepRow | undefined> => {
  const { all: schema } = await readSchema(connection)
  for (let cartIds: string[] = []; ;) {
    const asked = cartIds
    const { sweep, carts } = await options.whileCartsRest(asked, (busyCarts) =>
      step(connection, id, { ...options, schema, busyCarts, cartIds: asked })
    )
    if (!sweep) return undefined
    if (sweep.touched) await options.afterPart(sweep)
    if (sweep.status !== "running") return sweep
    cartIds = carts
  }
}
