import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** Something to be sent has not left yet. Cancelled and archived orders and drafts are not shipped. */
const TO_SHIP = `
  SELECT o.id FROM "order" o
  WHERE o.deleted_at IS NULL AND NOT o.is_draft_order AND o.status NOT IN ('canceled', 'archived', 'draft')
    AND (:ids::text[] IS NULL OR o.id = ANY(:ids))
    AND EXISTS (
      SELECT 1 FROM order_item i JOIN order_line_item l ON l.id = i.item_id
      WHERE i.order_id = o.id AND i.version = o.version AND i.deleted_at IS NULL AND l.requires_shipping
        AND i.quantity - coalesce(i.return_requested_quantity, 0) - coalesce(i.written_off_quantity, 0) > i.shipped_quantity)`

/** Ids of the orders that are to be shipped; of those given, if given. */
export const ordersToShip = async (
  connection: Knex,
  ids: readonly string[] | null = null
): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(connection, TO_SHIP, { ids: ids && [...ids] })
  return rows.map(({ id }) => id)
}
