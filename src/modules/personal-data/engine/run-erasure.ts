import { isDeepStrictEqual } from "node:util"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { assess, countPending } from "./assess"
import type { Assessment } from "./assess"
import { lastProof, storeCertificate } from "./certificate"
import type { Outcome } from "./certificate"
import { eraseSubjects } from "./erase-subjects"
import { ERASURE_LOCK, findErasure, recordTouched } from "./erasure-row"
import type { ErasureRow } from "./erasure-row"
import { LedgerBehind, recordInLedger, requireInLedger } from "./ledger"
import { appendUnsent, LedgerUnreachable } from "./ledger-outside"
import type { LedgerSettings } from "./ledger-outside"
import { openCarts } from "./open-orders"
import type { BlockedOrder } from "./order-facts"
import { lookForAgain, rememberValues } from "./scan/remember-values"
import { TableRefused } from "./table-refused"

export type RunOptions = {
  financialYearStartsIn: number
  now: Date
  warn: (line: string) => void
}

type LedgerOptions = RunOptions & { ledger: LedgerSettings }

/** Keeps carts from being bought while `work` runs; tells it which are being bought already. */
export type WhileCartsRest = <Value>(
  cartIds: readonly string[],
  work: (busy: readonly string[]) => Promise<Value>
) => Promise<Value>

export type Run = {
  erasure: ErasureRow
  /** False when it still waits for the same orders and leaves the same. */
  isChanged: boolean
}

const subjectOf = (erasure: ErasureRow) => ({
  ...(erasure.email !== null && { email: erasure.email }),
  confirmed_order_ids: erasure.confirmed_order_ids,
})

const knownOf = (erasure: ErasureRow) => ({
  customers: erasure.customer_ids,
  orders: erasure.waiting_ids,
  until: erasure.started_at,
  emails: erasure.more_emails,
  isRestored: erasure.replayed_at !== null,
})

/** Marks orders that keep their buyer until a day. */
export const storeRestrictions = async (
  transaction: Knex.Transaction,
  erasure: Pick<ErasureRow, "id">,
  { keptOrders }: Pick<Assessment, "keptOrders">
): Promise<void> => {
  if (keptOrders.length === 0) return
  await transaction.raw(
    `INSERT INTO dk_personal_data_restriction (id, order_id, erasure_id, keep_through, law)
     SELECT n.id, n.order_id, ?, n.keep_through, n.law
       FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS n(id, order_id, keep_through, law)
     ON CONFLICT (order_id) DO UPDATE SET keep_through = excluded.keep_through, updated_at = now()`,
    [
      erasure.id,
      keptOrders.map(() => generateEntityId(undefined, "dkrestr")),
      ...(["order_id", "keep_through", "law"] as const).map((column) =>
        keptOrders.map((order) => order[column])
      ),
    ]
  )
}

/** From now on tokens of these accounts are refused. */
export const refuseTokens = async (
  transaction: Knex.Transaction,
  erasure: Pick<ErasureRow, "id">,
  ids: readonly string[]
): Promise<void> => {
  await transaction.raw(
    `INSERT INTO dk_personal_data_erased_actor (id, erasure_id) SELECT unnest(?::text[]), ? ON CONFLICT (id) DO NOTHING`,
    [[...ids], erasure.id]
  )
}

const idsOfOrders = ({ blocked, stops }: Assessment): string[] =>
  blocked.filter((row) => !stops.includes(row)).map(({ id }) => id)

/** The person as a whole waits. `not_erasable`: only the owner of a table that left something or refused can help. */
const wholePerson = (
  { id, customer_id: customer }: ErasureRow,
  reason: "not_erasable" | "ledger_unreachable"
): BlockedOrder => ({ id: customer ?? id, display_id: null, reason })

type End = Pick<Outcome, "left"> & { isComplete: boolean; isChanged: boolean; now: Date }

const finish = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  facts: Assessment,
  { left, isComplete, isChanged, now }: End
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
      waiting: JSON.stringify([
        ...facts.blocked,
        ...(left.length > 0 ? [wholePerson(erasure, "not_erasable")] : []),
      ]),
      left_ids: facts.uncertain.map((row) => row.id),
      finished_at: isComplete ? now : null,
      updated_at: now,
      ...(isComplete && { email: null, more_emails: [] }),
    })
  if (isChanged) await recordTouched(transaction, erasure.id, facts.keys)
}

/**
 * A run that waits for the same orders as the last one, and leaves what that one left, has nothing to say anew. What
 * comes back by itself (a value that differs each time, a trigger) is as much after a run as before it.
 */
const isUnchanged = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  facts: Assessment,
  { erased, left }: Outcome
): Promise<boolean> => {
  if (!isDeepStrictEqual(erased, left)) return false
  if (left.length === 0) {
    return (
      facts.blocked.length > 0 && facts.blocked.every(({ id }) => erasure.waiting_ids.includes(id))
    )
  }
  const last = await lastProof(transaction, erasure.id)
  return isDeepStrictEqual(last, { left, waiting: facts.blocked })
}

const eraseInOneTransaction = (
  connection: Knex,
  id: string,
  { filesLeft, ...options }: LedgerOptions & { busyCarts: readonly string[]; filesLeft: number }
): Promise<Run | null> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const erasure = await findErasure(transaction, id)
    if (erasure?.status !== "running") return null
    const subject = { ...subjectOf(erasure), known: knownOf(erasure) }
    const [result] = await eraseSubjects(transaction, [subject], {
      ...options,
      overrideBlocks: erasure.override_blocks,
      beforeErasing: (facts) =>
        rememberValues(transaction, id, { facts, secrets: options.ledger.secrets }),
    })
    if (!result) return null
    const { facts, erased } = result
    const left = await countPending(transaction, facts)
    const isChanged =
      facts.stops.length === 0 &&
      !(await isUnchanged(transaction, erasure, facts, { erased, left }))
    let isComplete = false
    if (isChanged) {
      await requireInLedger(transaction, erasure, facts, options.ledger)
      await refuseTokens(transaction, erasure, facts.keys.customer)
      await storeRestrictions(transaction, erasure, facts)
      await lookForAgain(transaction, id)
      isComplete = await storeCertificate(transaction, erasure, {
        facts,
        erased,
        left,
        filesLeft,
      })
    }
    await finish(transaction, erasure, facts, { left, isComplete, isChanged, now: options.now })
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

/** What a run was kept from, in the words of the log and for staff. */
const hindrance = (error: unknown) => {
  if (error instanceof TableRefused) {
    return {
      reason: "not_erasable",
      says: `${error.message}; it is tried again in an hour`,
    } as const
  }
  if (!(error instanceof LedgerUnreachable)) throw error
  return {
    reason: "ledger_unreachable",
    says: `the ledger outside the database takes nothing (${error.message}); nothing was erased, it is tried again`,
  } as const
}

/**
 * A table refused, and all of the transaction was undone, or the ledger could not be written, and nothing was begun:
 * staff is told, and it is tried again. Throws what is neither.
 */
const postponeHindered = (
  connection: Knex,
  id: string,
  { now, warn }: RunOptions,
  { reason, says }: ReturnType<typeof hindrance>
): Promise<null> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    warn(`dk-personal-data: erasure ${id}: ${says}`)
    const erasure = await findErasure(transaction, id)
    if (erasure?.status !== "running") return null
    await transaction("dk_personal_data_erasure")
      .where({ id })
      .update({
        status: "planned",
        waiting: JSON.stringify([wholePerson(erasure, reason)]),
        updated_at: now,
      })
    return null
  })

const waitsForLedger = ({ waiting }: ErasureRow): boolean =>
  waiting.some(({ reason }) => reason === "ledger_unreachable")

/**
 * When it begins. One that has erased nothing, because the ledger could not be written, begins anew: what the person did
 * meanwhile is theirs, too, and not somebody's who came back.
 */
const beginOf = async (
  transaction: Knex.Transaction,
  due: ErasureRow,
  now: Date
): Promise<Date> => {
  const { started_at: started, replayed_at: replayed } = due
  if (started === null) return now
  if (!waitsForLedger(due) || replayed !== null) return started
  return (await lastProof(transaction, due.id)) ? started : now
}

/**
 * Marks a due erasure as running and writes what it is about to erase, before it does.
 *
 * @returns the person's carts that could still be bought; null when there is nothing to run
 */
const claim = (connection: Knex, id: string, options: LedgerOptions): Promise<string[] | null> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const [due] = await selectRows<ErasureRow>(
      transaction,
      `SELECT * FROM dk_personal_data_erasure WHERE id = ? AND status IN ('planned', 'running') AND grace_until <= ? FOR UPDATE`,
      [id, options.now]
    )
    if (!due) return null
    const erasure = { ...due, started_at: await beginOf(transaction, due, options.now) }
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
    await recordInLedger(transaction, erasure, facts, options.ledger.secrets)
    return openCarts(transaction, facts.keys)
  })

/** How often one run may find more than it wrote down before: each time it begins anew. */
const MOST_CLAIMS = 5

/**
 * Runs a planned erasure: ledger first, here and outside, then files outside the database, then everything in one
 * transaction with its proof. Killed anywhere and run again it ends the same. What must wait is left planned with the
 * ids it waits for; so is all of it while the ledger outside cannot be written.
 *
 * @returns null when the erasure is not there to run, a hold, a veto, a table or the ledger stops it, or another server
 * has just done it
 */
export const runErasure = async (
  connection: Knex,
  id: string,
  options: LedgerOptions & {
    whileCartsRest: WhileCartsRest
    /** Deletes files that name the person, and gives how many could not be deleted. */
    forgetFiles: () => Promise<number>
  }
): Promise<Run | null> => {
  for (let claims = 1; ; claims += 1) {
    try {
      // While what an earlier try could not write cannot be written, nothing more is begun.
      const due = await findErasure(connection, id)
      if (due && waitsForLedger(due)) await appendUnsent(connection, options.ledger, id)
      const carts = await claim(connection, id, options)
      if (!carts) return null
      await appendUnsent(connection, options.ledger, id)
      const filesLeft = await options.forgetFiles()
      return await options.whileCartsRest(carts, (busyCarts) =>
        eraseInOneTransaction(connection, id, { ...options, busyCarts, filesLeft })
      )
    } catch (error) {
      // Nothing stands of what it did; what it found is written down first.
      if (error instanceof LedgerBehind && claims < MOST_CLAIMS) continue
      return postponeHindered(connection, id, options, hindrance(error))
    }
  }
}
