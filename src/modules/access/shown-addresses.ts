import type { Knex } from "../../shared/postgres"
import { selectRows } from "../../shared/postgres"
import type { AdminShownAddress } from "../../types/http"

const FIELDS =
  "a.id, a.first_name, a.last_name, a.company, a.address_1, a.address_2, a.postal_code, a.city, a.province, a.country_code, a.phone"

/** Delivery addresses of parcels stand apart: they are copies that a later change of the order does not reach. */
export const readAddressesOfOrder = (
  connection: Knex,
  orderId: string
): Promise<AdminShownAddress[]> =>
  selectRows<AdminShownAddress>(
    connection,
    `SELECT 'shipping' AS kind, ${FIELDS} FROM "order" o JOIN order_address a ON a.id = o.shipping_address_id WHERE o.id = :id
     UNION ALL SELECT 'billing', ${FIELDS} FROM "order" o JOIN order_address a ON a.id = o.billing_address_id WHERE o.id = :id
     UNION ALL SELECT 'delivery', ${FIELDS} FROM order_fulfillment l JOIN fulfillment f ON f.id = l.fulfillment_id
       JOIN fulfillment_address a ON a.id = f.delivery_address_id WHERE l.order_id = :id AND l.deleted_at IS NULL`,
    { id: orderId }
  )

/** The address book of an account; a guest has none. */
export const readAddressesOfCustomer = (
  connection: Knex,
  customerId: string
): Promise<AdminShownAddress[]> =>
  selectRows<AdminShownAddress>(
    connection,
    `SELECT 'account' AS kind, ${FIELDS} FROM customer_address a WHERE a.customer_id = ? AND a.deleted_at IS NULL ORDER BY a.created_at, a.id`,
    [customerId]
  )
