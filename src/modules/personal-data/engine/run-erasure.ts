import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { assess } from "./assess"
import type { Assessment, CategoryCount } from "./assess"
import { storeCertificate } from "./certificate"
import { eraseSubjects } from "./erase-subjects"
import { ERASURE_LOCK, findErasure, recordTouched } from "./erasure-row"
import type { ErasureRow } from "./erasure-row"
import { openCarts } from "./open-orders"

export type RunOptions = {
  financialYearStartsIn: number
  now: Date
  warn: (line: string) => void
}

/** Keeps carts from being bought while `work` runs; tells it which are being bought already. */
export type WhileCartsRest = <Value>(
  cartIds: readonly string[],
  work: (busy: readonly string[]) => Promise<Value>
) => Promise<Value>

export type Run = {
  erasure: ErasureRow
  /** False when it still waits for the same orders. */
  isChanged: boolean
}

/** Committed before anything is erased: after a restored backup it says what to erase again. */
const recordInLedger = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  { keys, blocked }: Assessment
) => {
  const customers = new Set([...erasure.customer_ids, ...keys.customer])
  // What waits is erased by a later run of the same erasure.
  const orders = new Set([...keys.order, ...blocked.map(({ id }) => id)])
  await transaction.raw(
    `INSERT INTO dk_personal_data_ledger (id, erasure_id, customer_ids, order_ids) VALUES (?, ?, ?, ?)
     ON CONFLICT (erasure_id) DO NOTHING`,
    [generateEntityId(undefined, "dkledg"), erasure.id, [...customers], [...orders]]
  )
}

const subjectOf = (erasure: ErasureRow) => ({
  ...(erasure.email !== null && { email: erasure.email }),
  confirmed_order_ids: erasure.confirmed_order_ids,
})

const knownOf = (erasure: ErasureRow) => ({
  customers: erasure.customer_ids,
  orders: erasure.waiting_ids,
  until: erasure.started_at,
})

/** Marks orders that keep their buyer until a day. */
export const storeRestrictions = async (
  transaction: Knex.Transaction,
  erasure: Pick<ErasureRow, "id">,
  { keptOrders }: Pick<Assessment, "keptOrders">
): Promise<void> => {
  for (const { order_id, keep_through, law } of keptOrders) {
    await transaction.raw(
      `INSERT INTO dk_personal_data_restriction (id, order_id, erasure_id, keep_through, law) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (order_id) DO UPDATE SET keep_through = excluded.keep_through, updated_at = now()`,
      [generateEntityId(undefined, "dkrestr"), order_id, erasure.id, keep_through, law]
    )
  }
}

const refuseTokens = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  ids: readonly string[]
) => {
  await transaction.raw(
    `INSERT INTO dk_personal_data_erased_actor (id, erasure_id) SELECT unnest(?::text[]), ? ON CONFLICT (id) DO NOTHING`,
    [[...ids], erasure.id]
  )
}

const idsOfOrders = ({ blocked, stops }: Assessment): string[] =>
  blocked.filter((row) => !stops.includes(row)).map(({ id }) => id)

type Outcome = { isComplete: boolean; isChanged: boolean; now: Date }

const finish = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  facts: Assessment,
  { isComplete, isChanged, now }: Outcome
): Promise<void> => {
  const customers = [...new Set([...erasure.customer_ids, ...facts.keys.customer])]
  await transaction("dk_personal_data_erasure")
    .where({ id: erasure.id })
    .update({
      status: isComplete ? "done" : "planned",
      customer_ids: customers,
      // While a stop lasts, what waited before is not forgotten.
      waiting_ids: [
        ...new Set([...(facts.stops.length > 0 ? erasure.waiting_ids : []), ...idsOfOrders(facts)]),
      ],
      waiting: JSON.stringify(facts.blocked),
      left_ids: facts.uncertain.map((row) => row.id),
      finished_at: isComplete ? now : null,
      updated_at: now,
      ...(isComplete && { email: null }),
    })
  if (isChanged) await recordTouched(transaction, erasure.id, facts.keys)
}

/** A run that waits for the same orders as the last one has nothing to say anew. */
const isUnchanged = (erasure: ErasureRow, facts: Assessment, erased: CategoryCount[]): boolean =>
  erased.length === 0 &&
  facts.blocked.length > 0 &&
  facts.blocked.every(({ id }) => erasure.waiting_ids.includes(id))

const eraseInOneTransaction = (
  connection: Knex,
  id: string,
  { filesLeft, ...options }: RunOptions & { busyCarts: readonly string[]; filesLeft: number }
): Promise<Run | null> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const erasure = await findErasure(transaction, id)
    if (erasure?.status !== "running") return null
    const subject = { ...subjectOf(erasure), known: knownOf(erasure) }
    const [result] = await eraseSubjects(transaction, [subject], {
      ...options,
      overrideBlocks: erasure.override_blocks,
    })
    if (!result) return null
    const { facts, erased } = result
    const isChanged = facts.stops.length === 0 && !isUnchanged(erasure, facts, erased)
    let isComplete = false
    if (isChanged) {
      await refuseTokens(transaction, erasure, facts.keys.customer)
      await storeRestrictions(transaction, erasure, facts)
      isComplete = await storeCertificate(transaction, erasure, { facts, erased, filesLeft })
    }
    await finish(transaction, erasure, facts, { isComplete, isChanged, now: options.now })
    const ended = await findErasure(transaction, id)
    return ended ? { erasure: ended, isChanged } : null
  })

/** It has not begun: what it waits for is told, nothing else changes, and it can still be called off. */
const postpone = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  facts: Assessment,
  { now }: RunOptions
): Promise<void> => {
  await transaction("dk_personal_data_erasure")
    .where({ id: erasure.id })
    .update({ status: "planned", waiting: JSON.stringify(facts.blocked), updated_at: now })
}

/**
 * Marks a due erasure as running and writes what it is about to erase, before it does.
 *
 * @returns the person's carts that could still be bought; null when there is nothing to run
 */
const claim = (connection: Knex, id: string, options: RunOptions): Promise<string[] | null> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const [due] = await selectRows<ErasureRow>(
      transaction,
      `SELECT * FROM dk_personal_data_erasure WHERE id = ? AND status IN ('planned', 'running') AND grace_until <= ? FOR UPDATE`,
      [id, options.now]
    )
    if (!due) return null
    const erasure = { ...due, started_at: due.started_at ?? options.now }
    const facts = await assess(transaction, subjectOf(erasure), {
      ...options,
      overrideBlocks: erasure.override_blocks,
      known: knownOf(erasure),
    })
    if (facts.stops.length > 0) {
      await postpone(transaction, due, facts, options)
      return null
    }
    await transaction("dk_personal_data_erasure")
      .where({ id })
      .update({ status: "running", started_at: erasure.started_at, updated_at: options.now })
    await recordInLedger(transaction, erasure, facts)
    return openCarts(transaction, facts.keys)
  })

/**
 * Runs a planned erasure: ledger first, then files outside the database, then everything in one transaction with its
 * proof. Killed anywhere and run again it ends the same. What must wait is left planned with the ids it waits for.
 *
 * @returns null when the erasure is not there to run, a hold or veto stops it, or another server has just done it
 */
export const runErasure = async (
  connection: Knex,
  id: string,
  options: RunOptions & {
    whileCartsRest: WhileCartsRest
    /** Deletes files that name the person, and gives how many could not be deleted. */
    forgetFiles: () => Promise<number>
  }
): Promise<Run | null> => {
  const carts = await claim(connection, id, options)
  if (!carts) return null
  const filesLeft = await options.forgetFiles()
  return options.whileCartsRest(carts, (busyCarts) =>
    eraseInOneTransaction(connection, id, { ...options, busyCarts, filesLeft })
  )
}
