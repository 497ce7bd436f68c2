import { generateEntityId } from "@medusajs/framework/utils"
import { MANUAL } from "../../../modules/nets/booked-rows"
import type { MoneyTable } from "../../../modules/nets/booked-rows"
import { movesOf } from "../../../modules/nets/domain/follow-up"
import type { Move } from "../../../modules/nets/domain/follow-up"
import { readFollowFacts } from "../../../modules/nets/follow-facts"
import { paymentLock } from "../../../modules/nets/move-recorded"
import { recordSeen } from "../../../modules/nets/record-seen"
import { toMajorUnits, toMinorUnits } from "../../../shared/money"
import { alignOrderTransactions } from "../../../shared/order-transactions"
import { sumUp, sumUpRefunds } from "../../../shared/payment-sums"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { whileLocked } from "../../../shared/session-locks"
import { tell } from "./context"
import type { Follow } from "./context"

type Undo = Extract<Move, { kind: "undo_charge" | "undo_refund" }>

const isUndo =
  (kind: Undo["kind"]) =>
  (move: Move): move is Undo =>
    move.kind === kind

type Row = { id: string; amount: string }

/** One row of just this amount, else the newest ones until it is reached; the last perhaps in part. */
const chooseRows = (rows: readonly (Row & { minor: number })[], amount: number) => {
  const exact = rows.find(({ minor }) => minor === amount)
  if (exact) return [{ id: exact.id, left: 0 }]
  let open = amount
  return rows.flatMap(({ id, minor }) => {
    const taken = Math.min(open, minor)
    open -= taken
    return taken > 0 ? [{ id, left: minor - taken }] : []
  })
}

const KEPT_COLUMNS = {
  capture: "payment_id, created_by, metadata, created_at",
  refund: "payment_id, refund_reason_id, created_by, note, metadata, created_at",
}

/** What of a capture or refund did happen, as a row of its own. */
const keepRest = (
  transaction: Knex.Transaction,
  table: MoneyTable,
  { id, amount }: { id: string; amount: string }
) => {
  const columns = KEPT_COLUMNS[table]
  const newId = generateEntityId(undefined, table === "capture" ? "capt" : "ref")
  return transaction.raw(
    `INSERT INTO ${table} (id, amount, raw_amount, updated_at, ${columns})
      SELECT ?, ?, jsonb_build_object('value', ?::text, 'precision', 20), now(), ${columns} FROM ${table} WHERE id = ?`,
    [newId, amount, amount, id]
  )
}

type Booked = { payment: string; currency: string; amount: number; total: number }

/** Does nothing when the rows are no longer those that were decided about. */
const undoRows = async (
  transaction: Knex.Transaction,
  table: MoneyTable,
  { payment, currency, amount, total }: Booked
): Promise<boolean> => {
  await transaction.raw("SELECT 1 FROM payment WHERE id = ? FOR UPDATE", [payment])
  const sql = `SELECT id, amount::text FROM ${table}
    WHERE payment_id = ? AND deleted_at IS NULL AND COALESCE(created_by, '') NOT LIKE ?
    ORDER BY created_at DESC, id DESC FOR UPDATE`
  const found = await selectRows<Row>(transaction, sql, [payment, `${MANUAL}%`])
  const rows = found.map((row) => ({ ...row, minor: toMinorUnits(row.amount, currency) }))
  if (rows.reduce((sum, { minor }) => sum + minor, 0) !== total) return false
  for (const { id, left } of chooseRows(rows, amount)) {
    await transaction.raw(`UPDATE ${table} SET deleted_at = now() WHERE id = ?`, [id])
    if (left === 0) continue
    await keepRest(transaction, table, { id, amount: toMajorUnits(left, currency).toString() })
  }
  await (table === "refund" ? sumUpRefunds(transaction, payment) : sumUp(transaction, payment))
  return true
}

/**
 * Takes back in Medusa a capture or refund that Nets has not done: a refund that failed later, or what a server was
 * killed at before it asked. No money moves, and staff is told to do it again. Decided anew under the lock that every
 * capture and refund of the payment holds while it asks Nets, with a fresh look, so one under way is never taken for
 * one that failed: it is done, or it finds its row gone and asks for nothing.
 */
export const undo = async (follow: Follow, kind: Undo["kind"]): Promise<void> => {
  const { connection, client, paymentId, sessionId, reference } = follow
  const undone = await whileLocked(connection, paymentLock(paymentId), async () => {
    const payment = await client.retrieve(paymentId)
    await recordSeen(connection, reference, payment)
    const found = await readFollowFacts(connection, sessionId)
    if (!found?.facts.booked) return undefined
    const { booked, order_id: order } = found.facts
    const move = movesOf(found.facts, payment, Date.now()).find(isUndo(kind))
    if (!move) return undefined
    const [table, total] =
      kind === "undo_charge"
        ? (["capture", booked.captured] as const)
        : (["refund", booked.refunded] as const)
    const { currency = "" } = payment
    const rows = { payment: booked.id, currency, amount: move.amount, total }
    const isDone = await connection.transaction((transaction) => undoRows(transaction, table, rows))
    return isDone ? { payment: booked.id, order } : undefined
  })
  if (!undone) return
  await tell(follow, kind === "undo_charge" ? "charge_failed" : "refund_failed")
  if (undone.order !== null)
    await alignOrderTransactions(follow.container, undone.order, undone.payment)
}
