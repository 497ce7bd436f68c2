import { AMOUNT_SENTENCE, FORBIDDEN_IN_NAMES, integer, optionalText, text } from "./checks"
import type { Errors } from "./checks"
import { isObject } from "./http"
import type { OrderItem } from "./state"

const MAX_RATE = 99_999

/** One order line. Net, tax and unit price are not compared with each other. */
export const checkItem = (errors: Errors, path: string, value: unknown): OrderItem => {
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
  if (rate > MAX_RATE) errors[`${path}.taxRate`] = ["Field is not accepted as a valid tax rate"]
  optionalText(errors, `${path}.imageUrl`, item.imageUrl, { max: 2_048, forbidden: /[<>"\\]/ })
  const grossTotalAmount = integer(errors, `${path}.grossTotalAmount`, item.grossTotalAmount)
  return { ...item, grossTotalAmount }
}

/** Order lines of any body: at least one. */
export const checkItems = (errors: Errors, path: string, value: unknown): OrderItem[] => {
  if (!Array.isArray(value) || value.length === 0) {
    errors[path] = ["Field is required"]
    return []
  }
  return value.map((item, index) => checkItem(errors, `${path}[${index.toString()}]`, item))
}

/** The gross totals of the lines must add up to the amount, exactly. */
export const checkSum = (errors: Errors, amount: number, items: readonly OrderItem[]): void => {
  const sum = items.reduce((total, { grossTotalAmount }) => total + grossTotalAmount, 0)
  if (sum !== amount) errors.amount = [AMOUNT_SENTENCE]
}
