import { findPayment, findRefund } from "./api"
import type { World } from "./api"
import { bare } from "./errors"
import { parseObject } from "./http"
import type { Call, Reply } from "./http"
import { paymentPage, returnAddress } from "./page"
import { charged, refunded } from "./state"
import type { Payment } from "./state"
import type { WebhookSender } from "./webhooks"

const METHODS = { card: "Visa", mobilepay: "MobilePay", swish: "Swish" } as const
const isMethod = (value: string): value is keyof typeof METHODS => value in METHODS

const overview = (payment: Payment) => ({
  payment_id: payment.paymentId,
  my_reference: payment.myReference,
  amount: payment.order.amount,
  currency: payment.order.currency,
  items: payment.order.items,
  reserved: payment.reserved,
  charged: charged(payment),
  refunded: refunded(payment),
  cancelled: payment.cancelled,
  terminated: payment.terminated !== undefined,
  charges: payment.charges.map(({ chargeId, amount }) => ({ charge_id: chargeId, amount })),
  reads: payment.reads.length,
  deliveries: payment.deliveries,
})

/** The shopper's page: shows it, and takes the button that was pressed. */
export const answerPage = (world: World, call: Call): Reply => {
  const payment = findPayment(world, /^\/pay\/([^/]+)$/.exec(call.path)?.[1])
  if (call.method === "GET") {
    const html = paymentPage(payment, call.query.get("language"), world.now())
    return { status: 200, html }
  }
  const choice = new URLSearchParams(call.text).get("choice") ?? ""
  if (choice === "cancel") {
    return { status: 303, location: payment.checkout.cancelUrl || payment.checkout.returnUrl }
  }
  if (!isMethod(choice)) return { status: 400 }
  world.life.pay(payment, METHODS[choice])
  return { status: 303, location: returnAddress(payment) }
}

type Action = { call: Call; payment: Payment; action: string | undefined }

const act = async (
  world: World,
  sender: WebhookSender,
  { call, payment, action }: Action
): Promise<Reply> => {
  const body = parseObject(call.text) ?? {}
  const method = typeof body.method === "string" ? body.method.toLowerCase() : "card"
  if (action === "pay" && isMethod(method)) world.life.pay(payment, METHODS[method])
  else if (action === "refuse") world.life.refuse(payment)
  else if (action === "redeliver") {
    return { status: 200, json: { statuses: await sender.redeliver(payment) } }
  } else return { status: 404 }
  return { status: 200, json: { payment: overview(payment), return_url: returnAddress(payment) } }
}

/** `POST` adds a fault, `DELETE` forgets all that have not happened. */
const answerFaults = (world: World, call: Call): Reply => {
  if (call.method === "DELETE") world.faults.splice(0)
  if (call.method !== "POST") return { status: 204 }
  const { path, kind, method, skip } = parseObject(call.text) ?? {}
  const known = kind === "answer_lost" || kind === "unavailable" || kind === "html"
  if (!known || typeof path !== "string") return { status: 400 }
  world.faults.push({
    path,
    kind,
    skip: typeof skip === "number" ? skip : 0,
    ...(typeof method === "string" && { method }),
  })
  return { status: 204 }
}

/** The emulator's own JSON surface for tests; nothing like it exists at the real service. */
export const answerControl = async (
  world: World,
  sender: WebhookSender,
  call: Call
): Promise<Reply> => {
  const body = parseObject(call.text) ?? {}
  if (call.path === "/emulator/faults") return answerFaults(world, call)
  const refund = /^\/emulator\/refunds\/([^/]+)$/.exec(call.path)?.[1]
  if (call.method === "POST" && refund !== undefined) {
    const found = findRefund(world, refund)
    world.life.settleRefund(
      found.payment,
      found.refund,
      body.state === "Failed" ? "Failed" : "Completed"
    )
    return { status: 204 }
  }
  const [, id, action] = /^\/emulator\/payments\/([^/]+)(?:\/([a-z]+))?$/.exec(call.path) ?? []
  if (id === undefined) throw bare(404)
  const payment = findPayment(world, id)
  if (call.method === "GET") return { status: 200, json: { payment: overview(payment) } }
  return act(world, sender, { call, payment, action })
}
