import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStop,
  findStop,
  liftStop,
  STOP_IN_FORCE,
} from "../../modules/personal-data/engine/stops"
import type { StopInput, StopRow } from "../../modules/personal-data/engine/stops"
import { copenhagenDay } from "../../rules"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminStop } from "../../types/http"

const toStop = (row: StopRow): AdminStop => ({
  id: row.id,
  kind: row.kind,
  reason: row.reason,
  ends_on: row.ends_on,
  created_by: row.created_by,
  created_at: row.created_at.toISOString(),
  lifted_at: row.lifted_at?.toISOString() ?? null,
  lifted_by: row.lifted_by,
  lift_reason: row.lift_reason,
})

/** Stops all erasing until a day. Throws invalid_data naming `ends_on`. */
export const addStop = async (
  container: MedusaContainer,
  input: Omit<StopInput, "now">
): Promise<AdminStop> =>
  toStop(await createStop(postgres(container), { ...input, now: new Date() }))

/** Lets erasing go on. Throws not_found and conflict `stop_lifted`. */
export const endStop = async (
  container: MedusaContainer,
  lift: { id: string; liftedBy: string; reason: string }
): Promise<AdminStop> => toStop(await liftStop(postgres(container), { ...lift, now: new Date() }))

/** The stop that is in force today. */
export const currentStop = async (container: MedusaContainer): Promise<AdminStop | null> => {
  const stop = await findStop(postgres(container), new Date())
  return stop ? toStop(stop) : null
}

type StopFilters = { active?: boolean | undefined; limit: number; offset: number }

/** Stops, newest first. */
export const listStops = async (
  container: MedusaContainer,
  { active, limit, offset }: StopFilters
): Promise<{ stops: AdminStop[]; count: number }> => {
  const rows = await selectRows<StopRow & { total: number }>(
    postgres(container),
    `SELECT s.*, count(*) OVER ()::int AS total FROM dk_personal_data_stop s
      WHERE s.deleted_at IS NULL AND (:active::boolean IS NULL OR (${STOP_IN_FORCE}) = :active::boolean)
      ORDER BY s.created_at DESC, s.id LIMIT :limit OFFSET :offset`,
    { active: active ?? null, today: copenhagenDay(new Date()), limit, offset }
  )
  return { stops: rows.map(toStop), count: rows[0]?.total ?? 0 }
}
