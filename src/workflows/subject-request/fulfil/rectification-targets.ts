import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ADDRESS_FIELDS,
  CUSTOMER_FIELDS,
  givenOf,
} from "../../../modules/subject-request/domain/correction"
import { invalidField } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"
import type { People } from "./people"
import type { FulfilBody } from "./types"

type Values = Partial<Record<string, string>>

export type OrderCorrection = {
  order_id: string
  shipping?: Values
  billing?: Values
  email?: string
}

/** What is to be said anew, and where. */
export type Targets = {
  customers: string[]
  customer: Values
  book: { id: string; values: Values }[]
  orders: OrderCorrection[]
  /** `customer.phone`, `address.city`, `order.shipping_address.city`. */
  fields: string[]
}

type OwnOrder = { id: string; status: string; customer_id: string | null }

/** What was sold by them stays as it was. */
export const CLOSED = new Set(["canceled", "completed", "archived"])

/** Orders of the person, open and closed. */
export const ownOrders = (container: MedusaContainer, { customers, orders, addresses }: People) =>
  selectRows<OwnOrder>(
    postgres(container),
    `SELECT id, status, customer_id FROM "order" WHERE deleted_at IS NULL AND NOT is_draft_order
        AND (customer_id = ANY(:customers) OR id = ANY(:orders) OR lower(email) = ANY(:emails)) ORDER BY id`,
    {
      customers,
      orders,
      emails: addresses.flatMap((address) => ("email" in address ? [address.email] : [])),
    }
  )

const ownBook = async (container: MedusaContainer, { customers }: People): Promise<Set<string>> => {
  const rows = await selectRows<{ id: string }>(
    postgres(container),
    "SELECT id FROM customer_address WHERE customer_id = ANY(?) AND deleted_at IS NULL",
    [customers]
  )
  return new Set(rows.map(({ id }) => id))
}

const openOrder = (orders: readonly OwnOrder[], id: string, field: string): void => {
  const order = orders.find((own) => own.id === id)
  if (!order) throw invalidField(field, "not_theirs", "is no order of the person.")
  if (CLOSED.has(order.status)) {
    throw invalidField(field, "order_closed", "the order is closed; what was sold stays as it was.")
  }
}

/** The open orders of the person's customers, whose e-mail is to follow. */
const followers = (orders: readonly OwnOrder[], { customers }: People): OwnOrder[] =>
  orders.filter(
    ({ status, customer_id: of }) => !CLOSED.has(status) && of !== null && customers.includes(of)
  )

const fieldsOf = ({ customer, book, orders }: Omit<Targets, "fields" | "customers">): string[] => {
  const names = [
    ...Object.keys(customer).map((name) => `customer.${name}`),
    ...book.flatMap(({ values }) => Object.keys(values).map((name) => `address.${name}`)),
    ...orders.flatMap(({ shipping = {}, billing = {}, email }) => [
      ...Object.keys(shipping).map((name) => `order.shipping_address.${name}`),
      ...Object.keys(billing).map((name) => `order.billing_address.${name}`),
      ...(email === undefined ? [] : ["order.email"]),
    ]),
  ]
  return [...new Set(names)]
}

/**
 * Where the corrections go: the person's customers, addresses of theirs, and open orders.
 *
 * @throws invalid_data naming the address that is not theirs, or whose order is closed
 */
export const targetsOf = async (
  container: MedusaContainer,
  people: People,
  { customer: said = {}, addresses = [] }: FulfilBody
): Promise<Targets> => {
  const own = await ownOrders(container, people)
  const inBook = await ownBook(container, people)
  const customer = givenOf(CUSTOMER_FIELDS, said)
  const book: Targets["book"] = []
  const orders = new Map<string, OrderCorrection>()
  const ofOrder = (id: string): OrderCorrection => {
    const known = orders.get(id) ?? { order_id: id }
    orders.set(id, known)
    return known
  }
  if (customer.email !== undefined) {
    for (const { id } of followers(own, people)) ofOrder(id).email = customer.email
  }
  for (const [index, address] of addresses.entries()) {
    const values = givenOf(ADDRESS_FIELDS, address)
    const field = `addresses.${index.toString()}`
    if ("id" in address) {
      if (!inBook.has(address.id)) {
        throw invalidField(`${field}.id`, "not_theirs", "is no address of the person.")
      }
      book.push({ id: address.id, values })
    } else {
      openOrder(own, address.order_id, `${field}.order_id`)
      ofOrder(address.order_id)[address.type] = values
    }
  }
  const found = { customer, book, orders: [...orders.values()] }
  return { ...found, customers: people.customers, fields: fieldsOf(found) }
}
