import { optionalText, text } from "./checks"
import type { Errors } from "./checks"
import { badMessage, badRequest } from "./errors"
import { isObject } from "./http"
import type { OrderItem, WebhookTarget } from "./state"
import { checkCheckout } from "./validate-checkout"
import type { CheckedCheckout } from "./validate-checkout"
import { checkItems, checkSum } from "./validate-items"
import {
  checkFees,
  checkMethodConfiguration,
  checkMethodData,
  checkMoney,
} from "./validate-methods"
import { checkWebhooks } from "./validate-webhooks"

export type CreateBody = CheckedCheckout & {
  order: { amount: number; currency: string; reference?: string; items: OrderItem[] }
  methods?: readonly string[]
  webhooks: WebhookTarget[]
  myReference?: string
  /** References that no other payment may use. */
  uniqueReferences: string[]
}

const MY_REFERENCE = { max: 36, min: 0 }

/** Throws what has been found wrong, if anything. */
export const refuseErrors = (errors: Errors): void => {
  if (Object.keys(errors).length > 0) throw badRequest(errors)
}

const refuseUnsupported = (body: Record<string, unknown>): void => {
  for (const name of ["subscription", "unscheduledSubscription"]) {
    if (isObject(body[name])) throw badMessage(`The emulator does not know ${name}`)
  }
}

/**
 * Checks the body of a create call and gives the parts the emulator keeps.
 *
 * @throws Refusal 400 with a message by field path
 */
export const checkCreate = (
  body: Record<string, unknown>,
  world: { allowLoopback: boolean; now: number; usedReferences: ReadonlySet<string> }
): CreateBody => {
  refuseUnsupported(body)
  const errors: Errors = {}
  const order = isObject(body.order) ? body.order : {}
  const items = checkItems(errors, "order.items", order.items)
  const money = checkMoney(errors, order)
  const checkout = checkCheckout(errors, body.checkout, world.now)
  const webhooks = checkWebhooks(errors, body.notifications, world.allowLoopback)
  const methods = checkMethodConfiguration(errors, body.paymentMethodsConfiguration)
  checkFees(errors, body.paymentMethods)
  const uniqueReferences = checkMethodData(
    errors,
    body.additionalPaymentMethodData,
    world.usedReferences
  )
  optionalText(errors, "merchantNumber", body.merchantNumber, { max: 36 })
  const reference = optionalText(errors, "order.reference", order.reference, { max: 128, min: 0 })
  const myReference = optionalText(errors, "myReference", body.myReference, MY_REFERENCE)
  if (Object.keys(errors).length === 0) checkSum(errors, money.amount, items)
  refuseErrors(errors)
  return {
    ...checkout,
    order: { ...money, items, ...(reference !== undefined && { reference }) },
    webhooks,
    uniqueReferences,
    ...(methods && { methods }),
    ...(myReference !== undefined && { myReference }),
  }
}

/**
 * Required texts of a body, by name with their longest length.
 *
 * @throws Refusal 400 with a message by field path
 */
export const checkTexts = <Name extends string>(
  body: Record<string, unknown>,
  limits: Readonly<Record<Name, number>>
): Record<Name, string> => {
  const errors: Errors = {}
  const entries = Object.entries<number>(limits)
  const texts = entries.map(([name, max]) => [name, text(errors, name, body[name], { max })])
  refuseErrors(errors)
  return Object.fromEntries(texts) as Record<Name, string>
}
