import type { Clock } from "./clock"
import { bare } from "./errors"
import type { Faults } from "./faults"
import type { Call } from "./http"
import type { Random } from "./random"
import type { Charge, Payment, Refund } from "./state"
import type { Switches } from "./switches"
import type { WebhookSender } from "./webhooks"

/** Everything one emulator holds, in the memory of its process. */
export type World = {
  url: string
  secretKey: string
  checkoutKey: string
  allowLoopback: boolean
  clock: Clock
  random: Random
  switches: Switches
  /** The switches as they were at the start. */
  firstSwitches: Switches
  sender: WebhookSender
  faults: Faults
  payments: Map<string, Payment>
  /** References that must be new at the service: of methods, and invoice numbers. */
  references: Set<string>
  /** Writes down what a call may have changed, where the emulator has a folder for it. */
  keepTouched: (call: Call) => void
}

export const findPayment = (world: World, id: string | undefined): Payment => {
  const payment = world.payments.get((id ?? "").replaceAll("-", "").toLowerCase())
  if (!payment) throw bare(404)
  return payment
}

export const findCharge = (world: World, id: string): { payment: Payment; charge: Charge } => {
  for (const payment of world.payments.values()) {
    const found = payment.charges.find(({ chargeId }) => chargeId === id.replaceAll("-", ""))
    if (found) return { payment, charge: found }
  }
  throw bare(404)
}

export const findRefund = (world: World, id: string): { payment: Payment; refund: Refund } => {
  for (const payment of world.payments.values()) {
    const found = payment.refunds.find(({ refundId }) => refundId === id.replaceAll("-", ""))
    if (found) return { payment, refund: found }
  }
  throw bare(404)
}
