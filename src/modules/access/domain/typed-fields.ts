import { parseEan, parsePNumber } from "../../../rules"

/** Fields with a meaning of their own that often hold ten digits or more. */
const TYPED =
  /(^|_)(ids?|email|phone|tracking_numbers?|url|order_number|display_id|order_reference|accounting_reference|payment_reference|barcode|upc|sku|postal_code|cvr|vat_id|registration_no|csv)$/

/** A person's own number, whatever the field is called otherwise. */
const OF_PERSON = /cpr|person|national|citizen|social/

const snakeCase = (key: string): string => key.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase()

const isPNumber = (text: string): boolean => {
  const result = parsePNumber(text)
  return result.ok && !result.warning
}

/** True for a field whose content is not looked at; an EAN or P-number only while it is one. */
export const isTyped = (key: string, text: string): boolean => {
  const name = snakeCase(key)
  if (name === "ean") return parseEan(text).ok
  if (name === "p_number") return isPNumber(text)
  return TYPED.test(name) && !OF_PERSON.test(name)
}
