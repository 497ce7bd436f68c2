import { breachDeadline } from "../../../rules"
import type { ReminderKind } from "./events"

/** From an instant on, so many hours; what the law says, and said before. */
export type ClockPeriod = { from: string; hours: number }

/** GDPR Art. 33(1), since it applied. */
export const LAW: ClockPeriod = { from: "2018-05-25T00:00:00+02:00", hours: 72 }

/** Hours from awareness in which the authority is told, by the law of the moment of awareness. */
export const hoursAt = (periods: readonly ClockPeriod[], awareAt: Date): number => {
  const begun = periods
    .filter(({ from }) => Date.parse(from) <= awareAt.getTime())
    .sort((one, other) => Date.parse(one.from) - Date.parse(other.from))
  return (begun.at(-1) ?? LAW).hours
}

/** Whether two times are one, however they are written; ISO 8601 with offset, null while unknown. */
export const isSameMoment = (one: string | null | undefined, other: string | null): boolean =>
  one == null || other === null ? one === other : Date.parse(one) === Date.parse(other)

export type BreachReminder = { kind: ReminderKind; at: Date }

const HOUR_MS = 3600 * 1000

const REMIND_AFTER = [
  { kind: "24_hours", hours: 24 },
  { kind: "48_hours", hours: 48 },
  { kind: "66_hours", hours: 66 },
] as const

/**
 * When staff is reminded that the authority has not been told: 24, 48 and 66 hours after awareness, and when it is too
 * late. Hours run through weekends, holidays and clock changes.
 */
export const remindersOf = (awareAt: Date, hours: number): BreachReminder[] => [
  ...REMIND_AFTER.filter((reminder) => reminder.hours < hours).map((reminder) => ({
    kind: reminder.kind,
    at: new Date(awareAt.getTime() + reminder.hours * HOUR_MS),
  })),
  { kind: "overdue", at: new Date(Date.parse(breachDeadline(awareAt, { hours })) + 1) },
]
