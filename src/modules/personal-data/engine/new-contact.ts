import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"

/** Who acts for a company from now on. */
export type Contact = { email: string; firstName: string; lastName: string; phone: string | null }

/**
 * A login without a password: nobody can log in with it, and Medusa's "forgot password" gives it one. A registration
 * would make a second account.
 */
const createLogin = async (
  transaction: Knex.Transaction,
  email: string,
  customerId: string
): Promise<void> => {
  const authId = generateEntityId(undefined, "authid")
  await transaction.raw(
    `INSERT INTO auth_identity (id, app_metadata) VALUES (?, jsonb_build_object('customer_id', ?::text))`,
    [authId, customerId]
  )
  await transaction.raw(
    `INSERT INTO provider_identity (id, entity_id, provider, auth_identity_id, provider_metadata) VALUES (?, ?, 'emailpass', ?, '{}')`,
    [generateEntityId(), email, authId]
  )
}

/** Orders under way, and carts about to become one, still need somebody to write to and to deliver to. */
const setOpenContact = async (
  transaction: Knex.Transaction,
  { email, firstName, lastName, phone }: Contact,
  ids: readonly string[]
): Promise<void> => {
  for (const type of ["order", "cart"]) {
    await transaction.raw(`UPDATE "${type}" SET email = ?, updated_at = now() WHERE id = ANY(?)`, [
      email,
      [...ids],
    ])
    await transaction.raw(
      `UPDATE ${type}_address SET first_name = ?, last_name = ?, phone = ?, updated_at = now()
        WHERE id IN (SELECT unnest(ARRAY[shipping_address_id, billing_address_id]) FROM "${type}" WHERE id = ANY(?))`,
      [firstName, lastName, phone, [...ids]]
    )
  }
}

/** Sets a company's new contact: account, login, the company's own addresses, and orders that are under way. */
export const setContact = async (
  transaction: Knex.Transaction,
  contact: Contact,
  { customerId, openIds }: { customerId: string; openIds: readonly string[] }
): Promise<void> => {
  const { email, firstName, lastName, phone } = contact
  await transaction.raw(
    `UPDATE customer SET email = ?, first_name = ?, last_name = ?, phone = ?, updated_at = now() WHERE id = ?`,
    [email, firstName, lastName, phone, customerId]
  )
  await transaction.raw(
    `UPDATE customer_address SET address_name = NULL, first_name = NULL, last_name = NULL, address_2 = NULL, phone = NULL, metadata = NULL, updated_at = now()
      WHERE customer_id = ?`,
    [customerId]
  )
  await createLogin(transaction, email, customerId)
  await setOpenContact(transaction, contact, openIds)
}
