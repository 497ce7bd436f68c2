import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminBreachNumbersResponse } from "../../types/http"
import { breachSettings } from "./settings"

type Deadline = "next_deadline_at" | "next_running_deadline_at"
type Counts = Omit<AdminBreachNumbersResponse, Deadline> & Record<Deadline, Date | null>

/** A real case of which the authority must or may have to be told and has not been. */
const IS_UNREPORTED = "NOT is_drill AND must_report AND first_reported_at IS NULL"

/** What asks for attention: open cases, limits that are near or past, and what customers reported. */
export const getBreachNumbers = async (
  container: MedusaContainer,
  now = new Date()
): Promise<AdminBreachNumbersResponse> => {
  const [counts] = await selectRows<Counts>(
    postgres(container),
    `SELECT (count(*) FILTER (WHERE NOT is_drill))::int AS open, (count(*) FILTER (WHERE is_drill))::int AS open_drills,
        min(deadline_at) FILTER (WHERE ${IS_UNREPORTED}) AS next_deadline_at,
        (count(*) FILTER (WHERE ${IS_UNREPORTED} AND deadline_at < :now))::int AS overdue,
        (count(*) FILTER (WHERE ${IS_UNREPORTED} AND deadline_at >= :now))::int AS running,
        min(deadline_at) FILTER (WHERE ${IS_UNREPORTED} AND deadline_at >= :now) AS next_running_deadline_at,
        (SELECT count(*)::int FROM dk_breach_tip WHERE controller_id = :id AND state = 'new' AND deleted_at IS NULL) AS new_reports
       FROM dk_breach WHERE controller_id = :id AND state = 'open' AND deleted_at IS NULL`,
    { id: breachSettings(container).controller.id, now }
  )
  return {
    ...{ open: counts?.open ?? 0, open_drills: counts?.open_drills ?? 0 },
    next_deadline_at: counts?.next_deadline_at?.toISOString() ?? null,
    ...{ overdue: counts?.overdue ?? 0, running: counts?.running ?? 0 },
    next_running_deadline_at: counts?.next_running_deadline_at?.toISOString() ?? null,
    ...{ new_reports: counts?.new_reports ?? 0 },
  }
}
