import { getJson } from "../../shared/api"
import { isSameEmail } from "./same-email"

type Customers = { customers: { id: string; email: string | null; has_account: boolean }[] }
type Orders = { orders: { id: string; display_id: number }[] }

/** The customer with an e-mail, the one with an account first; null when there is none. */
const findCustomer = async (email: string): Promise<string | null> => {
  const query = new URLSearchParams({ q: email, fields: "id,email,has_account", limit: "50" })
  const { customers } = (await getJson(`/admin/customers?${query.toString()}`)) as Customers
  const own = customers.filter((customer) => isSameEmail(customer.email ?? "", email))
  return (own.find(({ has_account: has }) => has) ?? own[0])?.id ?? null
}

const findOrder = async (number: string): Promise<string | null> => {
  const query = new URLSearchParams({ q: number, fields: "id,display_id", limit: "50" })
  const { orders } = (await getJson(`/admin/orders?${query.toString()}`)) as Orders
  return orders.find(({ display_id: id }) => id.toString() === number)?.id ?? null
}

/** Whom a hold is about, as staff knows it: a customer's e-mail or an order's number. */
export type HoldOwner = { kind: "customer" | "order"; text: string }

/** The id of a customer or an order in the form of a hold's body; null when there is none. */
export const findHoldOwner = async ({
  kind,
  text,
}: HoldOwner): Promise<{ customer_id: string } | { order_id: string } | null> => {
  if (kind === "customer") {
    const id = await findCustomer(text.trim())
    return id === null ? null : { customer_id: id }
  }
  const id = await findOrder(text.trim().replace(/^#/, ""))
  return id === null ? null : { order_id: id }
}
