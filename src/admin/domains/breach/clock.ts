import type { AdminBreach } from "../../../types/http"

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60

/** A time in the unit that says it best: whole hours, under an hour minutes. */
export type Span = { unit: "hours" | "minutes"; count: number }

export type Clock =
  | { key: "left" | "overdue"; span: Span; at: string }
  | { key: "reported"; at: string }
  | { key: "closed"; at: string }
  | { key: "notNeeded" }
  | { key: "unknown" }

const spanOf = (ms: number): Span => {
  const minutes = Math.floor(ms / MINUTE_MS)
  return minutes < HOUR_MINUTES
    ? { unit: "minutes", count: minutes }
    : { unit: "hours", count: Math.floor(minutes / HOUR_MINUTES) }
}

type Timed = Pick<
  AdminBreach,
  "state" | "deadline_at" | "must_report" | "first_reported_at" | "closed_at"
>

/** How the time to tell the authority stands: what is left of it, or why it does not run. */
export const clockOf = (breach: Timed, now: Date): Clock => {
  const { deadline_at: limit, first_reported_at: reported, closed_at: closed } = breach
  if (breach.state === "closed" && closed !== null) return { key: "closed", at: closed }
  if (reported !== null) return { key: "reported", at: reported }
  if (!breach.must_report) return { key: "notNeeded" }
  if (limit === null) return { key: "unknown" }
  const left = Date.parse(limit) - now.getTime()
  return { key: left < 0 ? "overdue" : "left", span: spanOf(Math.abs(left)), at: limit }
}

/** Hours before the limit from which the clock is red. */
const NEAR_HOURS = 24

export const isNear = (span: Span): boolean => span.unit === "minutes" || span.count < NEAR_HOURS

/** A moment with its weekday: tirsdag 24. november kl. 16.45; with the year when it is not this one. */
export const formatWeekday = (iso: string, language: string, now: Date): string => {
  const isDanish = language.startsWith("da")
  const region = isDanish ? "da-DK" : "en-GB"
  const at = new Date(iso)
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(region, options).format(at)
  const day = part({
    ...{ day: "numeric", month: "long" },
    ...(at.getFullYear() !== now.getFullYear() && { year: "numeric" }),
  })
  const time = part({ timeStyle: "short" })
  return `${part({ weekday: "long" })} ${day} ${isDanish ? "kl." : "at"} ${time}`
}
