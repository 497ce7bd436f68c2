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

/** Whole days in Denmark, each counted once however often the clock was stopped. */
const pausedDays = (pauses: FoldedRequest["pauses"], now: Date): number =>
  pauses.reduce(
    (days, { from, until }) => days + daysBetween(copenhagenDay(from), copenhagenDay(until ?? now)),
    0
  )

/** The pauses as they stood at a moment: what came later moves no limit that had passed by then. */
const pausesUntil = (pauses: FoldedRequest["pauses"], at: Date): FoldedRequest["pauses"] =>
  pauses
    .filter(({ from }) => from <= at)
    .map(({ from, until }) => ({ from, until: until !== null && until <= at ? until : at }))

/** Whether the person was told of more time with reasons while the first limit had not passed. */
const isToldInTime = ({ received_on: received, extension, pauses }: Timed): boolean => {
  if (extension?.has_reasons !== true) return false
  const { at } = extension
  const days = pausedDays(pausesUntil(pauses, at), at)
  return copenhagenDay(at) <= toWorkingDay(addDays(answerDeadlines(received).strict, days))
}

type Timed = Pick<FoldedRequest, "received_on" | "extension" | "pauses">

/**
 * By when a request is to be answered (GDPR Art. 12(3)). An extension counts only when the person was told with reasons
 * within the first month, which ends with the rolled day. A pause moves every limit by its days; that practice is the
 * Berlin authority's, and a shop that does not follow it never pauses.
 */
export const clockOf = (request: Timed, now: Date): RequestClock => {
  const days = pausedDays(request.pauses, now)
  const limits = answerDeadlines(request.received_on)
  const isExtended = isToldInTime(request)
  const strict = addDays(isExtended ? limits.extendedStrict : limits.strict, days)
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
