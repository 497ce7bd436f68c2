import { cancelPayment, chargePayment } from "./charges"
import { openPayment, setReference, terminatePayment, updateOrder } from "./checkout"
import { bare, badMessage, coded, Refusal } from "./errors"
import { parseObject } from "./http"
import type { Call, Reply } from "./http"
import { METHODS } from "./methods"
import { cancelRefund, refundCharge, refundPayment } from "./refunds"
import { moneyShape, retrieveShape } from "./shape"
import { serviceTime } from "./state"
import type { Payment, UsedKey } from "./state"
import { checkCreate, checkTexts } from "./validate"
import { checkAmount, checkOrderUpdate } from "./validate-amounts"
import { findCharge, findPayment, findRefund } from "./world"
import type { World } from "./world"

const HOUR = 3_600_000
const ID = "([0-9a-fA-F-]{32,36})"
const MAX_KEY = 64

const bodyOf = (call: Call): Record<string, unknown> => {
  const body = parseObject(call.text)
  if (!body) throw badMessage("The body is not valid JSON")
  return body
}

const pageOf = (world: World, { paymentId }: Payment): string => `${world.url}/pay/${paymentId}`

const create = (world: World, call: Call): Reply => {
  const body = checkCreate(bodyOf(call), {
    allowLoopback: world.allowLoopback,
    now: world.clock.now(),
    usedReferences: world.references,
  })
  const payment = openPayment(world, body)
  const { paymentId, checkout } = payment
  const hosted = checkout.integrationType === "HostedPaymentPage"
  return {
    status: 201,
    json: {
      paymentId,
      expiresAt: serviceTime(payment.expiresAt),
      ...(hosted && { hostedPaymentPageUrl: pageOf(world, payment) }),
    },
  }
}

/** `Retry-After` until the oldest read of the hour no longer counts. */
const retryAfter = (world: World, payment: Payment): Record<string, string> => {
  const { retry_after: style } = world.switches
  const free = (payment.reads[0] ?? world.clock.now()) + HOUR
  if (style === "date") return { "retry-after": new Date(free).toUTCString() }
  const seconds = Math.max(1, Math.ceil((free - world.clock.now()) / 1_000))
  return style === "seconds" ? { "retry-after": seconds.toString() } : {}
}

const retrieve = (world: World, payment: Payment): Reply => {
  const now = world.clock.now()
  payment.reads = payment.reads.filter((time) => time > now - HOUR)
  if (payment.reads.length >= world.switches.reads_per_hour) {
    throw bare(429, retryAfter(world, payment))
  }
  payment.reads.push(now)
  const includesPending = world.switches.refunded_includes_pending
  const shape = retrieveShape(payment, { page: pageOf(world, payment), includesPending })
  return { status: 200, json: { payment: shape } }
}

type Movement = { kind: "charge" | "refund"; amount: number; act: () => string }

const replay = ({ amount, id, refusal }: UsedKey, movement: Movement): string => {
  if (amount !== movement.amount) {
    throw movement.kind === "charge" ? coded(402, 1026) : coded(500, 1027)
  }
  if (id === undefined) throw refusal
  return id
}

/** Runs a movement once for an idempotency key; a key used with another amount is refused. */
const once = (world: World, call: Call, payment: Payment, movement: Movement): string => {
  const key = call.header("idempotency-key")
  if (key === undefined) return movement.act()
  if (key.length === 0 || key.length > MAX_KEY) {
    throw badMessage("Idempotency-Key: 1 to 64 characters")
  }
  const name = `${movement.kind}:${key}`
  const used = payment.keys.get(name)
  if (used) return replay(used, movement)
  const { amount } = movement
  try {
    const id = movement.act()
    payment.keys.set(name, { amount, id })
    return id
  } catch (refusal) {
    const isReplayed = world.switches.replay_refusals && refusal instanceof Refusal
    if (isReplayed) payment.keys.set(name, { amount, refusal })
    throw refusal
  }
}

const charge = (world: World, call: Call, payment: Payment): Reply => {
  const body = checkAmount(bodyOf(call))
  const chargeId = once(world, call, payment, {
    kind: "charge",
    amount: body.amount,
    act: () => chargePayment(world, payment, body).chargeId,
  })
  const { invoiceNumber } = findCharge(world, chargeId).charge
  const invoice = invoiceNumber === undefined ? {} : { invoice: { invoiceNumber } }
  return { status: 201, json: { chargeId, ...invoice } }
}

const refundOfCharge = (world: World, call: Call, id: string): Reply => {
  const found = findCharge(world, id)
  const body = checkAmount(bodyOf(call))
  const refundId = once(world, call, found.payment, {
    kind: "refund",
    amount: body.amount,
    act: () => refundCharge(world, found, body).refundId,
  })
  return { status: 201, json: { refundId } }
}

const refundOfPayment = (world: World, call: Call, payment: Payment): Reply => {
  const body = checkAmount(bodyOf(call))
  const refundId = once(world, call, payment, {
    kind: "refund",
    amount: body.amount,
    act: () => refundPayment(world, payment, body).refundId,
  })
  return { status: 201, json: { refundId } }
}

const listMethods = (call: Call): Reply => {
  const currency = call.query.get("Currency") ?? "DKK"
  const enabled = call.query.get("Enabled")
  const methods = METHODS.map(({ name, type, currencies }) => ({
    name,
    paymentType: type,
    currency,
    enabled: currencies === undefined || currencies.includes(currency),
  }))
  const wanted = methods.filter((one) => enabled === null || String(one.enabled) === enabled)
  return { status: 200, json: wanted }
}

type Handler = (world: World, call: Call, id: string) => Reply

/** A call that changes a payment and answers 204. */
const change =
  (act: (world: World, call: Call, payment: Payment) => void): Handler =>
  (world, call, id) => {
    act(world, call, findPayment(world, id))
    return { status: 204 }
  }

const route = (method: string, path: string, handler: Handler) => ({
  method,
  path: new RegExp(`^/v1${path.replace(":id", ID)}/?$`),
  handler,
})

const routes = [
  route("POST", "/payments", create),
  route("GET", "/payments/:id", (world, _call, id) => retrieve(world, findPayment(world, id))),
  route(
    "PUT",
    "/payments/:id/orderitems",
    change((world, call, payment) => {
      updateOrder(world, payment, checkOrderUpdate(bodyOf(call)))
    })
  ),
  route(
    "PUT",
    "/payments/:id/referenceinformation",
    change((_world, call, payment) => {
      setReference(payment, checkTexts(bodyOf(call), { checkoutUrl: 256, reference: 128 }))
    })
  ),
  route(
    "PUT",
    "/payments/:id/myreference",
    change((_world, call, payment) => {
      payment.myReference = checkTexts(bodyOf(call), { myReference: 36 }).myReference
    })
  ),
  route(
    "PUT",
    "/payments/:id/terminate",
    change((world, _call, payment) => {
      terminatePayment(world, payment)
    })
  ),
  route(
    "POST",
    "/payments/:id/cancels",
    change((world, call, payment) => {
      cancelPayment(world, payment, checkAmount(bodyOf(call)))
    })
  ),
  route("POST", "/payments/:id/charges", (world, call, id) =>
    charge(world, call, findPayment(world, id))
  ),
  route("POST", "/payments/:id/refunds", (world, call, id) =>
    refundOfPayment(world, call, findPayment(world, id))
  ),
  route("POST", "/charges/:id/refunds", refundOfCharge),
  route("GET", "/charges/:id", (world, _call, id) => {
    const found = findCharge(world, id).charge
    return { status: 200, json: moneyShape({ chargeId: found.chargeId }, found) }
  }),
  route("GET", "/refunds/:id", (world, _call, id) => {
    const { refund } = findRefund(world, id)
    return { status: 200, json: moneyShape({ refundId: refund.refundId }, refund) }
  }),
  route("POST", "/pending-refunds/:id/cancel", (world, _call, id) => {
    cancelRefund(world, findRefund(world, id))
    return { status: 204 }
  }),
  route("GET", "/paymentmethods", (_world, call) => listMethods(call)),
]

/** Answers one call of the payment API. A path whose id has the wrong form answers 405, as the service does. */
export const answerApi = (world: World, call: Call): Reply => {
  if (call.header("authorization") !== world.secretKey) throw bare(401)
  const candidates = routes.map((entry) => ({ ...entry, match: entry.path.exec(call.path) }))
  const found = candidates.find(({ method, match }) => match && method === call.method)
  if (!found) throw bare(405)
  return found.handler(world, call, found.match?.[1] ?? "")
}
