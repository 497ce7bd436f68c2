import type { MedusaContainer } from "@medusajs/framework/types"
import { ADDRESS_FIELDS, CUSTOMER_FIELDS } from "../../../modules/subject-request/domain/correction"
import { postgres, selectRows } from "../../../shared/postgres"
import type { AdminCorrectable } from "../../../types/http"
import type { People } from "./people"
import { CLOSED, ownOrders } from "./rectification-targets"

const ADDRESS = ADDRESS_FIELDS.map((field) => `a.${field}`).join(", ")

/** What of a person can be corrected, as it stands: their customers, address book and open orders. */
export const readCorrectable = async (
  container: MedusaContainer,
  people: People
): Promise<AdminCorrectable> => {
  const connection = postgres(container)
  const open = (await ownOrders(container, people)).filter(({ status }) => !CLOSED.has(status))
  return {
    customers: await selectRows(
      connection,
      `SELECT id, ${CUSTOMER_FIELDS.join(", ")} FROM customer WHERE id = ANY(?) AND deleted_at IS NULL ORDER BY has_account DESC, id`,
      [people.customers]
    ),
    addresses: await selectRows(
      connection,
      `SELECT a.id, ${ADDRESS} FROM customer_address a WHERE a.customer_id = ANY(?) AND a.deleted_at IS NULL ORDER BY a.id`,
      [people.customers]
    ),
    orders: await selectRows(
      connection,
      `SELECT o.id AS order_id, o.display_id, p.type, ${ADDRESS}
         FROM "order" o
         CROSS JOIN (VALUES ('shipping'), ('billing')) p(type)
         JOIN order_address a ON a.id = CASE p.type WHEN 'shipping' THEN o.shipping_address_id ELSE o.billing_address_id END
        WHERE o.id = ANY(?) ORDER BY o.display_id DESC, p.type DESC`,
      [open.map(({ id }) => id)]
    ),
  }
}
