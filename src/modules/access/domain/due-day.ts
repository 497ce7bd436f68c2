const DAY_MS = 24 * 3600 * 1000

/** Days before the certificate is to be seen again that one is told. */
const NOTICE_DAYS = 30

const MONTHS = 24

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** A day some days later or earlier; days are `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string => dayOf(msOf(day) + days * DAY_MS)

/** The same day some months later, or the last of that month when it is shorter. */
export const addMonths = (day: string, months: number): string => {
  const date = new Date(msOf(day))
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month, Math.min(date.getUTCDate(), last)))
}

/** When a certificate that was seen on a day is to be seen again, unless staff says otherwise. */
export const defaultDue = (seenOn: string): string => addMonths(seenOn, MONTHS)

/** The last day that counts as soon. */
export const soonUntil = (today: string): string => addDays(today, NOTICE_DAYS)

export type CheckState = "valid" | "soon" | "due" | "left"

/** What a check asks for today. It is due on its day. */
export const checkState = (
  { next_due: due, left_on: left }: { next_due: string; left_on: string | null },
  today: string
): CheckState => {
  if (left !== null) return "left"
  if (due <= today) return "due"
  return due <= soonUntil(today) ? "soon" : "valid"
}
