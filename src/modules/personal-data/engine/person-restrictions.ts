import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../rules"
import { conflict, invalidField, notFound } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { ERASURE_LOCK } from "./erasure-row"
import { checkCustomer, checkOrder } from "./hold-rows"

/** Art. 18(1)(a) to (d). */
export type RestrictionGround = "accuracy_contested" | "unlawful" | "legal_claim" | "objection"

export type PersonRestrictionRow = {
  id: string
  customer_id: string | null
  order_id: string | null
  email: string | null
  ground: RestrictionGround
  from_on: string
  ends_on: string | null
  created_by: string
  created_at: Date
  lifted_at: Date | null
  lifted_by: string | null
  lift_reason: string | null
  told_at: Date | null
}

export type PersonRestrictionInput = {
  /** An id that the caller chose, so that doing it again is the same restriction. */
  id?: string | undefined
  customer_id?: string | undefined
  order_id?: string | undefined
  email?: string | undefined
  ground: RestrictionGround
  from_on?: string | undefined
  ends_on?: string | undefined
  created_by: string
  now: Date
}

/** From its first day to the end of its last day in Denmark, or until it is lifted. */
export const RESTRICTION_IN_FORCE = `r.lifted_at IS NULL AND r.deleted_at IS NULL AND r.from_on <= :today AND (r.ends_on IS NULL OR r.ends_on >= :today)`

/** A restriction `r` is about a customer `c`. */
export const RESTRICTS_CUSTOMER = "(r.customer_id = c.id OR lower(r.email) = lower(c.email))"

/** A restriction `r` is about an order `o`: what the customer ordered as a guest of the same address as well. */
export const RESTRICTS_ORDER = `(r.order_id = o.id OR r.customer_id = o.customer_id OR lower(r.email) = lower(o.email)
  OR lower(o.email) = (SELECT lower(k.email) FROM customer k WHERE k.id = r.customer_id))`

const RESTRICTED = `
  SELECT c.id, r.ground FROM customer c JOIN dk_personal_data_person_restriction r ON ${RESTRICTS_CUSTOMER}
   WHERE c.id = ANY(:customers) AND ${RESTRICTION_IN_FORCE}
  UNION ALL SELECT o.id, r.ground FROM "order" o JOIN dk_personal_data_person_restriction r ON ${RESTRICTS_ORDER}
   WHERE o.id = ANY(:orders) AND ${RESTRICTION_IN_FORCE}
  UNION ALL SELECT x.id, r.ground FROM unnest(:emails::text[]) AS x(id) JOIN dk_personal_data_person_restriction r
      ON lower(r.email) = lower(x.id) OR lower(x.id) = (SELECT lower(k.email) FROM customer k WHERE k.id = r.customer_id)
   WHERE ${RESTRICTION_IN_FORCE}`

type Asked = { customerIds?: string[]; orderIds?: string[]; emails?: string[] }

/**
 * Whose data may only be stored today (GDPR Art. 18): those of the customers, orders and e-mails, each with its ground.
 * Nothing but storage is allowed for them without their consent, save claims and what they asked for themselves.
 */
export const findRestricted = async (
  connection: Knex | Knex.Transaction,
  { customerIds = [], orderIds = [], emails = [] }: Asked,
  now: Date
): Promise<ReadonlyMap<string, RestrictionGround>> => {
  const rows = await selectRows<{ id: string; ground: RestrictionGround }>(connection, RESTRICTED, {
    customers: customerIds,
    orders: orderIds,
    emails,
    today: copenhagenDay(now),
  })
  return new Map(rows.map(({ id, ground }) => [id, ground]))
}

const checkDays = (from: string, end: string | undefined, today: string): void => {
  if (end === undefined) return
  if (end < from) throw invalidField("ends_on", "before_first_day", "is before the first day.")
  if (end < today) throw invalidField("ends_on", "day_passed", "the last day has passed.")
}

/**
 * Records that a person's data may only be stored.
 *
 * @throws invalid_data naming `customer_id`, `order_id` or `ends_on`
 */
export const createPersonRestriction = (
  connection: Knex,
  input: PersonRestrictionInput
): Promise<PersonRestrictionRow> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const { id: chosen, customer_id, order_id, email, ends_on, now, ...rest } = input
    const before = chosen === undefined ? undefined : await findRestriction(transaction, chosen)
    if (before) return before
    const today = copenhagenDay(now)
    const { from_on: from = today } = input
    if (customer_id !== undefined) await checkCustomer(transaction, customer_id)
    if (order_id !== undefined) await checkOrder(transaction, order_id)
    checkDays(from, ends_on, today)
    const id = chosen ?? generateEntityId(undefined, "dkprestr")
    await transaction("dk_personal_data_person_restriction").insert({
      ...rest,
      id,
      customer_id: customer_id ?? null,
      order_id: order_id ?? null,
      email: email?.toLowerCase() ?? null,
      from_on: from,
      ends_on: ends_on ?? null,
      created_at: now,
    })
    return readRestriction(transaction, id)
  })

const findRestriction = async (
  transaction: Knex.Transaction,
  id: string
): Promise<PersonRestrictionRow | undefined> => {
  const [row] = await selectRows<PersonRestrictionRow>(
    transaction,
    "SELECT * FROM dk_personal_data_person_restriction WHERE id = ? AND deleted_at IS NULL",
    [id]
  )
  return row
}

const readRestriction = async (
  transaction: Knex.Transaction,
  id: string
): Promise<PersonRestrictionRow> => {
  const row = await findRestriction(transaction, id)
  if (!row) throw notFound("No restriction has this id.")
  return row
}

type Lift = { id: string; liftedBy: string; reason: string; toldAt: Date; now: Date }

/**
 * Ends a restriction; that it was in force stays recorded. The person is told before (Art. 18(3)).
 *
 * @throws not_found, invalid_data naming `told_at`, or conflict `restriction_lifted`
 */
export const liftPersonRestriction = (
  connection: Knex,
  { id, liftedBy, reason, toldAt, now }: Lift
): Promise<PersonRestrictionRow> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const restriction = await readRestriction(transaction, id)
    if (restriction.lifted_at) {
      throw conflict("restriction_lifted", "The restriction has been lifted already.")
    }
    if (toldAt > now) throw invalidField("told_at", "not_yet", "the person is told before.")
    await transaction("dk_personal_data_person_restriction").where({ id }).update({
      lifted_at: now,
      lifted_by: liftedBy,
      lift_reason: reason,
      told_at: toldAt,
      updated_at: now,
    })
    return readRestriction(transaction, id)
  })
