import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres, selectRows } from "../../shared/postgres"
import { dkErasePersonWorkflow } from "./workflows/erase-person"

/** Deleted, not erased, and without an erasure; one that was called off before the deletion does not count. */
const UNPROPOSED = `c.deleted_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM dk_personal_data_erased_actor a WHERE a.id = c.id)
  AND NOT EXISTS (SELECT 1 FROM dk_personal_data_erasure e WHERE e.customer_ids @> ARRAY[c.id]
    AND (e.status <> 'cancelled' OR e.cancelled_at >= c.deleted_at))`

/**
 * Opens a proposal for a customer that Medusa deleted: Medusa hides the row and keeps every value. Does nothing
 * for a customer that this plugin erased, that has an erasure, or that is not deleted.
 */
export const proposeErasureOf = async (
  container: MedusaContainer,
  customerId: string
): Promise<void> => {
  const [deleted] = await selectRows<{ id: string }>(
    postgres(container),
    `SELECT c.id FROM customer c WHERE c.id = ? AND ${UNPROPOSED}`,
    [customerId]
  )
  if (!deleted) return
  await dkErasePersonWorkflow(container).run({
    input: {
      customer_id: deleted.id,
      override_blocks: false,
      grace_hours: null,
      requested_by: null,
      source: "customer_deleted",
    },
  })
}

/** Repairs missed events: deleted customers that have neither proposal nor erasure. */
export const proposeMissingErasures = async (container: MedusaContainer): Promise<void> => {
  const rows = await selectRows<{ id: string }>(
    postgres(container),
    `SELECT c.id FROM customer c WHERE ${UNPROPOSED} ORDER BY c.deleted_at LIMIT 200`
  )
  for (const { id } of rows) await proposeErasureOf(container, id)
}
