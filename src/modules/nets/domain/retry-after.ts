const SHORTEST = 1
const LONGEST = 3600

/**
 * Seconds to wait by a `Retry-After` header: a number of seconds or an HTTP date, kept between a second and an
 * hour. Undefined when there is none that can be read.
 *
 * @param now the clock the date is compared with
 */
export const readRetryAfter = (header: string | null, now: Date): number | undefined => {
  const text = header?.trim() ?? ""
  const isDate = /^[A-Za-z]{3,9}, /.test(text)
  const seconds = isDate
    ? Math.ceil((Date.parse(text) - now.getTime()) / 1000)
    : Number(/^\d{1,9}$/.test(text) ? text : Number.NaN)
  return Number.isNaN(seconds) ? undefined : Math.min(LONGEST, Math.max(SHORTEST, seconds))
}
