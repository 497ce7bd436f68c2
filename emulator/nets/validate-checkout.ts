import {
  ALPHA3,
  flag,
  flags,
  FORBIDDEN_IN_LINKS,
  link,
  matching,
  oneOf,
  optionalList,
  optionalObject,
} from "./checks"
import type { Errors } from "./checks"
import { isObject } from "./http"
import type { Checkout } from "./state"
import { checkConsumer } from "./validate-consumer"
import type { ConsumerFacts } from "./validate-consumer"

const DAY = 86_400_000
const MAX_DAYS = 45
const DEFAULT_LIFE = 2 * DAY

const BUTTON_TEXTS = [
  "pay",
  "purchase",
  "order",
  "book",
  "reserve",
  "signup",
  "subscribe",
  "accept",
]

const CUSTOMER_TYPES = ["B2C", "B2B"]
const PAGE = { max: 1_024, forbidden: FORBIDDEN_IN_LINKS }
const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|\+00:00)$/

const checkCountries = (errors: Errors, path: string, value: unknown): void => {
  for (const [index, entry] of optionalList(errors, path, value).entries()) {
    const country = isObject(entry) ? entry.countryCode : undefined
    matching(errors, `${path}[${index.toString()}].countryCode`, country, ALPHA3)
  }
}

const checkConsumerType = (errors: Errors, value: unknown): void => {
  const path = "checkout.consumerType"
  const type = optionalObject(errors, path, value)
  if (!type) return
  oneOf(errors, `${path}.default`, type.default ?? "B2C", CUSTOMER_TYPES)
  const supported = optionalList(errors, `${path}.supportedTypes`, type.supportedTypes)
  for (const [index, entry] of supported.entries()) {
    oneOf(errors, `${path}.supportedTypes[${index.toString()}]`, entry, CUSTOMER_TYPES)
  }
}

const checkAppearance = (errors: Errors, value: unknown): void => {
  const path = "checkout.appearance"
  const appearance = optionalObject(errors, path, value) ?? {}
  const display = optionalObject(errors, `${path}.displayOptions`, appearance.displayOptions)
  const names = ["showMerchantName", "showOrderSummary"]
  if (display) flags(errors, `${path}.displayOptions`, display, names)
  const texts = optionalObject(errors, `${path}.textOptions`, appearance.textOptions)
  const button = texts?.completePaymentButtonText
  const field = `${path}.textOptions.completePaymentButtonText`
  if (button !== undefined) oneOf(errors, field, button, BUTTON_TEXTS)
}

/** `checkout.shipping`. True when the shop has yet to tell the cost of shipping. */
const checkShipping = (errors: Errors, value: unknown): boolean => {
  const path = "checkout.shipping"
  const shipping = optionalObject(errors, path, value)
  if (!shipping) return false
  checkCountries(errors, `${path}.countries`, shipping.countries)
  flags(errors, path, shipping, ["merchantHandlesShippingCost", "enableBillingAddress"])
  return shipping.merchantHandlesShippingCost === true
}

const checkExpiry = (errors: Errors, value: unknown, now: number): number => {
  if (value === undefined || value === null) return now + DEFAULT_LIFE
  const path = "checkout.expiresAt"
  const time = Date.parse(matching(errors, path, value, UTC_TIME))
  if (errors[path]) return now
  if (Number.isNaN(time) || time <= now || time > now + MAX_DAYS * DAY) {
    errors[path] = ["Field must be in the future and at most 45 days ahead"]
  }
  return time
}

const optionalLink = (errors: Errors, path: string, value: unknown): string =>
  value === undefined || value === null ? "" : link(errors, path, value, PAGE)

const checkPages = (errors: Errors, checkout: Record<string, unknown>) => {
  const type = checkout.integrationType ?? "EmbeddedCheckout"
  if (type !== "HostedPaymentPage" && type !== "EmbeddedCheckout") {
    errors["checkout.integrationType"] = ["Field is not accepted as a valid integration type"]
  }
  const hosted = type !== "EmbeddedCheckout"
  link(errors, "checkout.termsUrl", checkout.termsUrl, PAGE)
  optionalLink(errors, "checkout.merchantTermsUrl", checkout.merchantTermsUrl)
  return {
    integrationType: hosted ? "HostedPaymentPage" : "EmbeddedCheckout",
    url: hosted ? "" : link(errors, "checkout.url", checkout.url, { max: 256 }),
    returnUrl: hosted ? link(errors, "checkout.returnUrl", checkout.returnUrl, PAGE) : "",
    cancelUrl: hosted ? optionalLink(errors, "checkout.cancelUrl", checkout.cancelUrl) : "",
  }
}

export type CheckedCheckout = {
  checkout: Checkout
  consumer: ConsumerFacts
  countryCode?: string
  expiresAt: number
}

/** `checkout` of a create call. */
export const checkCheckout = (errors: Errors, value: unknown, now: number): CheckedCheckout => {
  const checkout = isObject(value) ? value : {}
  const names = ["merchantHandlesConsumerData", "publicDevice"]
  flags(errors, "checkout", checkout, names)
  checkCountries(errors, "checkout.shippingCountries", checkout.shippingCountries)
  checkConsumerType(errors, checkout.consumerType)
  checkAppearance(errors, checkout.appearance)
  const { countryCode } = checkout
  const country =
    countryCode === undefined || countryCode === null
      ? undefined
      : matching(errors, "checkout.countryCode", countryCode, ALPHA3)
  return {
    checkout: {
      ...checkPages(errors, checkout),
      charge: flag(errors, "checkout.charge", checkout.charge),
      awaitsShippingCost: checkShipping(errors, checkout.shipping),
    },
    consumer: checkConsumer(errors, checkout.consumer),
    ...(country !== undefined && { countryCode: country }),
    expiresAt: checkExpiry(errors, checkout.expiresAt, now),
  }
}
