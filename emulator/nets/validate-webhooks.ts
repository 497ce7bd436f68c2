import { isWebhookUrl, oneOf, optionalList, URL_SENTENCE } from "./checks"
import type { Errors } from "./checks"
import { isObject } from "./http"
import type { WebhookTarget } from "./state"

const EVENTS = [
  "payment.created",
  "payment.checkout.completed",
  "payment.reservation.created",
  "payment.reservation.created.v2",
  "payment.reservation.failed",
  "payment.charge.created",
  "payment.charge.created.v2",
  "payment.charge.failed",
  "payment.charge.failed.v2",
  "payment.refund.initiated",
  "payment.refund.initiated.v2",
  "payment.refund.completed",
  "payment.refund.failed",
  "payment.cancel.created",
  "payment.cancel.failed",
] as const

/** The names of the events the service sends. */
export type EventName = (typeof EVENTS)[number]

const MAX_WEBHOOKS = 32
const AUTHORIZATION = /^[A-Za-z0-9-]{8,64}$/

/** `notifications.webHooks` of a create call. */
export const checkWebhooks = (
  errors: Errors,
  value: unknown,
  allowLoopback: boolean
): WebhookTarget[] => {
  const given = isObject(value) ? (value.webHooks ?? value.webhooks) : undefined
  const list = optionalList(errors, "notifications.WebHooks", given)
  if (list.length > MAX_WEBHOOKS) {
    errors["notifications.WebHooks"] = ["At most 32 webhooks are allowed"]
  }
  return list.map((entry, index) => {
    const hook = isObject(entry) ? entry : {}
    const path = `notifications.WebHooks[${index.toString()}]`
    if (!isWebhookUrl(hook.url, allowLoopback)) errors[`${path}.Url`] = [URL_SENTENCE]
    const authorization = typeof hook.authorization === "string" ? hook.authorization : ""
    if (!AUTHORIZATION.test(authorization)) {
      errors[`${path}.Authorization`] = ["Field must be 8 to 64 alphanumeric characters"]
    }
    oneOf(errors, `${path}.EventName`, hook.eventName, EVENTS)
    return {
      eventName: String(hook.eventName),
      url: typeof hook.url === "string" ? hook.url : "",
      authorization,
    }
  })
}
