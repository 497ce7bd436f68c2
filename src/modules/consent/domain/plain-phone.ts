import { phones } from "../../../shared/phones"

const parse = (typed: string): string | null => {
  const phone = phones().parsePhoneNumberFromString(typed, "DK")
  if (phone?.isValid() !== true) return null
  // What is taken for an extension is a second number when it is one by itself.
  const isSecond = phone.ext !== undefined && parse(phone.ext) !== null
  return isSecond ? null : phone.number
}

/** The zero that is dialled inside a country only, as in +44 (0)20. */
const TRUNK = "(0)"

/**
 * A valid phone number in international form; Danish without country code. Null when it is none, and when the field holds two:
 * nobody knows which of them a consent or an objection is about.
 */
export const plainPhone = (typed: string | null): string | null =>
  typed === null ? null : (parse(typed) ?? parse(typed.replace(TRUNK, "")))
