import type { FinancialYear } from "../../../rules"

const toDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 24 * 3600 * 1000).toISOString().slice(0, 10)

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 24 * 3600 * 1000).toISOString().slice(0, 10)

/** Twelve months from a first day of a month. */
const yearFrom = (start: string): FinancialYear => {
  const [year = 0, month = 0] = start.split("-").map(Number)
  return { start, end: toDay(year + 1, month - 1, 0) }
}

/** The year of twelve months that covers a day, when years start in the given month (1-12). */
const yearAround = (day: string, startsIn: number): FinancialYear => {
  const [year = 0, month = 0] = day.split("-").map(Number)
  return yearFrom(toDay(month >= startsIn ? year : year - 1, startsIn - 1, 1))
}

/**
 * The years to add so that a day is covered: the first from the option's start month, later ones of twelve
 * months after the last. A day before the table stays uncovered: the table must be mended by staff.
 */
export const missingFinancialYears = (
  known: readonly FinancialYear[],
  day: string,
  startsIn: number
): FinancialYear[] => {
  if (known.length === 0) return [yearAround(day, startsIn)]
  const added: FinancialYear[] = []
  let end = known.map((year) => year.end).reduce((a, b) => (a > b ? a : b))
  while (end < day) {
    const next = yearFrom(dayAfter(end))
    added.push(next)
    end = next.end
  }
  return added
}

/**
 * The years of twelve months to add before the table so that a day is covered: for documents from before the plugin.
 * Staff mends them where an earlier year was another.
 */
export const earlierFinancialYears = (
  known: readonly FinancialYear[],
  day: string
): FinancialYear[] => {
  const added: FinancialYear[] = []
  let start = known.map((year) => year.start).reduce((a, b) => (a < b ? a : b), "9999-12-31")
  while (known.length > 0 && day < start) {
    const [year = 0, month = 0, date = 0] = start.split("-").map(Number)
    const earlier = { start: toDay(year - 1, month - 1, date), end: dayBefore(start) }
    added.unshift(earlier)
    start = earlier.start
  }
  return added
}
