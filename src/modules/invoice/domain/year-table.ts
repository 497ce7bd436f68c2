import { retention } from "../../../rules"
import type { FinancialYear } from "../../../rules"

/** Months a financial year lasts at most, when it is changed over (årsregnskabsloven § 15). */
const LONGEST_MONTHS = 18

const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 24 * 3600 * 1000).toISOString().slice(0, 10)

/** The last day of a year that starts on a day and lasts as long as a year may. */
const latestEnd = (start: string): string => {
  const [year = 0, month = 0, day = 0] = start.split("-").map(Number)
  return new Date(Date.UTC(year, month - 1 + LONGEST_MONTHS, day - 1)).toISOString().slice(0, 10)
}

export type YearProblem = {
  /** `financial_years.2.end` and its like; days of the table count from 0, the earliest first. */
  field: string
  code: "year_reversed" | "year_too_long" | "years_overlap" | "years_gap"
}

const problemsOf = (
  { start, end }: FinancialYear,
  index: number,
  years: readonly FinancialYear[]
): YearProblem[] => {
  const field = (name: keyof FinancialYear) => `financial_years.${index.toString()}.${name}`
  if (end <= start) return [{ field: field("end"), code: "year_reversed" }]
  if (end > latestEnd(start)) return [{ field: field("end"), code: "year_too_long" }]
  const before = years[index - 1]
  if (!before || start === dayAfter(before.end)) return []
  const code = start <= before.end ? "years_overlap" : "years_gap"
  return [{ field: field("start"), code }]
}

/** What is wrong with a table of years: each must follow on the one before, and last 18 months at most. */
export const checkYears = (years: readonly FinancialYear[]): YearProblem[] =>
  [...years].sort((a, b) => a.start.localeCompare(b.start)).flatMap(problemsOf)

/** The documents of one sale, kept together, and until when they are kept now. */
export type KeptChain = {
  order_id: string
  /** Days of issue in Denmark. */
  days: readonly string[]
  keep_through: string | null
}

export type MovedChain = { order_id: string; from: string | null; to: string }

/** How a table of years moves the dates of documents. `uncovered` are days of issue that lie in none of its years. */
export const movedBy = (
  chains: readonly KeptChain[],
  years: readonly FinancialYear[]
): { moved: MovedChain[]; uncovered: string[] } => {
  const moved: MovedChain[] = []
  const uncovered: string[] = []
  for (const { order_id: order, days, keep_through: from } of chains) {
    const chain = days.map((issuedOn) => ({ type: "document", issuedOn }))
    const { keepThrough: to } = retention({
      issuedOn: days[0] ?? "",
      financialYears: years,
      chain,
    })
    if (to === null) uncovered.push(...days.filter((day) => !isCovered(day, years)))
    else if (to !== from) moved.push({ order_id: order, from, to })
  }
  return { moved, uncovered: [...new Set(uncovered)].sort() }
}

const isCovered = (day: string, years: readonly FinancialYear[]): boolean =>
  years.some(({ start, end }) => start <= day && day <= end)
