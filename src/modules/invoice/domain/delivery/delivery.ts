import type { Problem } from "../ubl/check-einvoice"

export const DELIVERY_CHANNELS = ["einvoice", "email"] as const

/** The buyer's receiver of e-invoices, the order's e-mail as it is when sent, or an address that staff typed once. */
export const RECIPIENTS = ["receiver", "order", "typed"] as const

/**
 * - `not_sent`: ready, and staff sends it by hand
 * - `queued`: goes by itself
 * - `delivered`: handed over
 * - `failed`: it was not, and does not go by itself any more
 * - `no_route`: the receiver takes no e-invoices of this format
 * - `uncertain`: nobody knows; the provider is asked or staff decides, and it is not sent again until then
 */
export const DELIVERY_STATES = [
  "not_sent",
  "queued",
  "delivered",
  "failed",
  "no_route",
  "uncertain",
] as const

export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number]
export type Recipient = (typeof RECIPIENTS)[number]
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** What came of one try. `later` is sure that nothing was handed over; `uncertain` is not. Codes hold nobody's data. */
export type Attempt =
  | { result: "delivered"; code: string }
  | { result: "by_hand"; code: string }
  | { result: "failed"; code: string; problems?: readonly Problem[] }
  | { result: "no_route"; code: string }
  | { result: "later"; code: string }
  | { result: "uncertain"; code: string }

const STATES: Readonly<Record<Exclude<Attempt["result"], "later">, DeliveryState>> = {
  delivered: "delivered",
  by_hand: "not_sent",
  failed: "failed",
  no_route: "no_route",
  uncertain: "uncertain",
}

/** The state a sure end leaves; null for a try that is made again. */
export const stateAfter = ({ result }: Attempt): DeliveryState | null =>
  result === "later" ? null : STATES[result]

/** States that keep another sending of the same e-invoice from being made. */
export const OPEN_STATES: readonly DeliveryState[] = ["not_sent", "queued", "uncertain"]

/** States of an e-invoice in which staff may say what became of it, also by another way. */
export const SETTLABLE_STATES: readonly DeliveryState[] = [
  "not_sent",
  "failed",
  "no_route",
  "uncertain",
]
