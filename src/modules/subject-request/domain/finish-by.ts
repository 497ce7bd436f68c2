/** Days the shop has to deliver (directive 2011/83/EU, Art. 18(1)). */
const DELIVERY = 30

/** Days to send goods back, and then to refund them (the same directive, Art. 14(1) and 13(1)). */
const RETURN = 14 + 14

/** How long each thing that an order waits for may take at most. */
const DAYS: Readonly<Partial<Record<string, number>>> = {
  payment_in_progress: DELIVERY,
  uncaptured: DELIVERY,
  edit_requested: DELIVERY,
  unshipped: DELIVERY,
  invoice_missing: DELIVERY,
  invoice_number_missing: DELIVERY,
  return_open: RETURN,
  // Goods come back first; new ones go out then.
  exchange_open: RETURN + DELIVERY,
  claim_open: RETURN + DELIVERY,
}

const DAY_MS = 24 * 3600 * 1000

/**
 * By when an erasure that waits is over at the latest, when staff names no day: the longest that a law gives the shop to
 * deliver, take back and refund what is waited for, from today. That is 58 days at most. An erasure planned within the first
 * month therefore ends within the three months after receipt that GDPR Art. 12(3) knows.
 *
 * No day is promised while something waits that no law gives days for: money owed by the person, a claim, the store's own
 * veto. Then the person is told that it goes on by itself, and staff is reminded at the end of those three months.
 *
 * @param today `YYYY-MM-DD` in Denmark
 * @returns `YYYY-MM-DD`; null when no day can be promised
 */
export const finishByOf = (
  waiting: readonly { reason: string }[],
  today: string
): string | null => {
  const days = waiting.map(({ reason }) => DAYS[reason] ?? Infinity)
  const longest = Math.max(...days)
  if (!Number.isFinite(longest)) return null
  return new Date(Date.parse(today) + longest * DAY_MS).toISOString().slice(0, 10)
}
