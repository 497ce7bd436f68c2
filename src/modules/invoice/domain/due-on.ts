import type { OrderFacts } from "./order-facts"

/** A day `YYYY-MM-DD` some days later. */
export const addDays = (day: string, days: number): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/**
 * Last day to pay an invoice that is issued before it is paid: what was agreed with the company that bought on
 * invoice, for an authority the store's own days; null where nothing is known, as for goods sent against payment.
 *
 * @param publicDays days an authority has, from the option `invoice.onAccount`
 */
export const dueOn = (
  { buyer, payments }: Pick<OrderFacts, "buyer" | "payments">,
  issuedOn: string,
  publicDays: number
): string | null => {
  // Medusa cancels the payment of an order that staff edits; what was agreed stays.
  const agreed = payments.flatMap(({ terms_days: days }) => days ?? [])
  const [days = buyer.type === "public" ? publicDays : null] = agreed
  return days === null ? null : addDays(issuedOn, days)
}
