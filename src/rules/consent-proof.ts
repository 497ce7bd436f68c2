/** Days are `YYYY-MM-DD`. */
export type ConsentProof = { keepThrough: string; eraseFrom: string }

const YEARS_KEPT = 2

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/**
 * How long the proof of a marketing consent is kept: two years after its last use or its withdrawal, whichever is later
 * (the limitation of cases under markedsføringsloven § 10). The same-numbered day, or the last one of a month lacking it.
 *
 * @param lastDay day in Denmark of the last use or the withdrawal
 * @returns the last day of keeping and the first day of erasing
 */
export const consentProof = (lastDay: string): ConsentProof => {
  const [year = 0, month = 0, date = 0] = lastDay.split("-").map(Number)
  const daysInMonth = new Date(Date.UTC(year + YEARS_KEPT, month, 0)).getUTCDate()
  const kept = Math.min(date, daysInMonth)
  return {
    keepThrough: toDay(Date.UTC(year + YEARS_KEPT, month - 1, kept)),
    eraseFrom: toDay(Date.UTC(year + YEARS_KEPT, month - 1, kept + 1)),
  }
}
