import { flag, flags, integer, optionalObject, optionalText } from "./checks"
import type { Errors } from "./checks"
import type { OrderItem } from "./state"
import { checkItems, checkSum } from "./validate-items"
import { checkFees } from "./validate-methods"
import { refuseErrors } from "./validate"

/** Body of a charge, refund or cancel. Lines may be left out; then there are none. */
export type AmountBody = {
  amount: number
  items?: OrderItem[]
  /** Invoice number the shop chose for a charge. */
  invoiceNumber?: string
}

const MY_REFERENCE = { max: 36, min: 0 }

/**
 * What charges, refunds and cancels have in common, and the fields only a charge has.
 *
 * @throws Refusal 400 with a message by field path
 */
export const checkAmount = (body: Record<string, unknown>): AmountBody => {
  const errors: Errors = {}
  const amount = integer(errors, "amount", body.amount, 0)
  const items =
    body.orderItems === undefined || body.orderItems === null
      ? undefined
      : checkItems(errors, "orderItems", body.orderItems)
  optionalText(errors, "myReference", body.myReference, MY_REFERENCE)
  flag(errors, "finalCharge", body.finalCharge)
  const shipping = optionalObject(errors, "shipping", body.shipping)
  optionalText(errors, "shipping.trackingNumber", shipping?.trackingNumber, { max: 255 })
  optionalText(errors, "shipping.provider", shipping?.provider, { max: 4 })
  const field = "paymentMethodReference"
  const invoiceNumber = optionalText(errors, field, body[field], { max: 20 })
  if (Object.keys(errors).length === 0 && items) checkSum(errors, amount, items)
  refuseErrors(errors)
  return { amount, ...(items && { items }), ...(invoiceNumber !== undefined && { invoiceNumber }) }
}

export type OrderUpdate = { amount: number; items: OrderItem[]; costSpecified: boolean }

/**
 * Body of the update of an order's lines.
 *
 * @throws Refusal 400 with a message by field path
 */
export const checkOrderUpdate = (body: Record<string, unknown>): OrderUpdate => {
  const errors: Errors = {}
  const amount = integer(errors, "amount", body.amount, 1)
  const items = checkItems(errors, "items", body.items)
  const shipping = optionalObject(errors, "shipping", body.shipping) ?? {}
  flags(errors, "shipping", shipping, ["costSpecified"])
  checkFees(errors, body.paymentMethods)
  if (Object.keys(errors).length === 0) checkSum(errors, amount, items)
  refuseErrors(errors)
  return { amount, items, costSpecified: shipping.costSpecified === true }
}
