import type { MedusaContainer } from "@medusajs/framework/types"
import { findUnreported, readBreach } from "../../modules/breach/breaches"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminBreachNumbersResponse } from "../../types/http"
import { mustReport } from "./detail"
import { breachSettings } from "./settings"

type Counts = Pick<AdminBreachNumbersResponse, "open" | "open_drills" | "new_reports">

/** Limits of real cases of which the authority may have to be told and has not been, the nearest first. */
const limitsAhead = async (container: MedusaContainer): Promise<Date[]> => {
  const connection = postgres(container)
  const limits: Date[] = []
  for (const id of await findUnreported(connection, breachSettings(container).controller.id)) {
    const { row, folded } = await readBreach(connection, id)
    if (row.deadline_at && !row.is_drill && mustReport(folded)) limits.push(row.deadline_at)
  }
  return limits
}

/** What asks for attention: open cases, limits that are near or past, and what customers reported. */
export const getBreachNumbers = async (
  container: MedusaContainer,
  now = new Date()
): Promise<AdminBreachNumbersResponse> => {
  const [counts] = await selectRows<Counts>(
    postgres(container),
    `SELECT (count(*) FILTER (WHERE NOT is_drill))::int AS open, (count(*) FILTER (WHERE is_drill))::int AS open_drills,
        (SELECT count(*)::int FROM dk_breach_tip WHERE controller_id = :id AND state = 'new' AND deleted_at IS NULL) AS new_reports
       FROM dk_breach WHERE controller_id = :id AND state = 'open' AND deleted_at IS NULL`,
    { id: breachSettings(container).controller.id }
  )
  const limits = await limitsAhead(container)
  return {
    ...{ open: counts?.open ?? 0, open_drills: counts?.open_drills ?? 0 },
    next_deadline_at: limits[0]?.toISOString() ?? null,
    overdue: limits.filter((limit) => limit < now).length,
    new_reports: counts?.new_reports ?? 0,
  }
}
