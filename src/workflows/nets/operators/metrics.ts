import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres, selectRows } from "../../../shared/postgres"
import type { AdminNetsMetrics } from "../../../types/http"

/** Whole seconds since an instant; 0 while there is none, or it is still ahead. */
const secondsSince = (instant: string): string =>
  `GREATEST(0, COALESCE(floor(extract(epoch FROM now() - ${instant})), 0))::int`

const SQL = `SELECT
  (SELECT ${secondsSince("min(created_at)")} FROM dk_nets_receipt
    WHERE done_at IS NULL AND deleted_at IS NULL
      AND (outcome IS NULL OR outcome LIKE 'failed:%' OR next_attempt_at <= now()))
    AS oldest_unprocessed_receipt_seconds,
  ${secondsSince("min(next_check_at) FILTER (WHERE closed_at IS NULL)")} AS sweep_lag_seconds,
  (count(*) FILTER (WHERE problem = 'outcome_unknown'))::int AS unknown_outcomes,
  (count(*) FILTER (WHERE problem IS NOT NULL))::int AS open_problems,
  (count(*) FILTER (WHERE closed_at IS NULL))::int AS open_payments
  FROM dk_nets_payment
  WHERE deleted_at IS NULL AND (closed_at IS NULL OR problem IS NOT NULL)`

/** Whether the inbox and the sweep keep up, and how much waits for staff. */
export const readNetsMetrics = async (container: MedusaContainer): Promise<AdminNetsMetrics> => {
  const [metrics] = await selectRows<AdminNetsMetrics>(postgres(container), SQL)
  return {
    oldest_unprocessed_receipt_seconds: metrics?.oldest_unprocessed_receipt_seconds ?? 0,
    sweep_lag_seconds: metrics?.sweep_lag_seconds ?? 0,
    unknown_outcomes: metrics?.unknown_outcomes ?? 0,
    open_problems: metrics?.open_problems ?? 0,
    open_payments: metrics?.open_payments ?? 0,
  }
}
