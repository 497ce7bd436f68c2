import type { MedusaContainer } from "@medusajs/framework/types"
import { createHold, liftHold } from "../../modules/personal-data/engine/hold-rows"
import type { HoldInput, HoldRow } from "../../modules/personal-data/engine/hold-rows"
import { IN_FORCE } from "../../modules/personal-data/engine/holds"
import { copenhagenDay } from "../../rules"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminHold } from "../../types/http"

const toHold = (row: HoldRow): AdminHold => ({
  id: row.id,
  customer_id: row.customer_id,
  order_id: row.order_id,
  kind: row.kind,
  reason: row.reason,
  ends_on: row.ends_on,
  created_by: row.created_by,
  created_at: row.created_at.toISOString(),
  lifted_at: row.lifted_at?.toISOString() ?? null,
  lifted_by: row.lifted_by,
})

/** Records a hold on a customer or an order. Throws invalid_data naming the field. */
export const addHold = async (
  container: MedusaContainer,
  input: Omit<HoldInput, "now">
): Promise<AdminHold> =>
  toHold(await createHold(postgres(container), { ...input, now: new Date() }))

/** Ends a hold. Throws not_found and conflict `hold_lifted`. */
export const endHold = async (
  container: MedusaContainer,
  id: string,
  liftedBy: string
): Promise<AdminHold> =>
  toHold(await liftHold(postgres(container), { id, liftedBy, now: new Date() }))

export type HoldFilters = {
  customer_id?: string | undefined
  order_id?: string | undefined
  /** In force today: neither lifted nor past its last day. */
  active?: boolean | undefined
  limit: number
  offset: number
}

/** Holds, newest first. */
export const listHolds = async (
  container: MedusaContainer,
  { customer_id, order_id, active, limit, offset }: HoldFilters
): Promise<{ holds: AdminHold[]; count: number }> => {
  const rows = await selectRows<HoldRow & { total: number }>(
    postgres(container),
    `SELECT h.*, count(*) OVER ()::int AS total FROM dk_personal_data_hold h
      WHERE h.deleted_at IS NULL AND (?::text IS NULL OR h.customer_id = ?) AND (?::text IS NULL OR h.order_id = ?)
        AND (?::boolean IS NULL OR (${IN_FORCE}) = ?::boolean)
      ORDER BY h.created_at DESC, h.id LIMIT ? OFFSET ?`,
    [
      ...[customer_id ?? null, customer_id ?? null, order_id ?? null, order_id ?? null],
      ...[active ?? null, copenhagenDay(new Date()), active ?? null, limit, offset],
    ]
  )
  return { holds: rows.map(toHold), count: rows[0]?.total ?? 0 }
}
