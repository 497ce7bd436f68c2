import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { assess, countPending, hasPending } from "../assess"
import type { Assessment, CategoryCount } from "../assess"
import { findErasure } from "../erasure-row"
import type { ErasureRow } from "../erasure-row"
import { ERASED_BEFORE } from "../ledger"
import type { RunOptions } from "../run-erasure"

/** All that the ledger says of one erasure. */
export type Recorded = {
  erasure_id: string
  customer_ids: string[]
  order_ids: string[]
  cart_ids: string[]
  before: Date
}

const ALL_OF = (column: string): string =>
  `ARRAY(SELECT DISTINCT x FROM dk_personal_data_ledger m, unnest(m.${column}) AS x WHERE m.erasure_id = l.erasure_id)`

/** Erasures of the ledger after an id, a part at a time. */
export const nextRecorded = (
  connection: Knex | Knex.Transaction,
  after: string
): Promise<Recorded[]> =>
  selectRows<Recorded>(
    connection,
    `SELECT l.erasure_id, ${ALL_OF("customer_ids")} AS customer_ids, ${ALL_OF("order_ids")} AS order_ids, ${ALL_OF("cart_ids")} AS cart_ids,
            max(${ERASED_BEFORE}) AS before
       FROM dk_personal_data_ledger l WHERE l.erasure_id > ? GROUP BY l.erasure_id ORDER BY l.erasure_id LIMIT 50`,
    [after]
  )

const later = (one: Date, other: Date | null): Date => (other && other > one ? other : one)

const union = (...lists: (readonly string[])[]): string[] => [...new Set(lists.flat())]

/** What an erasure of the ledger would run with now. */
const toRun = (recorded: Recorded, erasure: ErasureRow | undefined, emails: readonly string[]) => ({
  customers: union(erasure?.customer_ids ?? [], recorded.customer_ids),
  orders: union(erasure?.waiting_ids ?? [], recorded.order_ids, recorded.cart_ids),
  until: later(recorded.before, erasure?.started_at ?? null),
  emails: union(erasure?.more_emails ?? [], emails),
  isRestored: true,
})

const OPEN: readonly ErasureRow["status"][] = ["proposed", "planned", "running"]

/** It goes on by itself: the database knows that it has begun, and all of the ledger but what waits is done. */
const goesOn = ({ before }: Recorded, erasure: ErasureRow | undefined): erasure is ErasureRow =>
  erasure !== undefined &&
  OPEN.includes(erasure.status) &&
  erasure.started_at !== null &&
  erasure.started_at >= before

/**
 * Staff overrode what was open then; what is open in the backup, or was opened since, is asked again. One that goes on
 * by itself is as staff left it.
 */
const isOverridden = (recorded: Recorded, erasure: ErasureRow | undefined): boolean =>
  goesOn(recorded, erasure) && erasure.override_blocks

type Look = {
  erasure: ErasureRow | undefined
  known: ReturnType<typeof toRun>
  facts: Assessment
  /** Called off by staff, or nothing of the person is there. */
  isLeft: "called_off" | "nothing" | null
}

/** Whether something of an erased person is there again, holds and open orders included. */
const look = async (
  transaction: Knex.Transaction,
  recorded: Recorded,
  { emails, ...options }: RunOptions & { emails: readonly string[] }
): Promise<Look> => {
  const erasure = await findErasure(transaction, recorded.erasure_id)
  const known = toRun(recorded, erasure, emails)
  const asked = goesOn(recorded, erasure)
    ? { overrideBlocks: erasure.override_blocks, ignoreStops: false }
    : { overrideBlocks: true, ignoreStops: true }
  const facts = await assess(transaction, {}, { ...options, ...asked, known })
  const isPlanned =
    erasure !== undefined && OPEN.includes(erasure.status) && !goesOn(recorded, erasure)
  const isThere = isPlanned || (await hasPending(transaction, facts))
  const left = isThere ? null : "nothing"
  return { erasure, known, facts, isLeft: erasure?.status === "cancelled" ? "called_off" : left }
}

export type TakenUp = { outcome: "taken_up" | "called_off" | "nothing"; isKnown: boolean }

/**
 * Makes an erasure of the ledger due again when something of its person is there. One that the restored database has
 * lost comes back with its own id; one that stands as planned in it had begun, so it is run. The caller holds the lock
 * of erasures.
 */
export const takeUp = async (
  transaction: Knex.Transaction,
  recorded: Recorded,
  options: RunOptions & { emails: readonly string[] }
): Promise<TakenUp> => {
  const { erasure, known, isLeft } = await look(transaction, recorded, options)
  const isKnown = erasure !== undefined
  if (isLeft) return { outcome: isLeft, isKnown }
  const values = {
    status: "planned",
    customer_ids: known.customers,
    waiting_ids: known.orders,
    more_emails: known.emails,
    started_at: known.until,
    finished_at: null,
    grace_until: options.now,
    override_blocks: isOverridden(recorded, erasure),
    replayed_at: options.now,
    updated_at: options.now,
  }
  if (isKnown) {
    await transaction("dk_personal_data_erasure").where({ id: recorded.erasure_id }).update(values)
    return { outcome: "taken_up", isKnown }
  }
  await transaction("dk_personal_data_erasure").insert({
    ...values,
    id: recorded.erasure_id,
    source: "replay",
    customer_id: recorded.customer_ids[0] ?? null,
    waiting: "[]",
    left_ids: [],
    confirmed_order_ids: [],
  })
  return { outcome: "taken_up", isKnown }
}

/** What a replay would do about one erasure; nothing is written. */
export const foresee = async (
  transaction: Knex.Transaction,
  recorded: Recorded,
  options: RunOptions & { emails: readonly string[] }
): Promise<TakenUp & { rows: CategoryCount[]; reasons: string[] }> => {
  const { erasure, known, isLeft } = await look(transaction, recorded, options)
  const isKnown = erasure !== undefined
  if (isLeft) return { outcome: isLeft, isKnown, rows: [], reasons: [] }
  const asked = { ...options, overrideBlocks: isOverridden(recorded, erasure), known }
  const facts = await assess(
    transaction,
    { ...(erasure?.email && { email: erasure.email }) },
    asked
  )
  return {
    ...{ outcome: "taken_up", isKnown },
    rows: await countPending(transaction, facts),
    reasons: [...new Set(facts.blocked.map(({ reason }) => reason))],
  }
}
