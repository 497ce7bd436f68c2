import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import type { Schema, SubjectKeys } from "../../domain/statements"
import { DUE_ON, termValues } from "../../domain/retention/term"
import type { Term } from "../../domain/retention/term"
import { copenhagenDay } from "../../../../rules"
import type { Source } from "../retention/sources"
import type { RunOptions } from "../run-erasure"
import { eraseItems, findStillHeld, Vetoed } from "./erase-items"
import { judgeItems } from "./judge"
import { IS_RESTING } from "./parked"
import { refusalOf } from "./refusal"

/** Judged and erased together, in one transaction. */
export const BATCH = 1_000

type Connection = Knex | Knex.Transaction

/** Ids of what is past its term after an id, in the order of ids. */
export const dueItems = async (
  connection: Connection,
  { sql, rule }: Source,
  { term, after, now }: { term: Term; after: string; now: Date }
): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT i.id FROM (${sql}) i WHERE i.id > :after AND ${DUE_ON} < :today::date AND NOT ${IS_RESTING}
      ORDER BY i.id LIMIT ${BATCH.toString()}`,
    { ...termValues(term), after, rule, now, today: copenhagenDay(now) }
  )
  return rows.map(({ id }) => id)
}

export type Swept = {
  erased: string[]
  /** Items that wait, and those that could not be erased, each with the reason. */
  waiting: Map<string, string>
  parked: Map<string, string>
  keys: Pick<SubjectKeys, "customer" | "order" | "cart">
}

export type BatchOptions = Pick<RunOptions, "financialYearStartsIn" | "now" | "warn"> & {
  sweepId: string
  schema: Schema
  busyCarts: readonly string[]
}

const none = (): Swept => ({
  erased: [],
  waiting: new Map(),
  parked: new Map(),
  keys: { customer: [], order: [], cart: [] },
})

const together = (parts: readonly Swept[]): Swept => ({
  erased: parts.flatMap(({ erased }) => erased),
  waiting: new Map(parts.flatMap(({ waiting }) => [...waiting])),
  parked: new Map(parts.flatMap(({ parked }) => [...parked])),
  keys: {
    customer: parts.flatMap(({ keys }) => keys.customer),
    order: parts.flatMap(({ keys }) => keys.order),
    cart: parts.flatMap(({ keys }) => keys.cart),
  },
})

/** Erases in a savepoint; what refuses is halved until the item is found, so that one never stops the others. */
const eraseOrSplit = async (
  transaction: Knex.Transaction,
  source: Source,
  ids: readonly string[],
  options: BatchOptions
): Promise<Swept> => {
  const [first, ...others] = ids
  if (first === undefined) return none()
  try {
    return await transaction.transaction(async (savepoint) => {
      const keys = await eraseItems(savepoint, source, ids, options)
      const held = await findStillHeld(savepoint, source, ids)
      return {
        ...none(),
        erased: ids.filter((id) => !held.includes(id)),
        parked: new Map(held.map((id) => [id, "still_held"])),
        keys,
      }
    })
  } catch (error) {
    const veto = error instanceof Vetoed ? error.reason : null
    const refusal = veto ?? refusalOf(error)
    if (refusal === null) throw error
    if (others.length === 0) {
      const why = new Map([[first, refusal]])
      return { ...none(), ...(veto === null ? { parked: why } : { waiting: why }) }
    }
  }
  const half = Math.ceil(ids.length / 2)
  return together([
    await eraseOrSplit(transaction, source, ids.slice(0, half), options),
    await eraseOrSplit(transaction, source, ids.slice(half), options),
  ])
}

/** Judges items that are past their term and erases those that need not wait. */
export const sweepItems = async (
  transaction: Knex.Transaction,
  source: Source,
  ids: readonly string[],
  options: BatchOptions
): Promise<Swept> => {
  const waiting = await judgeItems(transaction, source, { ids, ...options })
  const free = ids.filter((id) => !waiting.has(id))
  const swept = await eraseOrSplit(transaction, source, free, options)
  return together([{ ...none(), waiting }, swept])
}
