/** One financial year of the shop, both days included (`YYYY-MM-DD`). */
export type FinancialYear = { start: string; end: string }

export type RetentionInput = {
  /** Day of the invoice in Denmark. */
  issuedOn: string
  /** The shop's table of years; a change-over year may be up to 18 months long. */
  financialYears: readonly FinancialYear[]
  /** Credit notes, refunds and claims of the same order, in any order. */
  chain: readonly { type: string; issuedOn: string }[]
  /** Sold under the EU One-Stop-Shop. */
  oss?: boolean
  /** Day to judge `mayErase` on. */
  asOf?: string
}

/** Days are `YYYY-MM-DD`; all null when a document lies in no known financial year. */
export type Retention = {
  fyEnd: string | null
  keepThrough: string | null
  eraseFrom: string | null
  mayErase?: boolean
  ossKeepThrough?: string
  ossEraseFrom?: string
}

const YEARS_KEPT = 5
const OSS_YEARS_KEPT = 10

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

const dayAfter = (day: string): string => toDay(Date.parse(day) + 24 * 3600 * 1000)

/** The same day `years` later; the end of a month stays the end of that month. */
const addYears = (day: string, years: number): string => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number)
  const isMonthEnd = dayAfter(day).endsWith("-01")
  return toDay(
    isMonthEnd ? Date.UTC(year + years, month, 0) : Date.UTC(year + years, month - 1, date)
  )
}

/**
 * How long bookkeeping material is kept: five years from the end of the financial year of the last
 * document of the chain (bogføringsloven 2022 § 12, stk. 1). Under the One-Stop-Shop country, date and
 * amounts are kept ten calendar years after the year of the sale (VAT Directive Art. 369k); the
 * identity of the buyer follows the five years.
 *
 * @returns the last day of keeping and the first day of erasing; all null when a document lies outside
 * every financial year, which means: never erase, mend the table
 */
export const retention = ({
  issuedOn,
  financialYears,
  chain,
  oss,
  asOf,
}: RetentionInput): Retention => {
  const ends = [issuedOn, ...chain.map((document) => document.issuedOn)].map(
    (day) => financialYears.find(({ start, end }) => start <= day && day <= end)?.end
  )
  const known = ends.filter((end) => end !== undefined)
  const fyEnd = known.length === ends.length ? known.reduce((a, b) => (a > b ? a : b)) : null
  const keepThrough = fyEnd && addYears(fyEnd, YEARS_KEPT)
  const ossKeepThrough = `${Number(issuedOn.slice(0, 4)) + OSS_YEARS_KEPT}-12-31`
  return {
    fyEnd,
    keepThrough,
    eraseFrom: keepThrough && dayAfter(keepThrough),
    ...(asOf !== undefined && { mayErase: keepThrough !== null && asOf > keepThrough }),
    ...(oss && { ossKeepThrough, ossEraseFrom: dayAfter(ossKeepThrough) }),
  }
}
