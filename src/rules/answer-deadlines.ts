import { toWorkingDay } from "./danish-holidays"

/** Days in Denmark, `YYYY-MM-DD`. */
export type AnswerDeadlines = {
  /** One month after receipt: answer by then. */
  strict: string
  /** The same, moved to the next working day when it is none: the law's own deadline. */
  legal: string
  /** Three months after receipt, when the person was told so, with reasons, within the first month. */
  extendedStrict: string
  extendedLegal: string
}

const MONTHS = 1
const EXTENDED_MONTHS = 3

/** The same-numbered day, or the last one of a month lacking it. */
const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number)
  const daysInMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, daysInMonth)))
    .toISOString()
    .slice(0, 10)
}

/**
 * By when a request under GDPR Art. 15-22 is answered (Art. 12(3)): one month after receipt, or three when it was extended.
 * Months are counted as Regulation 1182/71 Art. 3 says, over Danish public holidays; a month is not thirty days.
 *
 * @param receivedOn day of receipt in Denmark, in whatever channel it came
 */
export const answerDeadlines = (receivedOn: string): AnswerDeadlines => {
  const strict = addMonths(receivedOn, MONTHS)
  const extendedStrict = addMonths(receivedOn, EXTENDED_MONTHS)
  return {
    strict,
    legal: toWorkingDay(strict),
    extendedStrict,
    extendedLegal: toWorkingDay(extendedStrict),
  }
}
