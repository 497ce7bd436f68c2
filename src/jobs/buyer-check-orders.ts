import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres, selectRows } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { dkCheckOrderBuyersWorkflow } from "../workflows/buyer"

/** Orders of the last two days, whose event may have been lost, and those with an open finding. */
const DUE = `SELECT id FROM "order" WHERE deleted_at IS NULL AND NOT is_draft_order AND created_at > now() - interval '2 days'
  UNION SELECT order_id FROM dk_buyer_finding WHERE resolved_at IS NULL`

/** Judges recent orders again, so that a lost event leaves no gap and a mended order leaves the list. */
const checkRecentOrders = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  await ifUnlocked(connection, "dk-buyer-check-orders", async () => {
    const due = await selectRows<{ id: string }>(connection, DUE)
    const input = { order_ids: due.map(({ id }) => id) }
    await dkCheckOrderBuyersWorkflow(container).run({ input })
  })
}

export default checkRecentOrders

export const config = { name: "dk-buyer-check-orders", schedule: "23 * * * *" }
