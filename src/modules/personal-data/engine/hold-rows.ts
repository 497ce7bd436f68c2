import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../rules"
import { conflict, invalidField, notFound } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { isErasedAddress } from "../domain/erased-address"
import { ERASURE_LOCK } from "./erasure-row"

export type HoldKind = "legal_claim" | "dispute" | "authority" | "other"

export type HoldRow = {
  id: string
  customer_id: string | null
  order_id: string | null
  kind: HoldKind
  reason: string
  ends_on: string | null
  created_by: string
  created_at: Date
  lifted_at: Date | null
  lifted_by: string | null
}

export type HoldInput = {
  customer_id?: string | undefined
  order_id?: string | undefined
  kind: HoldKind
  reason: string
  ends_on?: string | undefined
  created_by: string
  now: Date
}

/** Throws invalid_data for a customer who is unknown or erased. */
export const checkCustomer = async (transaction: Knex.Transaction, id: string): Promise<void> => {
  const [customer] = await selectRows<{ is_erased: boolean }>(
    transaction,
    `SELECT EXISTS (SELECT 1 FROM dk_personal_data_erased_actor a WHERE a.id = c.id) AS is_erased FROM customer c WHERE c.id = ?`,
    [id]
  )
  if (!customer) throw invalidField("customer_id", "customer_unknown", "no customer has this id.")
  if (customer.is_erased) {
    throw invalidField("customer_id", "customer_erased", "the customer has been erased.")
  }
}

/** An erased order that still keeps its buyer for bookkeeping can be held: then it keeps it longer. */
export const checkOrder = async (transaction: Knex.Transaction, id: string): Promise<void> => {
  const [order] = await selectRows<{ email: string | null; is_restricted: boolean }>(
    transaction,
    `SELECT o.email, EXISTS (SELECT 1 FROM dk_personal_data_restriction r WHERE r.order_id = o.id AND r.released_at IS NULL) AS is_restricted
       FROM "order" o WHERE o.id = ?`,
    [id]
  )
  if (!order) throw invalidField("order_id", "order_unknown", "no order has this id.")
  if (isErasedAddress(order.email ?? "") && !order.is_restricted) {
    throw invalidField("order_id", "order_erased", "the order's buyer has been erased.")
  }
}

/**
 * Records a hold, in turn with erasures: one that has not been committed yet does not run after it.
 *
 * @throws invalid_data naming `customer_id`, `order_id` or `ends_on`
 */
export const createHold = (connection: Knex, input: HoldInput): Promise<HoldRow> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const { customer_id, order_id, ends_on, now, ...rest } = input
    if (customer_id !== undefined) await checkCustomer(transaction, customer_id)
    if (order_id !== undefined) await checkOrder(transaction, order_id)
    if (ends_on !== undefined && ends_on < copenhagenDay(now)) {
      throw invalidField("ends_on", "day_passed", "the last day has passed.")
    }
    const id = generateEntityId(undefined, "dkhold")
    await transaction("dk_personal_data_hold").insert({
      id,
      customer_id: customer_id ?? null,
      order_id: order_id ?? null,
      ends_on: ends_on ?? null,
      created_at: now,
      ...rest,
    })
    return readHold(transaction, id)
  })

const readHold = async (transaction: Knex.Transaction, id: string): Promise<HoldRow> => {
  const [hold] = await selectRows<HoldRow>(
    transaction,
    "SELECT * FROM dk_personal_data_hold WHERE id = ? AND deleted_at IS NULL",
    [id]
  )
  if (!hold) throw notFound("No hold has this id.")
  return hold
}

/**
 * Ends a hold; that it was in force stays recorded.
 *
 * @throws not_found, or conflict `hold_lifted`
 */
export const liftHold = (
  connection: Knex,
  { id, liftedBy, now }: { id: string; liftedBy: string; now: Date }
): Promise<HoldRow> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const hold = await readHold(transaction, id)
    if (hold.lifted_at) throw conflict("hold_lifted", "The hold has been lifted already.")
    await transaction("dk_personal_data_hold")
      .where({ id })
      .update({ lifted_at: now, lifted_by: liftedBy, updated_at: now })
    return readHold(transaction, id)
  })
