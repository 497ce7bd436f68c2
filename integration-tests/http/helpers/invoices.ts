import type { IssuedInvoice } from "../../../src/modules/invoice"
import { eventually } from "./shop"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

export type OrderInvoices = {
  invoices: (IssuedInvoice & { document: NonNullable<IssuedInvoice["document"]> })[]
  missing: { field: string; code: string }[]
  guest_token: string
}

/** What staff sees of an order's invoices. */
export const invoicesOf = async (
  suite: Suite,
  orderId: string,
  headers: Headers
): Promise<OrderInvoices> => {
  const answer = await suite.call<OrderInvoices>("GET", `/admin/orders/${orderId}/dk-invoices`, {
    headers,
  })
  if (answer.status !== 200) throw new Error(`invoices: ${answer.status.toString()} ${answer.text}`)
  return answer.body
}

/** Waits for the order's documents, then for everything else that runs, so that a second one would show. */
export const awaitInvoices = async (
  suite: Suite,
  orderId: string,
  headers: Headers,
  count = 1
): Promise<OrderInvoices["invoices"]> => {
  await eventually(async () => {
    const { invoices } = await invoicesOf(suite, orderId, headers)
    return invoices.length >= count
  })
  await suite.settle()
  return (await invoicesOf(suite, orderId, headers)).invoices
}

/** Sets who buys; the answer may be a refusal. */
export const setBuyer = async (
  suite: Suite,
  path: string,
  headers: Headers,
  buyer: Record<string, unknown>
): Promise<void> => {
  const answer = await suite.call("POST", `${path}/buyer`, { headers, body: buyer })
  if (answer.status >= 300) throw new Error(`buyer: ${answer.status.toString()} ${answer.text}`)
}
