import type { CountryCode } from "libphonenumber-js"
import { phones } from "../../../shared/phones"

/** As many last digits as a Danish number has: enough to look a number up, however it is written. */
const LAST_DIGITS = 8

const digitsOf = (text: string): string => text.replace(/\D/g, "")

const parse = (text: string, country: CountryCode) =>
  phones().parsePhoneNumberFromString(text, country)

const COUNTRIES: Readonly<Record<string, CountryCode>> = {
  dk: "DK",
  se: "SE",
  no: "NO",
  de: "DE",
  fi: "FI",
  is: "IS",
  fo: "FO",
  gl: "GL",
}

/** The number in international form, and how its stored digits may end. */
type PhoneQuery = { number: string; endings: string[] }

/** A typed number in its international form; null when it is no phone number. Without country code it is Danish. */
export const readPhone = (typed: string): PhoneQuery | null => {
  const parsed = parse(typed, "DK")
  if (!parsed || digitsOf(parsed.number).length < LAST_DIGITS) return null
  const { number, nationalNumber } = parsed
  return {
    number,
    // Shorter ones, such as Faroese, are stored without country code too.
    endings: [
      ...new Set([number, nationalNumber].map((text) => digitsOf(text).slice(-LAST_DIGITS))),
    ],
  }
}

/** True when a stored spelling is that number; without country code it is one of the address' country or Danish. */
export const isPhone = (
  stored: string,
  { number, endings }: PhoneQuery,
  country: string | null
): boolean => {
  const local = parse(stored, COUNTRIES[country?.toLowerCase() ?? ""] ?? "DK")
  if (local?.number === number || parse(stored, "DK")?.number === number) return true
  const digits = digitsOf(stored)
  // Unreadable or with a country code that lacks its plus: the digits decide, so that staff sees it.
  return (
    digits.endsWith(digitsOf(number)) || (!local && endings.some((end) => digits.includes(end)))
  )
}

/** The stored digits that are looked up, as an SQL expression. */
export const lastDigitsSql = (column: string): string =>
  `right(regexp_replace(${column}, '[^0-9]', '', 'g'), ${LAST_DIGITS.toString()})`
