import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Call } from "./http"
import type { Payment } from "./state"
import type { Sent } from "./webhooks"
import type { World } from "./world"

/** A payment as its file has it: with the body of each delivery, so that it can be sent again. */
type Kept = {
  payment: Omit<Payment, "keys">
  keys: [string, Payment["keys"] extends Map<string, infer Value> ? Value : never][]
  sent: (Sent | null)[]
}

const ENDING = ".json"

/** Writes a payment into the folder, whole or not at all. */
export const keepPayment = (world: World, folder: string, payment: Payment): void => {
  const { keys, ...rest } = payment
  const sent = payment.deliveries.map((delivery) => world.sender.sentOf(delivery))
  const kept: Kept = { payment: rest, keys: [...keys], sent }
  const path = join(folder, payment.paymentId)
  writeFileSync(path, JSON.stringify(kept))
  renameSync(path, path + ENDING)
}

const idsIn = (path: string): string[] =>
  (path.match(/[0-9a-f-]{32,36}/gi) ?? []).map((id) => id.replaceAll("-", "").toLowerCase())

/** Which payments a call may have changed: the one its path is about, and one that it made. */
export const touchedBy = ({ payments }: World, call: Call, known: ReadonlySet<string>) => {
  const [id] = idsIn(call.path)
  if (id === undefined) return [...payments.values()].filter((one) => !known.has(one.paymentId))
  const own = payments.get(id)
  if (own) return [own]
  return [...payments.values()].filter(
    ({ charges, refunds }) =>
      charges.some(({ chargeId }) => chargeId === id) ||
      refunds.some(({ refundId }) => refundId === id)
  )
}

/** Takes in what the folder has; what had not been delivered is sent again. */
export const restorePayments = (world: World, folder: string): void => {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder).filter((file) => file.endsWith(ENDING))) {
    const kept = JSON.parse(readFileSync(join(folder, name), "utf8")) as Kept
    const payment: Payment = { ...kept.payment, keys: new Map(kept.keys), paying: false }
    world.payments.set(payment.paymentId, payment)
    payment.deliveries.forEach((delivery, at) => {
      const sent = kept.sent[at]
      if (sent) world.sender.resume(payment, delivery, sent)
    })
  }
}
