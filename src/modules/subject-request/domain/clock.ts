import { answerDeadlines, copenhagenDay, isWorkingDay, toWorkingDay } from "../../../rules"
import type { FoldedRequest } from "./machine"

const DAY_MS = 24 * 3600 * 1000

/** Working days before the strict limit on which staff is reminded. */
const REMIND_BEFORE = [7, 3, 1]

export type RequestClock = {
  /** Whether the extension counts: told with reasons within the first month. */
  is_extended: boolean
  /** Answer by then; drives reminders. `YYYY-MM-DD` in Denmark. */
  strict: string
  /** The law's own limit: the same day, or the next working day. */
  legal: string
  /** Days the clock stood still, because the shop could not know who asks. */
  paused_days: number
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS)

type Pauses = FoldedRequest["pauses"]

/** Pauses as they stood at a moment. */
const pausesAt = (pauses: Pauses, at: Date): Pauses =>
  pauses
    .filter(({ from }) => from <= at)
    .map(({ from, until }) => ({ from, until: until !== null && until < at ? until : at }))

/**
 * Whole days in Denmark, each counted once however often the clock was stopped. What is late stays late: a pause that began
 * after the limit, as it stood by then, stops nothing.
 */
const pausedDays = (limit: string, pauses: Pauses, now: Date): number =>
  pauses.reduce((days, { from, until }) => {
    const begun = copenhagenDay(from)
    if (begun > toWorkingDay(addDays(limit, days))) return days
    return days + daysBetween(begun, copenhagenDay(until ?? now))
  }, 0)

type Timed = Pick<FoldedRequest, "received_on" | "extension" | "pauses">

/** Whether the person was told with reasons within the first month, which ends with the rolled day. */
const isTimely = ({ extension, pauses }: Timed, limit: string): boolean => {
  if (!extension?.has_reasons) return false
  const { at } = extension
  // What came after it does not make it timely.
  const days = pausedDays(limit, pausesAt(pauses, at), at)
  return copenhagenDay(at) <= toWorkingDay(addDays(limit, days))
}

/**
 * By when a request is to be answered (GDPR Art. 12(3)). An extension counts only when the person was told with reasons
 * within the first month. A pause moves every limit by its days; that practice is the Berlin authority's, and a shop that
 * does not follow it never pauses.
 */
export const clockOf = (request: Timed, now: Date): RequestClock => {
  const limits = answerDeadlines(request.received_on)
  const isExtended = isTimely(request, limits.strict)
  const limit = isExtended ? limits.extendedStrict : limits.strict
  const days = pausedDays(limit, request.pauses, now)
  const strict = addDays(limit, days)
  return { is_extended: isExtended, strict, legal: toWorkingDay(strict), paused_days: days }
}

/**
 * By when the rest of a planned request is over: the day the person was told, or, when they were told none, the longest
 * limit of Art. 12(3), three months after receipt. A promised day is not moved by days off.
 */
export const planClockOf = ({
  received_on: received,
  finish_by: finishBy,
}: Pick<FoldedRequest, "received_on" | "finish_by">): Limits => {
  const day = finishBy ?? answerDeadlines(received).extendedStrict
  return { strict: day, legal: day }
}

/** The day so many working days before another. */
const workingDaysBefore = (day: string, count: number): string => {
  const before = addDays(day, -1)
  const left = isWorkingDay(before) ? count - 1 : count
  return left === 0 ? before : workingDaysBefore(before, left)
}

/** The day that reminders count to, and the last day on which it is not late. */
export type Limits = Pick<RequestClock, "strict" | "legal">

export type Reminder = { on: string; kind: "7_days" | "3_days" | "1_day" | "overdue" }

/** When staff is reminded of what is not done: 7, 3 and 1 working days before, and once it is late. */
export const remindersOf = ({ strict, legal }: Limits): Reminder[] => [
  ...REMIND_BEFORE.map((count) => ({
    on: workingDaysBefore(strict, count),
    kind: count === 1 ? ("1_day" as const) : (`${count === 7 ? "7" : "3"}_days` as const),
  })),
  { on: addDays(legal, 1), kind: "overdue" },
]

/**
 * The latest reminder that has come by a day: what was missed before it says nothing more. While the clock stands still every
 * limit moves daily, so only one that has passed is said.
 */
export const dueReminder = (
  { clock, is_paused: isPaused }: { clock: Limits; is_paused: boolean },
  today: string
): Reminder | undefined =>
  remindersOf(clock)
    .filter(({ on, kind }) => on <= today && (!isPaused || kind === "overdue"))
    .at(-1)
