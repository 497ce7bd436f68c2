import { badRequest } from "./errors"
import { isObject } from "./http"
import type { OrderItem, WebhookTarget } from "./state"

export const AMOUNT_SENTENCE = "Amount dosent match sum of orderitems"
export const URL_SENTENCE = "Field is not accepted as a valid URL"

const MAX_INT32 = 2_147_483_647
const FORBIDDEN = /[<>'"&\\]/
const FORBIDDEN_IN_NAMES = /[<>\\]/
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const PRIVATE =
  /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)|\.(local|localhost|internal|test)$/

type Errors = Record<string, string[]>

export type CreateBody = {
  order: { amount: number; currency: string; reference?: string; items: OrderItem[] }
  checkout: { integrationType: string; returnUrl: string; cancelUrl: string; charge: boolean }
  webhooks: WebhookTarget[]
  myReference?: string
}

const text = (
  errors: Errors,
  path: string,
  value: unknown,
  { max, forbidden = FORBIDDEN, min = 1 }: { max: number; forbidden?: RegExp; min?: number }
): string => {
  if (typeof value !== "string" || value.length < min) errors[path] = ["Field is required"]
  else if (value.length > max) errors[path] = [`Field must be at most ${max.toString()} characters`]
  else if (forbidden.test(value)) errors[path] = ["Field contains characters that are not allowed"]
  return typeof value === "string" ? value : ""
}

const integer = (errors: Errors, path: string, value: unknown, min = -MAX_INT32): number => {
  const isInteger = typeof value === "number" && Number.isInteger(value)
  if (!isInteger || value < min || value > MAX_INT32) {
    errors[path] = ["Field is not accepted as a valid amount"]
    return 0
  }
  return value
}

const checkItem = (errors: Errors, path: string, value: unknown): OrderItem => {
  const item = isObject(value) ? value : {}
  const names = { max: 128, forbidden: FORBIDDEN_IN_NAMES }
  text(errors, `${path}.reference`, item.reference, names)
  text(errors, `${path}.name`, item.name, names)
  text(errors, `${path}.unit`, item.unit, { max: 128 })
  if (typeof item.quantity !== "number" || item.quantity < 0) {
    errors[`${path}.quantity`] = ["Field is required"]
  }
  integer(errors, `${path}.unitPrice`, item.unitPrice)
  integer(errors, `${path}.netTotalAmount`, item.netTotalAmount)
  integer(errors, `${path}.taxAmount`, item.taxAmount ?? 0)
  const rate = integer(errors, `${path}.taxRate`, item.taxRate ?? 0, 0)
  if (rate > 99_999) errors[`${path}.taxRate`] = ["Field is not accepted as a valid tax rate"]
  const grossTotalAmount = integer(errors, `${path}.grossTotalAmount`, item.grossTotalAmount)
  return { ...item, grossTotalAmount }
}

/** Order lines of any body, whose gross totals must add up to its amount. */
export const checkItems = (errors: Errors, path: string, value: unknown): OrderItem[] => {
  if (!Array.isArray(value) || value.length === 0) {
    errors[path] = ["Field is required"]
    return []
  }
  return value.map((item, index) => checkItem(errors, `${path}[${index.toString()}]`, item))
}

const checkSum = (errors: Errors, amount: number, items: OrderItem[]): void => {
  const sum = items.reduce((total, { grossTotalAmount }) => total + grossTotalAmount, 0)
  if (sum !== amount) errors.amount = [AMOUNT_SENTENCE]
}

const isAcceptedUrl = (value: unknown, allowLoopback: boolean): value is string => {
  if (typeof value !== "string" || value.length > 256 || FORBIDDEN.test(value)) return false
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  if (LOOPBACK.test(hostname)) return allowLoopback && /^https?:$/.test(protocol)
  return protocol === "https:" && !PRIVATE.test(hostname)
}

const checkWebhooks = (errors: Errors, value: unknown, allowLoopback: boolean): WebhookTarget[] => {
  const list = isObject(value) ? (value.webHooks ?? value.webhooks ?? []) : []
  if (!Array.isArray(list)) {
    errors["notifications.WebHooks"] = ["Field is not accepted as a list"]
    return []
  }
  if (list.length > 32) errors["notifications.WebHooks"] = ["At most 32 webhooks are allowed"]
  return list.map((entry: unknown, index) => {
    const hook = isObject(entry) ? entry : {}
    const path = `notifications.WebHooks[${index.toString()}]`
    if (!isAcceptedUrl(hook.url, allowLoopback)) errors[`${path}.Url`] = [URL_SENTENCE]
    const authorization = typeof hook.authorization === "string" ? hook.authorization : ""
    if (!/^[A-Za-z0-9-]{8,64}$/.test(authorization)) {
      errors[`${path}.Authorization`] = ["Field must be 8 to 64 alphanumeric characters"]
    }
    return {
      eventName: text(errors, `${path}.EventName`, hook.eventName, { max: 64 }),
      url: typeof hook.url === "string" ? hook.url : "",
      authorization,
    }
  })
}

const checkCheckout = (errors: Errors, value: unknown): CreateBody["checkout"] => {
  const checkout = isObject(value) ? value : {}
  const type = checkout.integrationType ?? "EmbeddedCheckout"
  if (type !== "HostedPaymentPage" && type !== "EmbeddedCheckout") {
    errors["checkout.integrationType"] = ["Field is not accepted as a valid integration type"]
  }
  text(errors, "checkout.termsUrl", checkout.termsUrl, { max: 1024, forbidden: /[<>'"\\]/ })
  const hosted = type === "HostedPaymentPage"
  if (hosted)
    text(errors, "checkout.returnUrl", checkout.returnUrl, { max: 1024, forbidden: /[<>]/ })
  else text(errors, "checkout.url", checkout.url, { max: 256 })
  return {
    integrationType: hosted ? type : "EmbeddedCheckout",
    returnUrl: typeof checkout.returnUrl === "string" ? checkout.returnUrl : "",
    cancelUrl: typeof checkout.cancelUrl === "string" ? checkout.cancelUrl : "",
    charge: checkout.charge === true,
  }
}

/**
 * Checks the body of a create call and gives the parts the emulator keeps.
 *
 * @throws Refusal 400 with a message by field path
 */
export const checkCreate = (body: Record<string, unknown>, allowLoopback: boolean): CreateBody => {
  const errors: Errors = {}
  const order = isObject(body.order) ? body.order : {}
  const items = checkItems(errors, "order.items", order.items)
  const amount = integer(errors, "order.amount", order.amount, 1)
  const currency = text(errors, "order.currency", order.currency, { max: 3, min: 3 })
  const checkout = checkCheckout(errors, body.checkout)
  const webhooks = checkWebhooks(errors, body.notifications, allowLoopback)
  const optional = (path: string, value: unknown, max: number): string | undefined =>
    value === undefined || value === null ? undefined : text(errors, path, value, { max, min: 0 })
  const reference = optional("order.reference", order.reference, 128)
  const myReference = optional("myReference", body.myReference, 36)
  if (Object.keys(errors).length === 0) checkSum(errors, amount, items)
  if (Object.keys(errors).length > 0) throw badRequest(errors)
  return {
    order: { amount, currency, items, ...(reference !== undefined && { reference }) },
    checkout,
    webhooks,
    ...(myReference !== undefined && { myReference }),
  }
}

/** Amount and lines of a charge, refund or cancel. Lines may be left out; then there are none. */
export const checkAmount = (
  body: Record<string, unknown>
): { amount: number; items: OrderItem[] | undefined; myReference?: string } => {
  const errors: Errors = {}
  const amount = integer(errors, "amount", body.amount, 1)
  const items =
    body.orderItems === undefined || body.orderItems === null
      ? undefined
      : checkItems(errors, "orderItems", body.orderItems)
  if (Object.keys(errors).length === 0 && items) checkSum(errors, amount, items)
  if (Object.keys(errors).length > 0) throw badRequest(errors)
  return { amount, items }
}

/** One required text of a reference call. */
export const checkText = (body: Record<string, unknown>, field: string, max: number): string => {
  const errors: Errors = {}
  const value = text(errors, field, body[field], { max })
  if (Object.keys(errors).length > 0) throw badRequest(errors)
  return value
}
