import { MedusaError } from "@medusajs/framework/utils"
import { unexpected } from "../../shared/errors"
import { toMinorUnits } from "../../shared/money"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { refundedOrPending } from "./domain/payment-state"
import type { NetsPayment } from "./domain/payment-state"
import type { MoneyRows } from "./session-facts"

/** `created_by` of captures and refunds that book what Nets already shows. */
export const ELSEWHERE = "dk_nets:elsewhere"

/** Begin of `created_by` of refunds that staff paid by hand; the user's id follows. */
export const MANUAL = "dk_nets:manual:"

export type MoneyTable = "capture" | "refund"

/** Why a row was written: a wish, something seen at Nets, or a refund paid by hand, which is not in `total`. */
type RecordedRows = MoneyRows & { kind: "wish" | "elsewhere" | "manual" }

type Row = { id: string; amount: string; currency_code: string; created_by: string | null }

const kindOf = ({ created_by: by }: Row): RecordedRows["kind"] => {
  if (by === ELSEWHERE) return "elsewhere"
  return by?.startsWith(MANUAL) ? "manual" : "wish"
}

const sum = (rows: readonly Row[]): number =>
  rows.reduce((total, { amount, currency_code: code }) => total + toMinorUnits(amount, code), 0)

/**
 * The amount Medusa recorded for a capture or refund, which its provider interface does not tell, and the sum
 * of all of the payment. Medusa commits the row before it asks the provider.
 *
 * @throws MedusaError unexpected_state when the row is not there (any more)
 */
export const readMoneyRows = async (
  connection: Knex,
  table: MoneyTable,
  id: string
): Promise<RecordedRows> => {
  const sql = `SELECT r.id, r.amount::text, p.currency_code, r.created_by FROM ?? r JOIN payment p ON p.id = r.payment_id
    WHERE r.payment_id = (SELECT payment_id FROM ?? WHERE id = ?) AND r.deleted_at IS NULL`
  const rows = await selectRows<Row>(connection, sql, [table, table, id])
  const own = rows.find((row) => row.id === id)
  if (!own) throw unexpected(`Nets: the ${table} is not recorded`)
  return {
    currency: own.currency_code,
    amount: sum([own]),
    total: sum(rows.filter((row) => kindOf(row) !== "manual")),
    kind: kindOf(own),
  }
}

/**
 * Lets a row pass that books what was seen at Nets, and moves nothing.
 *
 * @throws MedusaError not_allowed when Nets does not show as much: two servers booked the same, or staff moves
 * money at this moment. Medusa then takes the row away, and the next check decides anew.
 */
export const requireShown = (table: MoneyTable, rows: MoneyRows, payment: NetsPayment): void => {
  const shown = table === "capture" ? payment.charged : refundedOrPending(payment)
  if (rows.total <= shown) return
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "Nets does not show this amount.",
    "nets_not_shown"
  )
}
