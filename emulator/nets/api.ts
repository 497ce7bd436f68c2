import { bare, coded, Refusal } from "./errors"
import { parseObject } from "./http"
import type { Call, Reply } from "./http"
import type { LifeCycle } from "./life-cycle"
import { newId, retrieveShape, serviceTime } from "./state"
import type { Charge, Payment, Refund } from "./state"
import { checkAmount, checkCreate, checkText } from "./validate"

const HOUR = 3_600_000
const TWO_DAYS = 48 * HOUR
const READS_PER_HOUR = 30
const ID = "([0-9a-fA-F-]{32,36})"

/** What goes wrong with a call whose path contains `path`, after `skip` such calls went well. */
export type Fault = {
  path: string
  method?: string
  skip: number
  kind: "answer_lost" | "unavailable" | "html"
}

export type World = {
  url: string
  secretKey: string
  allowLoopback: boolean
  now: () => number
  life: LifeCycle
  payments: Map<string, Payment>
  /** Faults to come, each for the next matching call. */
  faults: Fault[]
}

export const findPayment = (world: World, id: string | undefined): Payment => {
  const payment = world.payments.get((id ?? "").replaceAll("-", "").toLowerCase())
  if (!payment) throw bare(404)
  return payment
}

const bodyOf = (call: Call): Record<string, unknown> => {
  const body = parseObject(call.text)
  if (!body) throw new Refusal({ status: 400, json: { message: "The body is not valid JSON" } })
  return body
}

const create = (world: World, call: Call): Reply => {
  const { order, checkout, webhooks, myReference } = checkCreate(bodyOf(call), world.allowLoopback)
  const paymentId = newId()
  const page = `${world.url}/pay/${paymentId}`
  const hosted = checkout.integrationType === "HostedPaymentPage"
  const payment: Payment = {
    paymentId,
    order,
    checkout: { ...checkout, url: hosted ? page : "" },
    webhooks,
    ...(myReference !== undefined && { myReference }),
    reserved: 0,
    cancelled: 0,
    charges: [],
    refunds: [],
    created: serviceTime(world.now()),
    expiresAt: world.now() + TWO_DAYS,
    deliveries: [],
    reads: [],
    keys: new Map(),
  }
  world.payments.set(paymentId, payment)
  world.life.created(payment)
  const expiresAt = serviceTime(payment.expiresAt)
  return {
    status: 201,
    json: { paymentId, expiresAt, ...(hosted && { hostedPaymentPageUrl: page }) },
  }
}

const retrieve = (world: World, payment: Payment): Reply => {
  const now = world.now()
  payment.reads = payment.reads.filter((time) => time > now - HOUR)
  if (payment.reads.length >= READS_PER_HOUR) throw bare(429)
  payment.reads.push(now)
  return { status: 200, json: { payment: retrieveShape(payment) } }
}

/** Runs `act` once for an idempotency key; a key used with another amount is refused. */
const once = (
  payment: Payment,
  call: Call,
  { kind, amount }: { kind: "charge" | "refund"; amount: number },
  act: () => string
): string => {
  const key = call.header("idempotency-key")
  if (key === undefined) return act()
  if (key.length === 0 || key.length > 64) {
    throw new Refusal({ status: 400, json: { message: "Idempotency-Key: 1 to 64 characters" } })
  }
  const used = payment.keys.get(`${kind}:${key}`)
  if (used && used.amount !== amount) {
    throw kind === "charge"
      ? coded(402, 1026, "Charge tried with a different amount")
      : coded(500, 1027, "Refund tried with a different amount")
  }
  if (used) return used.id
  const id = act()
  payment.keys.set(`${kind}:${key}`, { kind, amount, id })
  return id
}

const charge = (world: World, call: Call, payment: Payment): Reply => {
  const body = checkAmount(bodyOf(call))
  const act = () => world.life.charge(payment, body).chargeId
  return {
    status: 201,
    json: { chargeId: once(payment, call, { kind: "charge", amount: body.amount }, act) },
  }
}

const findCharge = (world: World, id: string): { payment: Payment; charge: Charge } => {
  for (const payment of world.payments.values()) {
    const found = payment.charges.find(({ chargeId }) => chargeId === id)
    if (found) return { payment, charge: found }
  }
  throw bare(404)
}

export const findRefund = (world: World, id: string): { payment: Payment; refund: Refund } => {
  for (const payment of world.payments.values()) {
    const found = payment.refunds.find(({ refundId }) => refundId === id)
    if (found) return { payment, refund: found }
  }
  throw bare(404)
}

const refundCharge = (world: World, call: Call, id: string): Reply => {
  const { payment, charge: target } = findCharge(world, id)
  const body = checkAmount(bodyOf(call))
  const act = () => world.life.refundCharge(payment, target, body).refundId
  return {
    status: 201,
    json: { refundId: once(payment, call, { kind: "refund", amount: body.amount }, act) },
  }
}

const refundPayment = (world: World, call: Call, payment: Payment): Reply => {
  const body = checkAmount(bodyOf(call))
  const act = () => world.life.refundPayment(payment, body).refundId
  return {
    status: 201,
    json: { refundId: once(payment, call, { kind: "refund", amount: body.amount }, act) },
  }
}

const setReference = (call: Call, payment: Payment): Reply => {
  const body = bodyOf(call)
  checkText(body, "checkoutUrl", 256)
  const reference = checkText(body, "reference", 128)
  if (payment.order.reference !== undefined && payment.order.reference !== reference) {
    throw coded(500, 1016, "Order reference was previously set")
  }
  payment.order.reference = reference
  return { status: 204 }
}

type Handler = (world: World, call: Call, id: string) => Reply
const route = (method: string, path: string, handler: Handler) => ({
  method,
  path: new RegExp(`^/v1${path.replace(":id", ID)}/?$`),
  handler,
})

const routes = [
  route("POST", "/payments", create),
  route("GET", "/payments/:id", (world, _call, id) => retrieve(world, findPayment(world, id))),
  route("POST", "/payments/:id/charges", (world, call, id) =>
    charge(world, call, findPayment(world, id))
  ),
  route("POST", "/payments/:id/refunds", (world, call, id) =>
    refundPayment(world, call, findPayment(world, id))
  ),
  route("POST", "/charges/:id/refunds", refundCharge),
  route("POST", "/payments/:id/cancels", (world, call, id) => {
    world.life.cancel(findPayment(world, id), checkAmount(bodyOf(call)))
    return { status: 204 }
  }),
  route("PUT", "/payments/:id/terminate", (world, _call, id) => {
    world.life.terminate(findPayment(world, id))
    return { status: 204 }
  }),
  route("PUT", "/payments/:id/myreference", (world, call, id) => {
    findPayment(world, id).myReference = checkText(bodyOf(call), "myReference", 36)
    return { status: 204 }
  }),
  route("PUT", "/payments/:id/referenceinformation", (world, call, id) =>
    setReference(call, findPayment(world, id))
  ),
  route("GET", "/charges/:id", (world, _call, id) => {
    const { chargeId, amount } = findCharge(world, id).charge
    return { status: 200, json: { chargeId, amount } }
  }),
  route("GET", "/refunds/:id", (world, _call, id) => {
    const { refundId, amount } = findRefund(world, id).refund
    return { status: 200, json: { refundId, amount } }
  }),
]

/** Answers one call of the payment API. A path whose id has the wrong form answers 405, as the service does. */
export const answerApi = (world: World, call: Call): Reply => {
  if (call.header("authorization") !== world.secretKey) throw bare(401)
  const candidates = routes.map((entry) => ({ ...entry, match: entry.path.exec(call.path) }))
  const found = candidates.find(({ method, match }) => match && method === call.method)
  if (!found) throw bare(405)
  return found.handler(world, call, found.match?.[1] ?? "")
}
