import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { MANUAL } from "../../../modules/nets/booked-rows"
import { movesOf } from "../../../modules/nets/domain/follow-up"
import { readFollowFacts } from "../../../modules/nets/follow-facts"
import { paymentLock } from "../../../modules/nets/move-recorded"
import { toMajorUnits, toMinorUnits } from "../../../shared/money"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { whileLocked } from "../../../shared/session-locks"
import { alignOrderTransactions } from "./align-order"
import { tell } from "./context"
import type { Follow } from "./context"
import { sumUp } from "./sum-up"

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

/** What of a refund did reach the shopper, as a row of its own. */
const keepRest = (transaction: Knex.Transaction, id: string, amount: string) =>
  transaction.raw(
    `INSERT INTO refund (id, amount, raw_amount, payment_id, refund_reason_id, created_by, note, metadata, created_at, updated_at)
      SELECT ?, ?, jsonb_build_object('value', ?::text, 'precision', 20), payment_id, refund_reason_id, created_by, note,
        metadata, created_at, now()
      FROM refund WHERE id = ?`,
    [generateEntityId(undefined, "ref"), amount, amount, id]
  )

const undoRows = async (
  transaction: Knex.Transaction,
  { payment, currency, amount }: { payment: string; currency: string; amount: number }
): Promise<string[]> => {
  const sql = `SELECT id, amount::text FROM refund
    WHERE payment_id = ? AND deleted_at IS NULL AND COALESCE(created_by, '') NOT LIKE ?
    ORDER BY created_at DESC, id DESC FOR UPDATE`
  const rows = await selectRows<Row>(transaction, sql, [payment, `${MANUAL}%`])
  const minor = rows.map((row) => ({ ...row, minor: toMinorUnits(row.amount, currency) }))
  const chosen = chooseRows(minor, amount)
  for (const { id, left } of chosen) {
    await transaction.raw("UPDATE refund SET deleted_at = now() WHERE id = ?", [id])
    if (left > 0) await keepRest(transaction, id, toMajorUnits(left, currency).toString())
  }
  await sumUp(transaction, payment)
  return chosen.map(({ id }) => id)
}

/**
 * Takes back in Medusa what a refund that came to nothing at Nets had booked. Decided anew under the lock that
 * every refund of the payment holds while it asks Nets, with a fresh look, so a refund under way is never taken
 * for a failed one: it is done, or it finds its row gone and asks for nothing.
 */
export const undoRefund = async (follow: Follow): Promise<void> => {
  const { connection, client, paymentId, sessionId } = follow
  const undone = await whileLocked(connection, paymentLock(paymentId), async () => {
    const payment = await client.retrieve(paymentId)
    const found = await readFollowFacts(connection, sessionId)
    if (!found?.facts.booked) return undefined
    const move = movesOf(found.facts, payment, Date.now()).find(
      ({ kind }) => kind === "undo_refund"
    )
    if (move?.kind !== "undo_refund") return undefined
    const { facts } = found
    const booked = found.facts.booked
    const currency = payment.currency ?? ""
    const undo = { payment: booked.id, currency, amount: move.amount }
    const refunds = await connection.transaction((transaction) => undoRows(transaction, undo))
    return { refunds, payment: booked.id, order: facts.order_id }
  })
  if (!undone) return
  await tell(follow, "refund_failed")
  if (undone.order !== null) await alignOrderTransactions(follow, undone.order, undone.payment)
  const data = { id: undone.payment, order_id: undone.order, refund_ids: undone.refunds }
  await follow.container.resolve(Modules.EVENT_BUS).emit({ name: "dk_nets.refund_undone", data })
}
