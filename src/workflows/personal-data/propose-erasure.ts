import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorName } from "../../shared/errors"
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

const BATCH = 200

const nextUnproposed = (container: MedusaContainer, after: string): Promise<{ id: string }[]> =>
  selectRows<{ id: string }>(
    postgres(container),
    `SELECT c.id FROM customer c WHERE c.id > ? AND ${UNPROPOSED} ORDER BY c.id LIMIT ${BATCH.toString()}`,
    [after]
  )

/** Repairs missed events: deleted customers that have neither proposal nor erasure. One that fails stops no other. */
export const proposeMissingErasures = async (container: MedusaContainer): Promise<void> => {
  let rows = await nextUnproposed(container, "")
  while (rows.length > 0) {
    for (const { id } of rows) {
      try {
        await proposeErasureOf(container, id)
      } catch (error) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(`dk-personal-data: no erasure was proposed for ${id} (${errorName(error)})`)
      }
    }
    rows = await nextUnproposed(container, rows.at(-1)?.id ?? "")
  }
}
