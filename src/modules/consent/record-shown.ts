import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { PurchaseFacts, ShownNotice } from "./domain/choose-notice"

/** An order as evidence sees it. */
export type Purchase = PurchaseFacts & {
  order_id: string
  customer_id: string | null
  /** Lower case. */
  email: string | null
}

/** Where the notice met the person. */
const channelOf = (cartId: string | null): string => (cartId === null ? "confirmation" : "checkout")

/** The opaque key of a person; made when there is none. An order without a person gets a key of its own. */
const subjectKey = async (
  transaction: Knex.Transaction,
  controllerId: string,
  { customer_id: customerId, email }: Purchase
): Promise<string> => {
  const fresh = generateEntityId("", "dkcsub")
  if (customerId === null && email === null) return fresh
  const person = customerId === null ? { email } : { customer_id: customerId }
  await transaction("dk_consent_subject")
    .insert({ id: fresh, controller_id: controllerId, ...person })
    .onConflict()
    .ignore()
  const [subject] = await selectRows<{ id: string }>(
    transaction,
    `SELECT id FROM dk_consent_subject WHERE controller_id = ? AND (customer_id = ? OR email = ?)`,
    [controllerId, customerId, customerId === null ? email : null]
  )
  return subject?.id ?? fresh
}

/**
 * Writes that a notice was shown at a purchase, or sent after it. Never a consent: buying gives none.
 * The unique key of order, purpose and state makes it once, however often it is called.
 *
 * @returns true when the evidence was written now
 */
export const recordShown = (
  connection: Knex,
  controllerId: string,
  purchase: Purchase,
  { notice, source }: ShownNotice
): Promise<boolean> =>
  connection.transaction(async (transaction) => {
    const key = await subjectKey(transaction, controllerId, purchase)
    const written = await selectRows(
      transaction,
      `INSERT INTO dk_consent_event (id, controller_id, subject_key, purpose, channel, state, source,
         notice_id, notice_sha256, order_id, occurred_at)
       VALUES (?, ?, ?, 'privacy', ?, 'shown', ?, ?, ?, ?, ?)
       ON CONFLICT (order_id, purpose, state) DO NOTHING RETURNING id`,
      [
        generateEntityId("", "dkcevt"),
        controllerId,
        key,
        channelOf(purchase.cart_id),
        source,
        notice.id,
        notice.sha256,
        purchase.order_id,
        purchase.placed_at,
      ]
    )
    return written.length > 0
  })
