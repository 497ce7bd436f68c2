import type { MedusaContainer } from "@medusajs/framework/types"
import { NETS_MODULE } from "../../../modules/nets"
import type { NetsModuleService } from "../../../modules/nets"
import { MANUAL } from "../../../modules/nets/booked-rows"
import { seenState } from "../../../modules/nets/domain/seen-state"
import { notFound } from "../../../shared/errors"
import { toMinorUnits } from "../../../shared/money"
import { postgres, selectRows } from "../../../shared/postgres"
import type { AdminNetsPayment, AdminNetsReceipt } from "../../../types/http"
import { whereAll } from "./filters"
import type { Filter } from "./filters"
import { isLasting } from "./mark-seen"
import { COLLECTIONS_OF_ORDER, joinOrder, orderOf } from "./order-of-session"
import type { LedTo } from "./order-of-session"
import { portalUrl } from "./portal"
import { listNetsReceipts } from "./receipts"

type Row = Omit<
  AdminNetsPayment,
  | "order"
  | "environment"
  | "state"
  | "portal_url"
  | "problem_lasts"
  | "expires_at"
  | "refunded_by_hand"
> & { terminated: boolean; expires_at: Date | null; by_hand: string } & LedTo

/** In major units, as Medusa counts. */
const BY_HAND = `COALESCE((SELECT sum(r.amount) FROM refund r JOIN payment m ON m.id = r.payment_id
    WHERE m.payment_session_id = p.session_id AND r.deleted_at IS NULL AND r.created_by LIKE '${MANUAL}%'), 0)::text`

const COLUMNS = `p.session_id, p.payment_id, p.account, p.currency_code, p.amount, p.reserved, p.charged, p.refunded,
    p.cancelled, p.payment_type, p.payment_method, p.charges, p.refunds, p.terminated, p.expires_at, p.reserved_at,
    p.checked_at, p.problem, p.problem_since, p.closed_at,
    CASE WHEN p.reads_since > now() - interval '1 hour' THEN GREATEST(0, 30 - p.reads) ELSE 30 END AS checks_left,
    ${BY_HAND} AS by_hand, led_to.order_id, led_to.display_id`

const FROM = `FROM dk_nets_payment p ${joinOrder("p.payment_collection_id")}`

const toPayment =
  ({ settings }: NetsModuleService) =>
  ({
    terminated,
    by_hand: byHand,
    order_id: orderId,
    display_id: number,
    ...row
  }: Row): AdminNetsPayment => {
    const account = settings.accounts[row.account]
    return {
      ...row,
      expires_at: row.expires_at?.toISOString() ?? null,
      refunded_by_hand: toMinorUnits(byHand, row.currency_code),
      environment: account?.environment ?? null,
      order: orderOf({ order_id: orderId, display_id: number }),
      state: seenState({ ...row, terminated }, new Date()),
      problem_lasts: isLasting(row.problem),
      portal_url: account ? portalUrl(account, row.payment_id) : null,
    }
  }

export type PaymentFilter = {
  order_id?: string | undefined
  problem?: boolean | undefined
  limit: number
  offset: number
}

const filtersOf = ({ order_id: orderId, problem }: PaymentFilter): Filter[] => [
  { sql: "p.deleted_at IS NULL", bindings: [] },
  ...(orderId === undefined
    ? []
    : [
        {
          sql: `p.payment_collection_id IN (${COLLECTIONS_OF_ORDER})`,
          bindings: [orderId, orderId],
        },
      ]),
  ...(problem === undefined
    ? []
    : [{ sql: `p.problem IS ${problem ? "NOT " : ""}NULL`, bindings: [] }]),
]

/** Payments as last seen at Nets: those with problems first, the latest of them on top, then the newest. */
export const listNetsPayments = async (
  container: MedusaContainer,
  filter: PaymentFilter
): Promise<{ payments: AdminNetsPayment[]; count: number }> => {
  const { where, bindings } = whereAll(filtersOf(filter))
  const sql = `SELECT ${COLUMNS} ${FROM} WHERE ${where}
    ORDER BY p.problem_since DESC NULLS LAST, p.created_at DESC, p.id DESC LIMIT ? OFFSET ?`
  const values = [...bindings, filter.limit, filter.offset]
  const rows = await selectRows<Row>(postgres(container), sql, values)
  const counting = `SELECT count(*)::int AS count FROM dk_nets_payment p WHERE ${where}`
  const [total] = await selectRows<{ count: number }>(postgres(container), counting, bindings)
  const nets = container.resolve<NetsModuleService>(NETS_MODULE)
  return { payments: rows.map(toPayment(nets)), count: total?.count ?? 0 }
}

const RECEIPTS = 50

/**
 * One payment as last seen at Nets, with the latest of its webhooks.
 *
 * @throws MedusaError not_found for a session that never had a payment at Nets
 */
export const findNetsPayment = async (
  container: MedusaContainer,
  sessionId: string
): Promise<AdminNetsPayment & { receipts: AdminNetsReceipt[] }> => {
  const sql = `SELECT ${COLUMNS} ${FROM} WHERE p.session_id = ? AND p.deleted_at IS NULL`
  const [row] = await selectRows<Row>(postgres(container), sql, [sessionId])
  if (!row) throw notFound("This payment session has no payment at Nets.")
  const filter = { session_id: sessionId, limit: RECEIPTS, offset: 0 }
  const { receipts } = await listNetsReceipts(container, filter)
  const nets = container.resolve<NetsModuleService>(NETS_MODULE)
  return { ...toPayment(nets)(row), receipts }
}
