import { flag, integer, oneOf, optionalList, optionalObject, optionalText } from "./checks"
import type { Errors } from "./checks"
import { isObject } from "./http"
import { METHODS, TYPE_NAMES } from "./methods"
import { checkItem } from "./validate-items"

const NAMES = [...Object.keys(TYPE_NAMES), ...METHODS.map(({ name }) => name)]

/**
 * `paymentMethodsConfiguration`: names of methods and of their types, but never a type together with one of its
 * own methods.
 *
 * @returns the methods the payment offers, or undefined for all
 */
export const checkMethodConfiguration = (
  errors: Errors,
  value: unknown
): readonly string[] | undefined => {
  const path = "paymentMethodsConfiguration"
  const entries = optionalList(errors, path, value).map((entry, index) => {
    const part = isObject(entry) ? entry : {}
    oneOf(errors, `${path}[${index.toString()}].name`, part.name, NAMES)
    flag(errors, `${path}[${index.toString()}].enabled`, part.enabled)
    return { name: String(part.name), enabled: part.enabled !== false }
  })
  if (entries.length === 0) return undefined
  const types = entries.map(({ name }) => TYPE_NAMES[name])
  const both = METHODS.some(
    ({ name, type }) => types.includes(type) && entries.some((entry) => entry.name === name)
  )
  if (both) errors[path] = ["A payment type and a payment method of that type exclude each other"]
  const enabled = entries.filter((entry) => entry.enabled).map(({ name }) => name)
  return METHODS.filter(
    ({ name, type }) =>
      enabled.includes(name) || enabled.some((wanted) => TYPE_NAMES[wanted] === type)
  ).map(({ name }) => name)
}

/** `paymentMethods`: the fee of an invoice, as an order line. */
export const checkFees = (errors: Errors, value: unknown): void => {
  for (const [index, entry] of optionalList(errors, "paymentMethods", value).entries()) {
    const path = `paymentMethods[${index.toString()}]`
    const part = isObject(entry) ? entry : {}
    oneOf(errors, `${path}.name`, part.name, ["easy-invoice"])
    const fee = optionalObject(errors, `${path}.fee`, part.fee)
    if (fee) checkItem(errors, `${path}.fee`, fee)
  }
}

/** `additionalPaymentMethodData`: references that must be new at the service. */
export const checkMethodData = (
  errors: Errors,
  value: unknown,
  used: ReadonlySet<string>
): string[] => {
  const data = optionalObject(errors, "additionalPaymentMethodData", value) ?? {}
  const found = ["riverty", "payPal"].flatMap((name) => {
    const path = `additionalPaymentMethodData.${name}`
    const part = optionalObject(errors, path, data[name])
    const field = `${path}.orderReference`
    const reference = optionalText(errors, field, part?.orderReference, { max: 127 })
    if (reference === undefined) return []
    if (used.has(`${name}:${reference}`)) errors[field] = ["Field must be unique"]
    return [`${name}:${reference}`]
  })
  return found
}

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"))

/** Amount and currency of the order; `minimum` is 1 where money is to be moved. */
export const checkMoney = (
  errors: Errors,
  order: Record<string, unknown>
): { amount: number; currency: string } => {
  const amount = integer(errors, "order.amount", order.amount, 1)
  const currency = typeof order.currency === "string" ? order.currency : ""
  if (!CURRENCIES.has(currency)) errors["order.currency"] = ["Field is not a valid currency"]
  return { amount, currency }
}
