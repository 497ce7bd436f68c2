import type { MedusaContainer } from "@medusajs/framework/types"
import { codeWords } from "../../../modules/nets/domain/codes"
import { notFound } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"
import type { AdminNetsReceipt, AdminNetsReceiptState } from "../../../types/http"
import { whereAll } from "./filters"
import type { Filter } from "./filters"
import { joinOrder, orderOf } from "./order-of-session"
import type { LedTo } from "./order-of-session"

type Row = Omit<AdminNetsReceipt, "order" | "words"> & LedTo

/** One state for every receipt, so that the filters together show all and each shows its own. */
const STATE = `CASE WHEN r.outcome LIKE 'failed:%' THEN 'failed'
    WHEN r.done_at IS NOT NULL THEN 'done'
    WHEN r.outcome IS NOT NULL AND r.next_attempt_at > now() THEN 'open'
    ELSE 'waiting' END`

const COLUMNS = `r.id, r.session_id, r.payment_id, r.event, r.event_id, r.occurred_at, r.amount, r.currency_code,
    r.charge_id, r.refund_id, r.cancel_id, r.error_code, r.outcome, r.attempts, r.next_attempt_at, r.done_at,
    r.created_at, ${STATE} AS state, led_to.order_id, led_to.display_id`

const FROM = `FROM dk_nets_receipt r LEFT JOIN dk_nets_payment p ON p.session_id = r.session_id
  ${joinOrder("p.payment_collection_id")}`

/** Nets' number in the event's error, or in the refusal that working on it met. */
const codeOf = ({ error_code: error, outcome }: Row): number => {
  const [, refused] = /^failed: nets_[a-z]+_(\d{4})$/.exec(outcome ?? "") ?? []
  return Number(error ?? refused)
}

const toReceipt = ({ order_id: orderId, display_id: number, ...row }: Row): AdminNetsReceipt => ({
  ...row,
  order: orderOf({ order_id: orderId, display_id: number }),
  words: codeWords(codeOf({ ...row, order_id: orderId, display_id: number })) ?? null,
})

export type ReceiptFilter = {
  session_id?: string | undefined
  event?: string | undefined
  state?: AdminNetsReceiptState | undefined
  limit: number
  offset: number
}

const filtersOf = ({ session_id: sessionId, event, state }: ReceiptFilter): Filter[] => [
  ...(sessionId === undefined ? [] : [{ sql: "r.session_id = ?", bindings: [sessionId] }]),
  ...(event === undefined ? [] : [{ sql: "r.event = ?", bindings: [event] }]),
  ...(state === undefined ? [] : [{ sql: `${STATE} = ?`, bindings: [state] }]),
]

/** Webhooks that arrived and what came of them, newest first. */
export const listNetsReceipts = async (
  container: MedusaContainer,
  filter: ReceiptFilter
): Promise<{ receipts: AdminNetsReceipt[]; count: number }> => {
  const { where, bindings } = whereAll(filtersOf(filter))
  const sql = `SELECT ${COLUMNS} ${FROM} WHERE ${where}
    ORDER BY r.created_at DESC, r.id DESC LIMIT ? OFFSET ?`
  const values = [...bindings, filter.limit, filter.offset]
  const rows = await selectRows<Row>(postgres(container), sql, values)
  const counting = `SELECT count(*)::int AS count FROM dk_nets_receipt r WHERE ${where}`
  const [total] = await selectRows<{ count: number }>(postgres(container), counting, bindings)
  return { receipts: rows.map(toReceipt), count: total?.count ?? 0 }
}

/**
 * One webhook and what came of it.
 *
 * @throws MedusaError not_found
 */
export const findNetsReceipt = async (
  container: MedusaContainer,
  id: string
): Promise<AdminNetsReceipt> => {
  const sql = `SELECT ${COLUMNS} ${FROM} WHERE r.id = ?`
  const [row] = await selectRows<Row>(postgres(container), sql, [id])
  if (!row) throw notFound("There is no such webhook in the inbox.")
  return toReceipt(row)
}
