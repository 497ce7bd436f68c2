import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { bindKeys } from "../domain/statements"
import type { SubjectKeys } from "../domain/statements"
import { registeredCompanies } from "../registry"
import { selectIds } from "./find-person"

/** Orders, carts and customers among the keys whose buyer is known to be no person. */
export const findCompanies = async (
  connection: Knex | Knex.Transaction,
  keys: SubjectKeys
): Promise<Set<string>> => {
  const found = new Set<string>()
  for (const { sql } of registeredCompanies()) {
    const statement = bindKeys(sql, keys)
    const rows = await selectRows<{ id: string }>(connection, statement.sql, statement.bindings)
    for (const { id } of rows) found.add(id)
  }
  return found
}

/**
 * Addresses that are the company's: the one it is billed at, and a delivery address that is the same or names the
 * company. A contact who has it sent home has that address erased.
 */
export const companyAddresses = (
  connection: Knex | Knex.Transaction,
  orders: readonly string[]
): Promise<string[]> =>
  selectIds(
    connection,
    `SELECT coalesce(billing_address_id, shipping_address_id) AS id FROM "order" WHERE id = ANY(?)
     UNION
     SELECT s.id FROM "order" o JOIN order_address s ON s.id = o.shipping_address_id
       LEFT JOIN order_address b ON b.id = o.billing_address_id
      WHERE o.id = ANY(?) AND (btrim(coalesce(s.company, '')) <> ''
        OR (lower(btrim(s.address_1)) = lower(btrim(b.address_1)) AND s.postal_code = b.postal_code))`,
    orders,
    orders
  )
