import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres, selectRows } from "../../shared/postgres"

export type DoneErasure = { id: string; order_ids: string[]; finished_at: Date }

/** Erasures that ended in the last ninety days, the oldest first, with the orders that the ledger names. */
export const findDoneErasures = (container: MedusaContainer): Promise<DoneErasure[]> =>
  selectRows(
    postgres(container),
    `SELECT e.id, e.finished_at,
        ARRAY(SELECT DISTINCT unnest(l.order_ids) FROM dk_personal_data_ledger l WHERE l.erasure_id = e.id ORDER BY 1) AS order_ids
       FROM dk_personal_data_erasure e
      WHERE e.status = 'done' AND e.finished_at > now() - interval '90 days' AND e.deleted_at IS NULL ORDER BY e.finished_at`
  )
