import { alpha3Of } from "../../../shared/countries"
import { readNetsPhone } from "./phone"
import { plainText } from "./text"
import type { Consumer, ConsumerAddress, ConsumerName } from "./wire"

/** An address of a Medusa cart or order. */
export type SaleAddress = {
  first_name?: string | null
  last_name?: string | null
  phone?: string | null
  address_1?: string | null
  address_2?: string | null
  postal_code?: string | null
  city?: string | null
  /** ISO 3166-1 alpha-2. */
  country_code?: string | null
}

/** Who buys, as far as a payment may have to know. */
export type SaleConsumer = {
  email?: string | null
  billing_address?: SaleAddress | null
  shipping_address?: SaleAddress | null
  /** The buyer chosen at the checkout; a private one without. */
  buyer?: { type: "private" | "business" | "public"; company_name: string | null } | null
}

const POSTAL_CODES: Readonly<Record<string, RegExp>> = {
  DNK: /^\d{4}$/,
  NOR: /^\d{4}$/,
  SWE: /^\d{5}$/,
}
const ANY_POSTAL_CODE = /^.{1,12}$/

/** Nordic codes lose spaces and the letters some write in front (`DK-2100`). */
const postalCodeOf = (typed: string | null | undefined, country: string): string | undefined => {
  const nordic = POSTAL_CODES[country]
  const text = plainText(typed) ?? ""
  const code = nordic ? text.replaceAll(/\s/g, "").replace(/^[a-z]{1,2}-?/i, "") : text
  return (nordic ?? ANY_POSTAL_CODE).test(code) ? code : undefined
}

/** Undefined when a part is missing or does not fit: a payment without address is better than none. */
const addressOf = (address: SaleAddress | null | undefined): ConsumerAddress | undefined => {
  const country = alpha3Of(address?.country_code)
  const line1 = plainText(address?.address_1)
  const line2 = plainText(address?.address_2)
  const city = plainText(address?.city)
  if (country === undefined || line1 === undefined || city === undefined) return undefined
  const postalCode = postalCodeOf(address?.postal_code, country)
  if (postalCode === undefined) return undefined
  return {
    addressLine1: line1,
    ...(line2 !== undefined && { addressLine2: line2 }),
    postalCode,
    city,
    country,
  }
}

const nameOf = (address: SaleAddress | null | undefined): ConsumerName | undefined => {
  const firstName = plainText(address?.first_name)
  const lastName = plainText(address?.last_name)
  return firstName === undefined || lastName === undefined ? undefined : { firstName, lastName }
}

/** An address the service takes unchanged; one that had to be changed would be somebody else's. */
const emailOf = (email: string | null | undefined): string | undefined => {
  const text = email?.trim() ?? ""
  return /^[^\s@<>'"&\\]{1,64}@[^\s@<>'"&\\]{1,190}$/.test(text) ? text : undefined
}

/** True for a buyer that is no private person. */
export const isCompany = ({ buyer }: SaleConsumer): boolean =>
  buyer?.type === "business" || buyer?.type === "public"

/** Name and contact of a company, else the private person: never both. */
const whoOf = (
  sale: SaleConsumer,
  person: ConsumerName | undefined
): Pick<Consumer, "company" | "privatePerson"> => {
  if (!isCompany(sale)) return person ? { privatePerson: person } : {}
  const name = plainText(sale.buyer?.company_name)
  return name === undefined ? {} : { company: { name, ...(person && { contact: person }) } }
}

/**
 * The `consumer` of a create call. What is missing or does not fit the service's limits is left out, so that a
 * payment never fails for an address.
 *
 * @returns undefined when nothing is known
 */
export const buildConsumer = (sale: SaleConsumer): Consumer | undefined => {
  const { billing_address: billing, shipping_address: shipping } = sale
  const email = emailOf(sale.email)
  const billingAddress = addressOf(billing)
  const shippingAddress = addressOf(shipping)
  const phoneNumber =
    readNetsPhone(billing?.phone, billing?.country_code) ??
    readNetsPhone(shipping?.phone, shipping?.country_code)
  const consumer: Consumer = {
    ...(email !== undefined && { email }),
    ...(billingAddress && { billingAddress }),
    ...(shippingAddress && { shippingAddress }),
    ...(phoneNumber && { phoneNumber }),
    ...whoOf(sale, nameOf(billing) ?? nameOf(shipping)),
  }
  return Object.keys(consumer).length === 0 ? undefined : consumer
}

/** The country that decides which methods are offered: the billing address', else the shipping address', else Denmark. */
export const payingCountry = (sale: SaleConsumer | undefined): string =>
  alpha3Of(sale?.billing_address?.country_code) ??
  alpha3Of(sale?.shipping_address?.country_code) ??
  "DNK"
