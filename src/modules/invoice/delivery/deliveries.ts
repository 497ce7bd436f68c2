import { generateEntityId } from "@medusajs/framework/utils"
import { recordFailure, recordOutcome } from "../../../shared/outbox"
import type { Outbox } from "../../../shared/outbox"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { SETTLABLE_STATES, stateAfter } from "../domain/delivery/delivery"
import type {
  Attempt,
  DeliveryChannel,
  DeliveryState,
  Recipient,
} from "../domain/delivery/delivery"
import type { EInvoiceFormat } from "../domain/ubl/check"
import type { Problem } from "../domain/ubl/check-einvoice"

/** Each delivery is worked on by one server at a time. */
export const DELIVERIES: Outbox = { table: "dk_invoice_delivery", group: "id" }

/** A delivery as staff sees it. */
export type DeliveryRow = {
  id: string
  invoice_id: string
  order_id: string
  channel: DeliveryChannel
  recipient: Recipient
  /** Kind of the transport for an e-invoice; `link` or `pdf` for a mail. */
  way: string
  format: EInvoiceFormat | null
  state: DeliveryState
  problems: Problem[]
  /** What came of the last try, as a code. */
  outcome: string | null
  note: string | null
  asked_by: string
  settled_by: string | null
  attempts: number
  /** When it is tried again; null when it is not. */
  next_attempt_at: Date | null
  created_at: Date
  updated_at: Date
}

/** A delivery that this process has claimed. */
export type ClaimedDelivery = DeliveryRow & { began_at: Date | null }

const COLUMNS = `v.id, v.invoice_id, v.order_id, v.channel, v.recipient, v.way, v.format, v.state, v.problems,
  regexp_replace(v.outcome, '^failed: ', '') AS outcome, v.note, v.asked_by, v.settled_by, v.attempts,
  CASE WHEN v.done_at IS NULL THEN v.next_attempt_at END AS next_attempt_at, v.created_at, v.updated_at`

/** Deliveries of some documents, the newest first. */
export const readDeliveries = (
  connection: Knex | Knex.Transaction,
  invoiceIds: readonly string[]
): Promise<DeliveryRow[]> =>
  selectRows(
    connection,
    `SELECT ${COLUMNS} FROM dk_invoice_delivery v WHERE v.invoice_id = ANY(?) ORDER BY v.created_at DESC, v.id DESC`,
    [[...invoiceIds]]
  )

export type NewDelivery = Pick<
  DeliveryRow,
  "invoice_id" | "order_id" | "channel" | "recipient" | "way" | "format" | "asked_by"
> & { controller_id: string }

/** An address that was typed is known to this process alone, so its delivery is claimed from the start. */
const CLAIM_SECONDS = 120

/**
 * Adds a delivery to what waits; nothing happens where the table allows no second one.
 *
 * @returns its id, or null when there is one already
 */
export const addDelivery = async (
  connection: Knex | Knex.Transaction,
  delivery: NewDelivery
): Promise<string | null> => {
  const isTyped = delivery.recipient === "typed"
  const [row] = await selectRows<{ id: string }>(
    connection,
    `INSERT INTO dk_invoice_delivery (id, controller_id, invoice_id, order_id, channel, recipient, way, format, asked_by, attempts, claimed_until)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${isTyped ? `now() + interval '${CLAIM_SECONDS.toString()} seconds'` : "NULL"})
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      generateEntityId("", "dkidel"),
      ...[delivery.controller_id, delivery.invoice_id, delivery.order_id, delivery.channel],
      ...[delivery.recipient, delivery.way, delivery.format, delivery.asked_by, isTyped ? 1 : 0],
    ]
  )
  return row?.id ?? null
}

/**
 * Records that something is about to be sent. From here on only a sure outcome lets it be sent again.
 *
 * @returns false when another server was quicker, or staff has settled it: nothing may be sent
 */
export const beginSending = async (
  connection: Knex,
  id: string,
  { way, format }: Pick<DeliveryRow, "way" | "format">
): Promise<boolean> => {
  const rows = await selectRows(
    connection,
    `UPDATE dk_invoice_delivery SET began_at = now(), way = ?, format = ?, updated_at = now()
     WHERE id = ? AND done_at IS NULL AND began_at IS NULL RETURNING id`,
    [way, format, id]
  )
  return rows.length > 0
}

const SETTLE = `UPDATE dk_invoice_delivery SET state = ?, problems = ?::jsonb, began_at = NULL
  WHERE id = ? AND state IN ('queued', 'uncertain') AND settled_by IS NULL RETURNING id`

/** The last try failed too: it does not go by itself any more. */
const GIVE_UP = `UPDATE dk_invoice_delivery SET began_at = NULL, state = CASE WHEN done_at IS NULL THEN state ELSE 'failed' END
  WHERE id = ? AND state = 'queued'`

/** Records what came of a try, unless staff has said what became of it meanwhile. */
export const settleDelivery = async (
  transaction: Knex.Transaction,
  id: string,
  attempt: Attempt
): Promise<void> => {
  const state = stateAfter(attempt)
  if (state === null) {
    await recordFailure(transaction, DELIVERIES, [id], attempt.code)
    await transaction.raw(GIVE_UP, [id])
    return
  }
  const problems = attempt.result === "failed" ? (attempt.problems ?? []) : []
  const bindings = [state, JSON.stringify(problems), id]
  const settled = await selectRows(transaction, SETTLE, bindings)
  if (settled.length > 0) await recordOutcome(transaction, DELIVERIES, [id], attempt.code)
}

/** Nothing of it has been sent, and staff wants it in another format. */
const WITHDRAW = `UPDATE dk_invoice_delivery SET state = 'failed', outcome = 'other_format', settled_by = ?, updated_at = now()
  WHERE invoice_id = ? AND channel = 'einvoice' AND state = 'not_sent' AND format <> ?`

export type OtherFormat = { invoiceId: string; format: EInvoiceFormat; by: string }

/** Takes back an e-invoice that waits to be sent by hand in another format than the one that is wanted now. */
export const withdrawOtherFormat = async (
  transaction: Knex.Transaction,
  { invoiceId, format, by }: OtherFormat
): Promise<void> => {
  await transaction.raw(WITHDRAW, [by, invoiceId, format])
}

export type StaffOutcome = {
  id: string
  outcome: "delivered" | "failed"
  note?: string | undefined
  by: string
}

/** Only one e-invoice of a document is delivered. */
const SETTLE_BY_STAFF = `UPDATE dk_invoice_delivery v
  SET state = ?, note = ?, settled_by = ?, done_at = coalesce(done_at, now()), claimed_until = NULL, updated_at = now()
  WHERE v.id = ? AND v.state = ANY(?) AND v.done_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM dk_invoice_delivery o WHERE o.invoice_id = v.invoice_id AND o.id <> v.id
      AND o.channel = 'einvoice' AND v.channel = 'einvoice' AND o.state IN ('not_sent', 'queued', 'uncertain', 'delivered'))
  RETURNING v.id`

/** Records what staff says became of a delivery. False when it is known already, or still goes by itself. */
export const settleByStaff = async (
  connection: Knex,
  { id, outcome, note, by }: StaffOutcome
): Promise<boolean> => {
  const bindings = [outcome, note ?? null, by, id, [...SETTLABLE_STATES]]
  return (await selectRows(connection, SETTLE_BY_STAFF, bindings)).length > 0
}
