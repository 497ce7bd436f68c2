import { ALPHA3, matching, optionalObject, optionalText, text } from "./checks"
import type { Errors } from "./checks"

const LINE = { max: 128 }

/** Digits of a postal code by country; elsewhere it is any text of at most 12 characters. */
const POSTAL_CODES: Readonly<Record<string, RegExp>> = {
  DNK: /^\d{4}$/,
  NOR: /^\d{4}$/,
  SWE: /^\d{5}$/,
}
const POSTAL_CODE = /^[^<>'"&\\]{1,12}$/

const checkPhone = (errors: Errors, path: string, value: unknown): boolean => {
  const phone = optionalObject(errors, path, value)
  if (!phone) return false
  matching(errors, `${path}.prefix`, phone.prefix, /^[+]\d{1,3}$/)
  return matching(errors, `${path}.number`, phone.number, /^[0-9]*$/) !== ""
}

const checkAddress = (errors: Errors, path: string, value: unknown): void => {
  const address = optionalObject(errors, path, value)
  if (!address) return
  text(errors, `${path}.addressLine1`, address.addressLine1, LINE)
  optionalText(errors, `${path}.addressLine2`, address.addressLine2, LINE)
  text(errors, `${path}.city`, address.city, LINE)
  const country = matching(errors, `${path}.country`, address.country, ALPHA3)
  const pattern = POSTAL_CODES[country] ?? POSTAL_CODE
  matching(errors, `${path}.postalCode`, address.postalCode, pattern)
}

const checkNames = (errors: Errors, path: string, value: unknown): boolean => {
  const names = optionalObject(errors, path, value)
  if (!names) return false
  text(errors, `${path}.firstName`, names.firstName, LINE)
  text(errors, `${path}.lastName`, names.lastName, LINE)
  return true
}

const checkCompany = (errors: Errors, path: string, value: unknown): boolean => {
  const company = optionalObject(errors, path, value)
  if (!company) return false
  text(errors, `${path}.name`, company.name, LINE)
  checkNames(errors, `${path}.contact`, company.contact)
  return true
}

/** What the emulator remembers of the consumer a shop sends: not who it is. */
export type ConsumerFacts = { hasPhone: boolean; isCompany: boolean }

/** `checkout.consumer`: a person or a company, never both. */
export const checkConsumer = (errors: Errors, value: unknown): ConsumerFacts => {
  const path = "checkout.consumer"
  const consumer = optionalObject(errors, path, value)
  if (!consumer) return { hasPhone: false, isCompany: false }
  optionalText(errors, `${path}.reference`, consumer.reference, { max: 128 })
  optionalText(errors, `${path}.email`, consumer.email, { max: 254 })
  checkAddress(errors, `${path}.shippingAddress`, consumer.shippingAddress)
  checkAddress(errors, `${path}.billingAddress`, consumer.billingAddress)
  const hasPhone = checkPhone(errors, `${path}.phoneNumber`, consumer.phoneNumber)
  const isPerson = checkNames(errors, `${path}.privatePerson`, consumer.privatePerson)
  const isCompany = checkCompany(errors, `${path}.company`, consumer.company)
  if (isPerson && isCompany) {
    errors[path] = ["Only one of privatePerson and company is allowed"]
  }
  return { hasPhone, isCompany }
}
