import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { eraseStatement } from "../domain/statements"
import { registeredTables } from "../registry"
import { assess, countPending } from "./assess"
import type { Assessment, CategoryCount } from "./assess"
import { storeCertificate } from "./certificate"
import { ERASURE_LOCK, findErasure } from "./erasure-row"
import type { ErasureRow } from "./erasure-row"

export type RunOptions = { financialYearStartsIn: number; now: Date }

export type Run = {
  erasure: ErasureRow
  /** False when it still waits for the same orders. */
  isChanged: boolean
  /** Customers whose rows changed; search and other copies are told. */
  customers: string[]
}

/** Erases every row of the map that belongs to the person: set-based, children first. */
export const eraseRows = async (
  transaction: Knex.Transaction,
  { keys, schema }: Pick<Assessment, "keys" | "schema">
): Promise<void> => {
  // A login that is staff's too stays theirs and only forgets the customer.
  await transaction.raw(
    `UPDATE auth_identity SET app_metadata = app_metadata - 'customer_id'
      WHERE app_metadata->>'customer_id' = ANY(?) AND app_metadata->>'user_id' IS NOT NULL`,
    [[...keys.customer]]
  )
  for (const map of registeredTables()) {
    const statement = eraseStatement(map, schema, keys)
    if (statement) await transaction.raw(statement.sql, statement.bindings)
  }
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

const assessErasure = (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  options: RunOptions
): Promise<Assessment> =>
  assess(transaction, subjectOf(erasure), {
    overrideBlocks: erasure.override_blocks,
    ...options,
    known: {
      customers: erasure.customer_ids,
      orders: erasure.waiting_ids,
      until: erasure.started_at,
    },
  })

const storeRestrictions = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  { keptOrders }: Assessment
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

const finish = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  facts: Assessment,
  { isComplete, now }: { isComplete: boolean; now: Date }
): Promise<void> => {
  const customers = [...new Set([...erasure.customer_ids, ...facts.keys.customer])]
  await transaction("dk_personal_data_erasure")
    .where({ id: erasure.id })
    .update({
      status: isComplete ? "done" : "planned",
      customer_ids: customers,
      waiting_ids: facts.blocked.map(({ id }) => id),
      left_ids: facts.uncertain,
      finished_at: isComplete ? now : null,
      updated_at: now,
      ...(isComplete && { email: null }),
    })
}

/** A run that waits for the same orders as the last one has nothing to say anew. */
const isUnchanged = (erasure: ErasureRow, facts: Assessment, erased: CategoryCount[]): boolean =>
  erased.length === 0 &&
  facts.blocked.length > 0 &&
  facts.blocked.every(({ id }) => erasure.waiting_ids.includes(id))

const eraseInOneTransaction = (
  connection: Knex,
  id: string,
  options: RunOptions
): Promise<Run | null> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const erasure = await findErasure(transaction, id)
    if (erasure?.status !== "running") return null
    const facts = await assessErasure(transaction, erasure, options)
    const pending = await countPending(transaction, facts)
    const isChanged = !isUnchanged(erasure, facts, pending)
    if (!isChanged) {
      await finish(transaction, erasure, facts, { isComplete: false, now: options.now })
    } else {
      await eraseRows(transaction, facts)
      await refuseTokens(transaction, erasure, facts.keys.customer)
      await storeRestrictions(transaction, erasure, facts)
      const isComplete = await storeCertificate(transaction, erasure, facts, pending)
      await finish(transaction, erasure, facts, { isComplete, now: options.now })
    }
    const ended = await findErasure(transaction, id)
    return ended ? { erasure: ended, isChanged, customers: [...facts.keys.customer] } : null
  })

/** Marks a due erasure as running and writes what it is about to erase, before it does. */
const claim = (connection: Knex, id: string, options: RunOptions): Promise<boolean> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const [erasure] = await selectRows<ErasureRow>(
      transaction,
      `UPDATE dk_personal_data_erasure SET status = 'running', started_at = coalesce(started_at, ?), updated_at = ?
        WHERE id = ? AND status IN ('planned', 'running') AND grace_until <= ? RETURNING *`,
      [options.now, options.now, id, options.now]
    )
    if (!erasure) return false
    await recordInLedger(transaction, erasure, await assessErasure(transaction, erasure, options))
    return true
  })

/**
 * Runs a planned erasure: ledger first, then everything in one transaction with its proof. Killed anywhere and
 * run again it ends the same. What must wait is left planned with the ids it waits for.
 *
 * @returns null when the erasure is not there to run, or another server has just done it
 */
export const runErasure = async (
  connection: Knex,
  id: string,
  options: RunOptions
): Promise<Run | null> =>
  (await claim(connection, id, options)) ? eraseInOneTransaction(connection, id, options) : null
