import type { MedusaContainer } from "@medusajs/framework/types"
import { isErasedAddress } from "../../modules/personal-data/domain/erased-address"
import {
  RESTRICTION_IN_FORCE,
  createPersonRestriction,
  liftPersonRestriction,
} from "../../modules/personal-data/engine/person-restrictions"
import type {
  PersonRestrictionInput,
  PersonRestrictionRow,
} from "../../modules/personal-data/engine/person-restrictions"
import { copenhagenDay } from "../../rules"
import { notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminPersonRestriction } from "../../types/http"

const toRestriction = (row: PersonRestrictionRow): AdminPersonRestriction => ({
  id: row.id,
  customer_id: row.customer_id,
  order_id: row.order_id,
  email: row.email,
  ground: row.ground,
  from_on: row.from_on,
  ends_on: row.ends_on,
  created_by: row.created_by,
  created_at: row.created_at.toISOString(),
  lifted_at: row.lifted_at?.toISOString() ?? null,
  lifted_by: row.lifted_by,
  lift_reason: row.lift_reason,
  told_at: row.told_at?.toISOString() ?? null,
})

/** Records that a person's data may only be stored. Throws invalid_data naming the field. */
export const addRestriction = async (
  container: MedusaContainer,
  input: Omit<PersonRestrictionInput, "now">
): Promise<AdminPersonRestriction> =>
  toRestriction(await createPersonRestriction(postgres(container), { ...input, now: new Date() }))

/** Ends a restriction. Throws not_found, invalid_data naming `told_at`, and conflict `restriction_lifted`. */
export const endRestriction = async (
  container: MedusaContainer,
  lift: { id: string; liftedBy: string; reason: string; toldAt: Date }
): Promise<AdminPersonRestriction> =>
  toRestriction(await liftPersonRestriction(postgres(container), { ...lift, now: new Date() }))

export type RestrictionFilters = {
  /** Made on this customer or order itself; `findRestricted` tells who else is meant. */
  customer_id?: string | undefined
  order_id?: string | undefined
  /** In force today. */
  active?: boolean | undefined
  limit: number
  offset: number
}

/** Restrictions, newest first. */
export const listRestrictions = async (
  container: MedusaContainer,
  { customer_id = "", order_id = "", active, limit, offset }: RestrictionFilters
): Promise<{ restrictions: AdminPersonRestriction[]; count: number }> => {
  const rows = await selectRows<PersonRestrictionRow & { total: number }>(
    postgres(container),
    `SELECT r.*, count(*) OVER ()::int AS total FROM dk_personal_data_person_restriction r
      WHERE r.deleted_at IS NULL AND (:customer_id = '' OR r.customer_id = :customer_id) AND (:order_id = '' OR r.order_id = :order_id)
        AND (:active::boolean IS NULL OR (${RESTRICTION_IN_FORCE}) = :active::boolean)
      ORDER BY r.created_at DESC, r.id LIMIT :limit OFFSET :offset`,
    {
      customer_id,
      order_id,
      active: active ?? null,
      today: copenhagenDay(new Date()),
      limit,
      offset,
    }
  )
  return { restrictions: rows.map(toRestriction), count: rows[0]?.total ?? 0 }
}

export type RestrictionContact = {
  /** Where the person is reached; null when nobody knows, as after an erasure. */
  email: string | null
  /** First day, `YYYY-MM-DD`. */
  from_on: string
  is_lifted: boolean
}

/** Where the person of a restriction is reached: at its mailbox, the account's or the order's. Throws not_found. */
export const readRestrictionContact = async (
  container: MedusaContainer,
  id: string
): Promise<RestrictionContact> => {
  const [row] = await selectRows<RestrictionContact>(
    postgres(container),
    `SELECT coalesce(r.email, c.email, o.email) AS email, r.from_on, r.lifted_at IS NOT NULL AS is_lifted
       FROM dk_personal_data_person_restriction r
       LEFT JOIN customer c ON c.id = r.customer_id AND c.deleted_at IS NULL
       LEFT JOIN "order" o ON o.id = r.order_id
      WHERE r.id = ? AND r.deleted_at IS NULL`,
    [id]
  )
  if (!row) throw notFound("No restriction has this id.")
  const isErased = row.email !== null && isErasedAddress(row.email)
  return isErased ? { ...row, email: null } : row
}
