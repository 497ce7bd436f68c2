import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { SubjectKeys } from "../domain/statements"

/** A typed value to compare: an empty one is like none. */
const plain = (column: string): string => `nullif(lower(btrim(${column})), '')`

/**
 * Orders of an account that a visitor without login made after the account existed, and that do not name the
 * account's last name with its street or phone: somebody else may have typed the e-mail. An order without a cart
 * was made by staff.
 */
export const findUncertain = async (
  connection: Knex | Knex.Transaction,
  keys: SubjectKeys,
  confirmedIds: readonly string[]
): Promise<string[]> => {
  const [customers, orders, confirmed] = [[...keys.customer], [...keys.order], [...confirmedIds]]
  const rows = await selectRows<{ id: string }>(
    connection,
    `WITH account AS (SELECT id, created_at, ${plain("last_name")} AS last_name, ${plain("phone")} AS phone FROM customer WHERE id = ANY(?) AND has_account),
     known AS (
       SELECT ${plain("last_name")} AS last_name, ${plain("address_1")} AS street, ${plain("phone")} AS phone FROM customer_address WHERE customer_id IN (SELECT id FROM account)
       UNION SELECT last_name, NULL, phone FROM account)
     SELECT o.id FROM "order" o JOIN account a ON a.id = o.customer_id
      WHERE o.id = ANY(?) AND NOT o.id = ANY(?) AND o.created_at > a.created_at
        AND EXISTS (SELECT 1 FROM order_cart l WHERE l.order_id = o.id)
        AND NOT EXISTS (SELECT 1 FROM order_payment_collection l JOIN payment_session s ON s.payment_collection_id = l.payment_collection_id
             WHERE l.order_id = o.id AND s.context->'customer'->>'id' = a.id)
        AND NOT EXISTS (SELECT 1 FROM order_change x WHERE x.order_id = o.id AND x.change_type = 'transfer' AND x.status = 'confirmed')
        AND NOT EXISTS (SELECT 1 FROM order_address p WHERE p.id IN (o.shipping_address_id, o.billing_address_id)
             AND EXISTS (SELECT 1 FROM known k WHERE k.last_name = ${plain("p.last_name")})
             AND EXISTS (SELECT 1 FROM known k WHERE k.street = ${plain("p.address_1")} OR k.phone = ${plain("p.phone")}))
     UNION SELECT l.id FROM dk_personal_data_erasure e, unnest(e.left_ids) AS l(id) WHERE e.customer_ids && ? AND NOT l.id = ANY(?)`,
    [customers, orders, confirmed, customers, confirmed]
  )
  return rows.map(({ id }) => id)
}
