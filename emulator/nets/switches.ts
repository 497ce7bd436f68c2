import type { RefundState } from "./state"

/** How the emulator behaves where the service's own way is unknown, varies, or is to be made difficult. */
export type Switches = {
  /** Name of the payment id on the way back to the shop: the newer or the older one. */
  return_parameter: "paymentid" | "paymentId"
  /** `Retry-After` of a 429. */
  retry_after: "none" | "seconds" | "date"
  reads_per_hour: number
  /** State of a new refund. */
  refund_state: RefundState
  /** Emulator seconds after which a pending refund is completed; 0: not by the clock. */
  refund_after_seconds: number
  /** Emulator seconds after which a pending refund has expired; 0: never. */
  refund_expires_after_seconds: number
  reservation_days: number
  /** Whether `refundedAmount` counts pending refunds. */
  refunded_includes_pending: boolean
  /** Whether a repeated idempotency key answers with the refusal of its first call. */
  replay_refusals: boolean
  /** Whether lines of invoice charges and refunds must be lines of the order. */
  invoice_lines: "any" | "of_order"
  /** Whether amounts below 4.00 force errors and delays. */
  test_amounts: boolean
  /** Milliseconds that one second of a forced delay takes. */
  delay_second_ms: number
  webhook_amounts: "numbers" | "strings"
  /** `split`: merchantId in v1, merchantNumber in v2; `both` in all; `text`: the id is a string. */
  webhook_merchant: "split" | "both" | "text"
  /** Real milliseconds before the second delivery; doubles with each further one. */
  webhook_retry_ms: number
  /** Who checkout.completed tells of: everything about a made-up person, or the IP address alone. */
  webhook_consumer: "whole" | "ip"
  /** Whether an unset myReference comes as "". */
  webhook_empty_reference: boolean
  /** Whether the answer of a call waits until its webhooks have been tried once. */
  webhook_before_answer: boolean
  /** Share of webhooks never sent, sent twice, sent late. */
  webhook_lost_rate: number
  webhook_duplicate_rate: number
  webhook_late_rate: number
  /** Real milliseconds a late one waits. */
  webhook_late_ms: number
  /** Each waits a random time up to this many real milliseconds, so that they overtake one another. */
  webhook_reorder_ms: number
}

export const defaultSwitches = (): Switches => ({
  return_parameter: "paymentid",
  retry_after: "none",
  reads_per_hour: 30,
  refund_state: "Completed",
  refund_after_seconds: 0,
  refund_expires_after_seconds: 30 * 86_400,
  reservation_days: 7,
  refunded_includes_pending: false,
  replay_refusals: false,
  invoice_lines: "any",
  test_amounts: true,
  delay_second_ms: 1_000,
  webhook_amounts: "numbers",
  webhook_merchant: "split",
  webhook_retry_ms: 250,
  webhook_consumer: "whole",
  webhook_empty_reference: false,
  webhook_before_answer: false,
  webhook_lost_rate: 0,
  webhook_duplicate_rate: 0,
  webhook_late_rate: 0,
  webhook_late_ms: 2_000,
  webhook_reorder_ms: 0,
})

const oneOf =
  <T extends string>(...values: T[]) =>
  (value: unknown): value is T =>
    values.some((known) => known === value)
const isFlag = (value: unknown): value is boolean => typeof value === "boolean"
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0
const isShare = (value: unknown): value is number => isCount(value) && value <= 1

const checks: { [K in keyof Switches]: (value: unknown) => value is Switches[K] } = {
  return_parameter: oneOf("paymentid", "paymentId"),
  retry_after: oneOf("none", "seconds", "date"),
  reads_per_hour: isCount,
  refund_state: oneOf("Pending", "Completed", "Failed", "Expired", "Cancelled"),
  refund_after_seconds: isCount,
  refund_expires_after_seconds: isCount,
  reservation_days: isCount,
  refunded_includes_pending: isFlag,
  replay_refusals: isFlag,
  invoice_lines: oneOf("any", "of_order"),
  test_amounts: isFlag,
  delay_second_ms: isCount,
  webhook_amounts: oneOf("numbers", "strings"),
  webhook_merchant: oneOf("split", "both", "text"),
  webhook_retry_ms: isCount,
  webhook_consumer: oneOf("whole", "ip"),
  webhook_empty_reference: isFlag,
  webhook_before_answer: isFlag,
  webhook_lost_rate: isShare,
  webhook_duplicate_rate: isShare,
  webhook_late_rate: isShare,
  webhook_late_ms: isCount,
  webhook_reorder_ms: isCount,
}

const isName = (name: string): name is keyof Switches => Object.hasOwn(checks, name)

const setSwitch = <K extends keyof Switches>(
  switches: Switches,
  name: K,
  value: unknown
): boolean => {
  const check = checks[name]
  if (!check(value)) return false
  switches[name] = value
  return true
}

/**
 * Sets what `patch` names; all or nothing.
 *
 * @returns the names that are unknown or have a value that does not fit
 */
export const applySwitches = (switches: Switches, patch: Record<string, unknown>): string[] => {
  const next = { ...switches }
  const wrong = Object.entries(patch)
    .filter(([name, value]) => !isName(name) || !setSwitch(next, name, value))
    .map(([name]) => name)
  if (wrong.length === 0) Object.assign(switches, next)
  return wrong
}
