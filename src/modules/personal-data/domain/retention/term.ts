/** How long something is kept: whole days, or months of the calendar. */
export type Term = { term: number; unit: "days" | "months" }

const LONGEST: Record<Term["unit"], number> = { days: 3_650, months: 120 }

/** At least a day, at most ten years. */
export const isTerm = ({ term, unit }: Term): boolean =>
  Number.isInteger(term) && term >= 1 && term <= LONGEST[unit]

const lastDayOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

const later = (day: string, { term, unit }: Term): Date => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  if (unit === "days") return new Date(Date.UTC(year, month - 1, date + term))
  const months = year * 12 + month - 1 + term
  const ofYear = Math.floor(months / 12)
  return new Date(Date.UTC(ofYear, months % 12, Math.min(date, lastDayOf(ofYear, months % 12))))
}

/**
 * The last day something is kept. A month that has no such day ends on its last: 24 months after 29 February 2024 is
 * 28 February 2026.
 *
 * @param day the Danish day its term runs from, `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`; from the day after it is due
 */
export const dueOn = (day: string, term: Term): string =>
  later(day, term).toISOString().slice(0, 10)

/** The moment a term after another: for what is counted in hours and not in days. */
export const momentAfter = (moment: Date, { term, unit }: Term): Date => {
  if (unit === "days") return new Date(moment.getTime() + term * 86_400_000)
  const [day = "", time = ""] = moment.toISOString().split("T")
  return new Date(`${dueOn(day, { term, unit })}T${time}`)
}

/** What began before this moment is past its term. */
export const dueBefore = (now: Date, { term, unit }: Term): Date =>
  momentAfter(now, { term: -term, unit })

/** `dueOn` in SQL, of a column `since` and the values `:days` and `:months`. */
export const DUE_ON = `((since AT TIME ZONE 'Europe/Copenhagen')::date + make_interval(months => :months, days => :days))::date`

/** What `DUE_ON` is bound to. */
export const termValues = ({ term, unit }: Term): { days: number; months: number } => ({
  days: unit === "days" ? term : 0,
  months: unit === "months" ? term : 0,
})
