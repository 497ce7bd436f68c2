import { retention } from "../../../rules"
import type { FinancialYear } from "../../../rules"

const DAY_MS = 24 * 3600 * 1000
const YEARS_AROUND = 12

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Twelve-month years that start in one month, around a day. */
const yearsAround = (day: string, startsIn: number): FinancialYear[] => {
  const middle = Number(day.slice(0, 4))
  return Array.from({ length: YEARS_AROUND }, (_, index) => {
    const year = middle - YEARS_AROUND / 2 + index
    return {
      start: toDay(Date.UTC(year, startsIn - 1, 1)),
      end: toDay(Date.UTC(year + 1, startsIn - 1, 1) - DAY_MS),
    }
  })
}

/**
 * Last day an order without an invoice of its own must name its buyer: five years from the end of the financial
 * year of its last event (bogføringsloven 2022 § 12, stk. 1). Days are `YYYY-MM-DD` in Denmark.
 *
 * @param lastEventOn day of the order or of its last capture or refund, whichever is later
 * @param financialYearStartsIn month 1-12
 */
export const keepThrough = (lastEventOn: string, financialYearStartsIn: number): string => {
  const kept = retention({
    issuedOn: lastEventOn,
    financialYears: yearsAround(lastEventOn, financialYearStartsIn),
    chain: [],
  })
  // The years are made around the day, so one of them always holds it.
  return kept.keepThrough ?? "9999-12-31"
}
