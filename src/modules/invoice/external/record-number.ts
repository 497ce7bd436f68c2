import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../rules"
import { conflict, invalidField, notFound } from "../../../shared/errors"
import { orderLock, selectRows, withLock } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import type { InvoiceSettings } from "../options"
import { IS_CURRENT } from "../sealing/kept-tables"
import { lockSeries } from "../sealing/take-number"
import { answerRequests } from "./answer-requests"
import type { ExternalNumberFields } from "./external-fields"
import { keepOutside, overSince } from "./keep-outside"
import { modeOfOrder } from "./mode-of-order"
import { checkStated } from "./state-answer"

export type RecordNumber = {
  settings: InvoiceSettings
  orderId: string
  fields: ExternalNumberFields
  /** Id of the number of the same order that this one corrects. */
  replaces: string | null
  /** Id of the request that it answers; without one the facts tell (`matchRequests`). */
  answers?: string
  /** Id of the staff user or API key. */
  recordedBy: string
  now: Date
}

type Known = ExternalNumberFields & { id: string; order_id: string; is_current: boolean }

type Work = RecordNumber & { transaction: Knex.Transaction }

const KNOWN = `SELECT e.id, e.order_id, e.system, e.number, e.issued_on, e.kind, e.url, ${IS_CURRENT} AS is_current
  FROM dk_invoice_external e`

/** Days from before any bookkeeping that is still kept are slips of the keyboard. */
const FIRST_DAY = "2000-01-01"

/** Nothing is kept that bookkeeping keeps no longer: it would be gone the next night, and a slip of the keyboard with it. */
const checkDay = async (work: Work): Promise<void> => {
  const { transaction, settings, orderId, fields, replaces, now } = work
  const { issued_on: day } = fields
  const today = copenhagenDay(now)
  if (day > today) throw invalidField("issued_on", "in_future", "is in the future.")
  if (day < FIRST_DAY) throw invalidField("issued_on", "too_early", `is before ${FIRST_DAY}.`)
  const over = await overSince(transaction, { settings, orderId, days: [day], replaces, today })
  if (over !== null) {
    throw invalidField("issued_on", "term_over", `was to be kept through ${over}, no longer.`)
  }
}

/** Refuses what the plugin invoices itself: a sale is invoiced once. */
const checkOrder = async ({ transaction, settings, orderId }: Work): Promise<void> => {
  const [order] = await selectRows<{ placed_at: Date; is_draft: boolean; is_earlier: boolean }>(
    transaction,
    `SELECT created_at AS placed_at, is_draft_order OR status = 'draft' AS is_draft,
        created_at < (SELECT min(starts_at) FROM dk_invoice_series) AS is_earlier
      FROM "order" WHERE id = ? AND deleted_at IS NULL`,
    [orderId]
  )
  if (!order) throw notFound("The order was not found.")
  if (order.is_draft) throw conflict("order_is_draft", "A draft order is not invoiced.")
  const placed = { order_id: orderId, placed_at: order.placed_at }
  const isOwn = (await modeOfOrder(transaction, settings, placed)) === "own"
  const [sealed] = isOwn
    ? await selectRows(transaction, "SELECT 1 FROM dk_invoice_cause WHERE order_id = ?", [orderId])
    : []
  if (sealed !== undefined || (isOwn && !order.is_earlier)) {
    throw conflict("invoiced_here", "The order is invoiced by the plugin itself.")
  }
}

const isSame = (known: Known, fields: ExternalNumberFields): boolean =>
  known.issued_on === fields.issued_on && known.kind === fields.kind && known.url === fields.url

/** The same number, recorded before. Once at a time for one number, whichever the order. */
const findKnown = async (work: Work): Promise<Known | null> => {
  const { transaction, settings, orderId, fields, replaces } = work
  const { system, number } = fields
  const place = [settings.controller.id, system, number]
  await transaction.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [
    ["dk_invoice_external", ...place].join(":"),
  ])
  const sql = `${KNOWN} WHERE e.controller_id = ? AND e.system = ? AND e.number = ?`
  const rows = await selectRows<Known>(transaction, sql, place)
  const current = rows.find((row) => row.is_current)
  if (current && current.order_id !== orderId) {
    throw conflict("number_taken", "The number stands on another order.")
  }
  if (current && isSame(current, fields)) return current
  if (current && current.id !== replaces) {
    const how = "Send its id as replaces to correct it."
    throw conflict("number_known", `The order has the number with other details. ${how}`)
  }
  if (!current && replaces === null && rows.some((row) => row.order_id === orderId)) {
    throw conflict("already_replaced", "The number was corrected since.")
  }
  return null
}

const checkReplaced = async ({ transaction, orderId, replaces }: Work): Promise<void> => {
  if (replaces === null) return
  const sql = `${KNOWN} WHERE e.id = ? AND e.order_id = ?`
  const [row] = await selectRows<Known>(transaction, sql, [replaces, orderId])
  if (!row) throw invalidField("replaces", "not_found", "is no number of this order.")
  if (!row.is_current) throw conflict("already_replaced", "The number was corrected since.")
}

const insert = async (work: Work): Promise<string> => {
  const { transaction, settings, orderId, fields, replaces, recordedBy } = work
  const { id: controllerId } = settings.controller
  await lockSeries(transaction, controllerId)
  const id = generateEntityId("", "dkiext")
  await transaction("dk_invoice_external").insert({
    id,
    controller_id: controllerId,
    order_id: orderId,
    ...fields,
    replaces,
    recorded_by: recordedBy,
    // The moment, not the transaction's beginning: it is compared with that of requests.
    created_at: transaction.raw("clock_timestamp()"),
  })
  const chain = { settings, orderId }
  await keepOutside(
    transaction,
    replaces === null
      ? { ...chain, cause: "recorded" }
      : { ...chain, cause: "correction", correctedBy: recordedBy }
  )
  return id
}

/** What is known of the number already, once everything that could refuse it has been asked. */
const check = async (work: Work): Promise<Known | null> => {
  await checkOrder(work)
  const known = await findKnown(work)
  if (!known) {
    await checkReplaced(work)
    await checkDay(work)
  }
  await checkStated(work.transaction, work, known?.id ?? null)
  return known
}

/**
 * Records the number that the shop's bookkeeping system gave an order's invoice or credit note, and until when it is kept. The
 * same again changes nothing, but may say which request it answers.
 *
 * @throws not_found; invalid_data naming `issued_on`, `replaces` or `answers`; conflict `number_taken`, `number_known`,
 * `already_replaced`, `already_answered`, `answers_another`, `invoiced_here`, `order_is_draft`
 */
export const recordNumber = (
  connection: Knex,
  input: RecordNumber
): Promise<{ id: string; isNew: boolean }> =>
  withLock(connection, orderLock(input.orderId), async (transaction) => {
    const work = { ...input, transaction }
    const known = await check(work)
    const id = known?.id ?? (await insert(work))
    const { answers } = input
    const stated = answers === undefined ? null : { request_id: answers, number_id: id }
    if (!known || stated) await answerRequests(transaction, input.orderId, stated)
    return { id, isNew: !known }
  })

/**
 * What `recordNumber` would do; nothing is written.
 *
 * @param planned what earlier calls would have recorded, by system and number; this one is added
 * @throws as `recordNumber`
 */
export const wouldRecord = (
  connection: Knex,
  input: RecordNumber,
  planned: Map<string, string>
): Promise<{ id: string | null; isNew: boolean }> =>
  connection.transaction(async (transaction) => {
    const known = await check({ ...input, transaction })
    if (known) return { id: known.id, isNew: false }
    const { system, number, ...rest } = input.fields
    const [key, value] = [`${system}:${number}`, JSON.stringify([input.orderId, rest])]
    const before = planned.get(key)
    planned.set(key, before ?? value)
    if (before === undefined) return { id: null, isNew: true }
    if (before === value) return { id: null, isNew: false }
    throw conflict("number_taken", "The number stands on an earlier line, with other details.")
  })
