import { refusePayment } from "./checkout"
import { badMessage, bare } from "./errors"
import { readFault, readFaultRate } from "./faults"
import { parseObject } from "./http"
import type { Call, Reply } from "./http"
import { findMethod } from "./methods"
import { returnAddress } from "./page"
import { pressPay } from "./paying"
import { actInPortal } from "./portal"
import { settleDueRefunds, settleRefund } from "./refunds"
import type { Decline, Payment, RefundState } from "./state"
import { overview, summary } from "./summary"
import { applySwitches } from "./switches"
import { findPayment, findRefund } from "./world"
import type { World } from "./world"

type Body = Record<string, unknown>
const DONE: Reply = { status: 204 }

const whole = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined

const DECLINED_ACTIONS: readonly Decline["action"][] = ["charge", "refund", "cancel"]

const addDecline = (payment: Payment, body: Body): void => {
  const action = DECLINED_ACTIONS.find((known) => known === body.action)
  if (!action) throw badMessage("action: charge, refund or cancel")
  payment.declines.push({ action, code: whole(body.code) ?? 1020 })
}

const payNow = async (world: World, payment: Payment, body: Body): Promise<number | undefined> => {
  const method = findMethod(typeof body.method === "string" ? body.method : "card")
  if (!method) throw badMessage("method: card, or the name of a payment method")
  return pressPay(world, payment, { method, surcharge: whole(body.surcharge) ?? 0 })
}

type PaymentAction = (
  world: World,
  payment: Payment,
  body: Body
) => undefined | Promise<Record<string, unknown>>

/** What `POST /emulator/payments/:id/<action>` does; what it gives becomes part of the answer. */
const PAYMENT_ACTIONS: Readonly<Record<string, PaymentAction>> = {
  pay: async (world, payment, body) => ({ declined: await payNow(world, payment, body) }),
  refuse: (world, payment, body) => {
    refusePayment(world, payment, whole(body.code))
    return undefined
  },
  expire: (world, payment) => {
    payment.expiresAt = world.clock.now()
    return undefined
  },
  decline: (_world, payment, body) => {
    addDecline(payment, body)
    return undefined
  },
  portal: (world, payment, { action, amount }) => {
    const moved = whole(amount)
    actInPortal(world, payment, { action, ...(moved !== undefined && { amount: moved }) })
    return undefined
  },
  redeliver: async (world, payment) => ({ statuses: await world.sender.redeliver(payment) }),
}

const answerPayment = async (world: World, call: Call, id: string, action?: string) => {
  const payment = findPayment(world, id)
  if (action === undefined) return { status: 200, json: { payment: overview(payment) } }
  const act = Object.hasOwn(PAYMENT_ACTIONS, action) ? PAYMENT_ACTIONS[action] : undefined
  if (!act || call.method !== "POST") throw bare(404)
  const more = await act(world, payment, parseObject(call.text) ?? {})
  return {
    status: 200,
    json: {
      payment: overview(payment),
      return_url: returnAddress(payment, world.switches),
      ...more,
    },
  }
}

const END_STATES: readonly Exclude<RefundState, "Pending">[] = [
  "Completed",
  "Failed",
  "Expired",
  "Cancelled",
]

const answerRefund = (world: World, call: Call, id: string): Reply => {
  const { state = "Completed" } = parseObject(call.text) ?? {}
  const end = END_STATES.find((known) => known === state)
  if (!end) throw badMessage("state: Completed, Failed, Expired or Cancelled")
  settleRefund(world, findRefund(world, id), end)
  return DONE
}

/** `POST` adds a fault, `DELETE` forgets all that have not happened and all rates. */
const answerFaults = (world: World, call: Call): Reply => {
  const { next, rates, happened } = world.faults
  if (call.method === "GET") return { status: 200, json: { next, rates, happened } }
  if (call.method === "DELETE") {
    next.splice(0)
    rates.splice(0)
    return DONE
  }
  const fault = readFault(parseObject(call.text) ?? {})
  if (!fault) return { status: 400 }
  next.push(fault)
  return DONE
}

const answerFaultRates = (world: World, call: Call): Reply => {
  if (call.method === "DELETE") {
    world.faults.rates.splice(0)
    return DONE
  }
  const rate = readFaultRate(parseObject(call.text) ?? {})
  if (!rate) return { status: 400 }
  world.faults.rates.push(rate)
  return DONE
}

const answerSwitches = (world: World, call: Call): Reply => {
  if (call.method === "POST") {
    const wrong = applySwitches(world.switches, parseObject(call.text) ?? {})
    if (wrong.length > 0) throw badMessage(`Not accepted: ${wrong.join(", ")}`)
  }
  return { status: 200, json: { switches: world.switches } }
}

const moveClock = ({ clock }: World, { advance_seconds: seconds, set, reset }: Body): void => {
  if (reset === true) clock.reset()
  else if (typeof seconds === "number") clock.advance(seconds * 1_000)
  else if (typeof set === "string" && !Number.isNaN(Date.parse(set))) clock.set(Date.parse(set))
  else throw badMessage("advance_seconds: number, or set: date-time, or reset: true")
}

const answerClock = (world: World, call: Call): Reply => {
  if (call.method === "POST") {
    moveClock(world, parseObject(call.text) ?? {})
    settleDueRefunds(world)
  }
  return { status: 200, json: { now: new Date(world.clock.now()).toISOString() } }
}

const answerSeed = (world: World, call: Call): Reply => {
  const seed = whole(parseObject(call.text)?.seed)
  if (seed === undefined) throw badMessage("seed: a whole number")
  world.random.reseed(seed)
  return DONE
}

/** Everything as it was at the start, webhooks on their way included. */
const answerReset = (world: World): Reply => {
  world.sender.clear()
  world.payments.clear()
  world.references.clear()
  world.faults.next.splice(0)
  world.faults.rates.splice(0)
  world.faults.happened = {}
  world.clock.reset()
  Object.assign(world.switches, world.firstSwitches)
  world.random.reseed(world.random.seed())
  return DONE
}

const PLAIN: Readonly<Record<string, (world: World, call: Call) => Reply>> = {
  "/emulator/summary": (world) => ({ status: 200, json: summary(world) }),
  "/emulator/payments": (world) => ({
    status: 200,
    json: { payments: [...world.payments.values()].map(overview) },
  }),
  "/emulator/faults": answerFaults,
  "/emulator/fault-rates": answerFaultRates,
  "/emulator/switches": answerSwitches,
  "/emulator/clock": answerClock,
  "/emulator/seed": answerSeed,
  "/emulator/reset": answerReset,
}

/** The emulator's own JSON surface for tests; nothing like it exists at the real service. */
export const answerControl = async (world: World, call: Call): Promise<Reply> => {
  const plain = Object.hasOwn(PLAIN, call.path) ? PLAIN[call.path] : undefined
  if (plain) return plain(world, call)
  const refund = /^\/emulator\/refunds\/([^/]+)$/.exec(call.path)?.[1]
  if (refund !== undefined && call.method === "POST") return answerRefund(world, call, refund)
  const [, id, action] = /^\/emulator\/payments\/([^/]+)(?:\/([a-z]+))?$/.exec(call.path) ?? []
  if (id === undefined) throw bare(404)
  return answerPayment(world, call, id, action)
}
