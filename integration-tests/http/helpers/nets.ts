import { startEmulator } from "../../../emulator/nets"
import type { Emulator } from "../../../emulator/nets"
import { createToken } from "../../../src/shared/tokens"
import { eventually, startPayment } from "./shop"
import type { Suite } from "./suite"

/** Starts the Nets emulator where the store under test was told to find it. */
export const startTestNets = (): Promise<Emulator> =>
  startEmulator({ port: Number(new URL(process.env.NETS_URL ?? "").port), webhookRetryMs: 100 })

const SECRETS = {
  current: { id: "development", key: "development-only-secret-0123456789abcdef" },
  previous: [],
}

/** The message that money was reserved for a payment of 138 kr., as Nets sends and signs it. */
export const reservationWebhook = ({
  sessionId,
  paymentId,
}: Pick<NetsSession, "sessionId" | "paymentId">) => ({
  headers: { authorization: createToken(SECRETS, "nets_webhook", sessionId) },
  body: {
    id: "36ce3ff4a896450ea2b70f3263554772",
    event: "payment.reservation.created.v2",
    data: { paymentId, amount: { amount: 13_800, currency: "DKK" } },
  },
})

type NetsCall = { status: number; body: Record<string, unknown> }

/** Calls the emulator's own JSON surface, e.g. `/emulator/payments/:id`. */
export const callNets = async (
  method: string,
  path: string,
  body?: Record<string, unknown>
): Promise<NetsCall> => {
  const response = await fetch((process.env.NETS_URL ?? "") + path, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
  }
}

/** The emulator's view of a payment. Amounts are øre. */
export type NetsView = {
  payment_id: string
  my_reference: string
  amount: number
  currency: string
  items: {
    name: string
    quantity: number
    unitPrice: number
    taxRate: number
    taxAmount: number
    netTotalAmount: number
    grossTotalAmount: number
  }[]
  reserved: number
  charged: number
  refunded: number
  cancelled: number
  terminated: boolean
  charges: { charge_id: string; amount: number }[]
  reads: number
  deliveries: { event: string; id: string; url: string; attempts: number; status?: number }[]
}

export const viewPayment = async (paymentId: string): Promise<NetsView> => {
  const { body } = await callNets("GET", `/emulator/payments/${paymentId}`)
  return body.payment as NetsView
}

export type NetsSession = { sessionId: string; paymentId: string; data: Record<string, unknown> }

/** Opens a payment of a cart at the emulator. */
export const startNetsPayment = async (
  suite: Suite,
  cartId: string,
  options: { token?: string; data?: object } = {}
): Promise<NetsSession> => {
  const answer = await startPayment(suite, cartId, { provider: "pp_nets_nets", ...options })
  const session = answer.body.payment_collection.payment_sessions[0]
  if (!session) throw new Error(`payment session: ${answer.status.toString()} ${answer.text}`)
  return { sessionId: session.id, paymentId: String(session.data.payment_id), data: session.data }
}

/** The shopper pays on the emulator's page. */
export const payAtNets = async (
  paymentId: string,
  method: "card" | "mobilepay" | "swish" = "card"
): Promise<void> => {
  const { status } = await callNets("POST", `/emulator/payments/${paymentId}/pay`, { method })
  if (status !== 200) throw new Error(`pay: ${status.toString()}`)
}

/** A stored webhook and what came of it. */
export type Receipt = {
  id: string
  event: string
  outcome: string | null
  attempts: number
  done_at: string | null
}

export const receiptsOf = async (suite: Suite, sessionId: string): Promise<Receipt[]> => {
  const sql = "SELECT * FROM dk_nets_receipt WHERE session_id = ? ORDER BY event"
  return (await suite.database().raw<{ rows: Receipt[] }>(sql, [sessionId])).rows
}

/** Waits until so many webhooks of the session have arrived and are worked off. */
export const settled = (suite: Suite, sessionId: string, count: number): Promise<Receipt[]> =>
  eventually(async () => {
    const receipts = await receiptsOf(suite, sessionId)
    const done = receipts.filter(({ done_at: doneAt }) => doneAt !== null)
    return done.length === count && receipts
  })

/** Waits until the emulator has delivered everything about a payment and the store has worked it off. */
export const delivered = (suite: Suite, paymentId: string): Promise<boolean> =>
  eventually(async () => {
    const { deliveries, my_reference: sessionId } = await viewPayment(paymentId)
    const receipts = await receiptsOf(suite, sessionId)
    const done = receipts.filter(({ done_at: doneAt }) => doneAt !== null)
    return deliveries.every(({ status }) => status === 200) && done.length === deliveries.length
  })
