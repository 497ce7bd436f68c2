import { phones } from "../../../shared/phones"

/** A number as the payment API wants it: country code apart, digits only. */
export type NetsPhone = { prefix: string; number: string }

/**
 * Reads a phone number a shopper typed; without country code it is one of the address' country, else Danish.
 *
 * @param country ISO 3166-1 alpha-2, any case
 * @returns undefined when it is no possible number
 */
export const readNetsPhone = (
  typed: string | null | undefined,
  country: string | null | undefined
): NetsPhone | undefined => {
  const code = (country ?? "").toUpperCase()
  const { isSupportedCountry, parsePhoneNumberFromString } = phones()
  const parsed = parsePhoneNumberFromString(typed ?? "", isSupportedCountry(code) ? code : "DK")
  if (!parsed?.isPossible()) return undefined
  return { prefix: `+${parsed.countryCallingCode}`, number: parsed.nationalNumber }
}
