import { generateEntityId } from "@medusajs/framework/utils"
import { conflict, notFound } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { assess, hasPending } from "./assess"
import type { Assessment } from "./assess"
import { refuseForeignOrders } from "./confirmed-orders"
import { ERASURE_LOCK, findErasure, findErasureOf } from "./erasure-row"
import type { ErasureRow } from "./erasure-row"
import type { Subject } from "./resolve"

export type PlanInput = Subject & {
  source: "staff" | "customer_deleted"
  reason?: string | undefined
  overrideBlocks: boolean
  /** Hours until it runs; null leaves it a proposal that staff confirms. */
  graceHours: number | null
  requestedBy: string | null
  financialYearStartsIn: number
  now: Date
  warn: (line: string) => void
}

export type Plan = {
  erasure: ErasureRow | null
  /** Nothing is left to erase; `erasure` is the one that did it, when it is known. */
  alreadyErased: boolean
}

const save = async (
  transaction: Knex.Transaction,
  open: ErasureRow | undefined,
  input: PlanInput,
  { person, confirmed }: Pick<Assessment, "person" | "confirmed">
): Promise<string> => {
  const { graceHours, now } = input
  const values = {
    status: graceHours === null ? "proposed" : (open?.started_at ?? null) ? "running" : "planned",
    source: open?.source ?? input.source,
    customer_id: input.customer_id ?? person.customers[0] ?? null,
    email: person.emails[0] ?? open?.email ?? null,
    customer_ids: [...new Set([...(open?.customer_ids ?? []), ...person.customers])],
    // Of a selection too, which is gone tomorrow.
    confirmed_order_ids: [...new Set([...(open?.confirmed_order_ids ?? []), ...confirmed])],
    reason: input.reason ?? open?.reason ?? null,
    override_blocks: input.overrideBlocks,
    requested_by: input.requestedBy,
    grace_until: graceHours === null ? null : new Date(now.getTime() + graceHours * 3600 * 1000),
    // Asked for again, it means what has come since, too.
    ...(open?.started_at && { started_at: now, replayed_at: null }),
  }
  if (open) {
    await transaction("dk_personal_data_erasure")
      .where({ id: open.id })
      .update({ ...values, updated_at: now })
    return open.id
  }
  const id = generateEntityId(undefined, "dkera")
  await transaction("dk_personal_data_erasure").insert({ id, ...values })
  return id
}

/**
 * Records that a person is to be erased: a proposal, or a plan that runs when its grace ends. An open erasure of
 * the same person is taken up again instead of a second one.
 *
 * @throws not_found for a customer id that never existed, invalid_data for confirmed orders of other accounts
 */
export const planErasure = (connection: Knex, input: PlanInput): Promise<Plan> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const facts = await assess(transaction, input, { ...input, ignoreStops: true })
    const { person } = facts
    if (input.customer_id !== undefined && !person.customers.includes(input.customer_id)) {
      throw notFound("customer_id: no customer has this id.")
    }
    await refuseForeignOrders(transaction, person, input.confirmed_order_ids)
    const open = await findErasureOf(transaction, facts, ["proposed", "planned", "running"])
    if (open && input.graceHours === null) return { erasure: open, alreadyErased: false }
    const isPending = await hasPending(transaction, facts)
    if (!open && !isPending && facts.blocked.length === 0) {
      const done = await findErasureOf(transaction, facts, ["done"])
      return { erasure: done ?? null, alreadyErased: true }
    }
    const id = await save(transaction, open, input, facts)
    return { erasure: (await findErasure(transaction, id)) ?? null, alreadyErased: false }
  })

const started = () => conflict("erasure_started", "The erasure has begun and cannot be cancelled.")

/**
 * Calls an erasure off before anything was erased.
 *
 * @throws conflict `erasure_started` once it ran, `erasure_cancelled` when it was called off before
 */
export const cancelErasure = (
  connection: Knex,
  { id, cancelledBy, now }: { id: string; cancelledBy: string; now: Date }
): Promise<ErasureRow> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const erasure = await findErasure(transaction, id)
    if (!erasure) throw notFound("No erasure has this id.")
    if (erasure.status === "cancelled") {
      throw conflict("erasure_cancelled", "The erasure has been cancelled already.")
    }
    if (erasure.started_at !== null || erasure.status === "done") {
      throw started()
    }
    const [cancelled] = await selectRows<ErasureRow>(
      transaction,
      `UPDATE dk_personal_data_erasure SET status = 'cancelled', email = NULL, cancelled_at = ?, cancelled_by = ?, updated_at = ?
        WHERE id = ? AND started_at IS NULL AND status IN ('proposed', 'planned') RETURNING *`,
      [now, cancelledBy, now, id]
    )
    if (!cancelled) throw started()
    return cancelled
  })
