import { charged, refunded } from "./state"
import type { Delivery, Payment } from "./state"
import type { World } from "./world"

/** One payment as the control routes and the portal tell it. Amounts are minor units. */
export const overview = (payment: Payment) => ({
  payment_id: payment.paymentId,
  my_reference: payment.myReference,
  reference: payment.order.reference,
  amount: payment.order.amount,
  currency: payment.order.currency,
  items: payment.order.items,
  method: payment.method?.name,
  reserved: payment.reserved,
  charged: charged(payment),
  refunded: refunded(payment),
  refund_pending: refunded(payment, ["Pending"]),
  cancelled: payment.cancelled,
  terminated: payment.terminated !== undefined,
  charges: payment.charges.map(({ chargeId, amount }) => ({ charge_id: chargeId, amount })),
  refunds: payment.refunds.map(({ refundId, amount, state }) => ({
    refund_id: refundId,
    amount,
    state,
  })),
  paying: payment.paying,
  reads: payment.reads.length,
  deliveries: payment.deliveries,
})

const MAX_ATTEMPTS = 10

const fateOf = ({ lost, status, attempts }: Delivery): "ok" | "lost" | "given_up" | "open" => {
  if (status === 200) return "ok"
  if (lost && attempts === 0) return "lost"
  return attempts >= MAX_ATTEMPTS ? "given_up" : "open"
}

/** Totals over all payments and webhooks, for the check at the end of a long run. */
export const summary = (world: World) => {
  const payments = [...world.payments.values()]
  const sum = (amountOf: (payment: Payment) => number) =>
    payments.reduce((total, payment) => total + amountOf(payment), 0)
  const webhooks = { ok: 0, lost: 0, given_up: 0, open: 0 }
  for (const { deliveries } of payments) {
    for (const delivery of deliveries) webhooks[fateOf(delivery)] += 1
  }
  return {
    seed: world.random.seed(),
    now: new Date(world.clock.now()).toISOString(),
    payments: payments.length,
    reserved: sum(({ reserved }) => reserved),
    charged: sum(charged),
    refunded: sum((payment) => refunded(payment)),
    refund_pending: sum((payment) => refunded(payment, ["Pending"])),
    cancelled: sum(({ cancelled }) => cancelled),
    charges: sum(({ charges }) => charges.length),
    refunds: sum(({ refunds }) => refunds.length),
    webhooks: { ...webhooks, waiting: world.sender.waiting() },
    faults: world.faults.happened,
  }
}
