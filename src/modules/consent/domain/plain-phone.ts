import { parsePhoneNumberFromString } from "libphonenumber-js"

/** A phone number in international form; Danish without country code, null when it is none. */
export const plainPhone = (typed: string | null): string | null =>
  typed === null ? null : (parsePhoneNumberFromString(typed, "DK")?.number ?? null)
