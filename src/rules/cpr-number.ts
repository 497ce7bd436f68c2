/**
 * A number in a text that may be a Danish personal identification number (CPR). Offsets are UTF-16, from the first digit to
 * behind the last.
 */
export type CprHit = {
  start: number
  end: number
  /** `block`: it is one as far as anybody can tell. `warn`: its first six digits are a date, no more. */
  verdict: "block" | "warn"
  /** The word CPR or personnummer stands beside it. */
  named: boolean
  /** How it may be stored or shown, e.g. `211062-****`. */
  masked: string
}

/**
 * Six digits and four, not part of a longer number. With a hyphen or dash between them other numbers may stand beside it, as a
 * house number does; without one a number beside it makes it part of that.
 */
const CANDIDATE =
  /(?<!\d|\d[–-])(?:(\d{6}) ?([–-]) ?(\d{4})(?!\d|[–-]\d)|(?<!\d )(\d{6}) ?(\d{4})(?!\d|[ –-]\d))/g

/** Spaces and hyphens that do not break a line, one for one. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2011/g, "-")

const CONTEXT = /cpr|person-?num|person-?nr/i
const CONTEXT_REACH = 40

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/** Numbers that fail it are valid too since 1 October 2007. */
const passesModulus11 = (digits: string): boolean =>
  WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0

/** The seventh digit tells the century. */
const centuryOf = (seventh: number, year: number): number => {
  if (seventh <= 3) return 1900
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900
  return year <= 57 ? 2000 : 1800
}

const twoDigits = (value: number): string => value.toString().padStart(2, "0")

/** The day of birth, `YYYY-MM-DD`, and whether it is written with 60 added to the day; null for no date. */
const birthOf = (digits: string): { day: string; isReplacement: boolean } | null => {
  const written = Number(digits.slice(0, 2))
  const isReplacement = written > 60
  const day = isReplacement ? written - 60 : written
  const month = Number(digits.slice(2, 4))
  const year = Number(digits.slice(4, 6))
  const full = centuryOf(Number(digits[6]), year) + year
  const date = new Date(Date.UTC(full, month - 1, day))
  const isDate = day > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!isDate) return null
  return { day: `${full.toString()}-${twoDigits(month)}-${twoDigits(day)}`, isReplacement }
}

const verdictOf = (
  digits: string,
  isWritten: boolean,
  hasContext: boolean,
  today: string
): CprHit["verdict"] | null => {
  const birth = birthOf(digits)
  if (!birth || birth.day > today) return null
  if (birth.isReplacement) return hasContext ? "warn" : null
  const isFirstOfJanuary = digits.startsWith("0101")
  return isWritten || isFirstOfJanuary || hasContext || passesModulus11(digits) ? "block" : "warn"
}

/**
 * Finds what may be CPR numbers in a text a person typed. Private firms may hardly ever process them
 * (databeskyttelsesloven § 11, stk. 2). The number itself is not in the answer: store and show `masked` alone.
 *
 * @param today day in Denmark, `YYYY-MM-DD`; nobody is born later
 * @returns the hits in order of appearance
 */
export const findCprNumbers = (text: string, today: string): CprHit[] =>
  [...plain(text).matchAll(CANDIDATE)].flatMap((match) => {
    const [written, withHyphen, hyphen, last, bare, bareLast] = match
    const date = withHyphen ?? bare ?? ""
    const digits = date + (last ?? bareLast ?? "")
    const { index: start } = match
    const end = start + written.length
    const around = text.slice(Math.max(0, start - CONTEXT_REACH), start)
    const behind = text.slice(end, end + CONTEXT_REACH)
    const named = CONTEXT.test(around) || CONTEXT.test(behind)
    const verdict = verdictOf(digits, hyphen !== undefined, named, today)
    return verdict === null ? [] : [{ start, end, verdict, named, masked: `${date}-****` }]
  })
