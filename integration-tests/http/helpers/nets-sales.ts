import { sweepNetsPayments } from "../../../src/workflows/nets"
import { callNets, startNetsPayment } from "./nets"
import type { NetsSession } from "./nets"
import { completeCart, createCart, staff } from "./shop"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

export const setSwitches = async (switches: Record<string, unknown>): Promise<void> => {
  const { status } = await callNets("POST", "/emulator/switches", switches)
  if (status !== 200) throw new Error(`switches: ${status.toString()}`)
}

/** No webhook of a payment arrives from now on. */
export const loseWebhooks = (): Promise<void> => setSwitches({ webhook_lost_rate: 1 })

/** Something done in the portal, outside the shop. Amounts are øre; all that is left when missing. */
export const inPortal = async (
  paymentId: string,
  action: "charge" | "refund" | "cancel",
  amount?: number
): Promise<void> => {
  const body = { action, ...(amount !== undefined && { amount }) }
  const { status } = await callNets("POST", `/emulator/payments/${paymentId}/portal`, body)
  if (status !== 200) throw new Error(`portal: ${status.toString()}`)
}

export const rowsOf = async <Row>(
  suite: Suite,
  sql: string,
  ...bindings: string[]
): Promise<Row[]> => (await suite.database().raw<{ rows: Row[] }>(sql, bindings)).rows

export const ordersOf = async (suite: Suite, cartId: string): Promise<string[]> => {
  const sql = "SELECT order_id FROM order_cart WHERE cart_id = ? AND deleted_at IS NULL"
  return (await rowsOf<{ order_id: string }>(suite, sql, cartId)).map(({ order_id: id }) => id)
}

/** A payment as the plugin last saw it. */
export type SeenPayment = {
  session_id: string
  problem: string | null
  reads: number
  reserved: number
  charged: number
  refunded: number
  cancelled: number
  failures: number
  next_check_at: Date
  closed_at: Date | null
}

export const seen = async (suite: Suite, sessionId: string): Promise<SeenPayment> => {
  const sql = "SELECT * FROM dk_nets_payment WHERE session_id = ?"
  const [row] = await rowsOf<SeenPayment>(suite, sql, sessionId)
  if (!row) throw new Error("the payment is not written down")
  return row
}

/** Runs the sweep as if the time of every open payment's next look had come. */
export const sweepNow = async (suite: Suite): Promise<void> => {
  await suite
    .database()
    .raw("UPDATE dk_nets_payment SET next_check_at = now() - interval '1 second'")
  await sweepNetsPayments(suite.container())
}

/** Lets the time pass for which money without a sale is left alone. */
export const passGrace = async (suite: Suite): Promise<void> => {
  await suite
    .database()
    .raw("UPDATE dk_nets_payment SET problem_since = problem_since - interval '11 minutes'")
}

export type Sale = NetsSession & {
  cartId: string
  orderId: string
  medusaPayment: string
  headers: Headers
}

/** An order of 138 kr. paid by card or another method and not captured, of whose payment no webhook ever arrives. */
export const sellUnheard = async (suite: Suite, method = "card"): Promise<Sale> => {
  await loseWebhooks()
  const cartId = await createCart(suite)
  const session = await startNetsPayment(suite, cartId)
  await callNets("POST", `/emulator/payments/${session.paymentId}/pay`, { method })
  const orderId = await completeCart(suite, cartId)
  const [payment] = await rowsOf<{ id: string }>(
    suite,
    "SELECT id FROM payment WHERE payment_session_id = ?",
    session.sessionId
  )
  const headers = await staff(suite)
  return { ...session, cartId, orderId, medusaPayment: payment?.id ?? "", headers }
}

/** Staff captures or refunds; the answer may be a refusal. */
export const move = (
  suite: Suite,
  { medusaPayment, headers }: Sale,
  kind: "capture" | "refund",
  amount?: number
) =>
  suite.call("POST", `/admin/payments/${medusaPayment}/${kind}`, {
    headers,
    body: { ...(amount !== undefined && { amount }) },
  })

/** What Medusa has booked on a payment, in kroner. */
export const bookedOf = async (
  suite: Suite,
  { medusaPayment }: Sale,
  table: "capture" | "refund"
): Promise<number[]> => {
  const sql = `SELECT amount FROM ${table} WHERE payment_id = ? AND deleted_at IS NULL ORDER BY amount`
  const rows = await rowsOf<{ amount: string }>(suite, sql, medusaPayment)
  return rows.map(({ amount }) => Number(amount))
}

/** The order's transactions and Medusa's own totals of them, in kroner. */
export const moneyOfOrder = async (suite: Suite, { orderId, headers }: Sale) => {
  const fields =
    "id,summary.*,payment_collections.captured_amount,payment_collections.refunded_amount"
  const answer = await suite.call<{
    order: {
      summary: {
        paid_total: number
        refunded_total: number
        transaction_total: number
        pending_difference: number
      }
      payment_collections: { captured_amount: number; refunded_amount: number }[]
    }
  }>("GET", `/admin/orders/${orderId}?fields=${fields}`, { headers })
  const [collection] = answer.body.order.payment_collections
  const { paid_total, refunded_total, transaction_total, pending_difference } =
    answer.body.order.summary
  return { paid_total, refunded_total, transaction_total, pending_difference, ...collection }
}
