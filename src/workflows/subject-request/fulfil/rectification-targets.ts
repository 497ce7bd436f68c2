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
export const ownOrders = (container: MedusaContainer, { orders }: People) =>
  selectRows<OwnOrder>(
    postgres(container),
    `SELECT id, status, customer_id FROM "order" WHERE deleted_at IS NULL AND NOT is_draft_order
        AND id = ANY(?) ORDER BY id`,
    [orders]
  )

const ownBook = async (container: MedusaContainer, { customers }: People): Promise<Set<string>> => {
  const rows = await selectRows<{ id: string }>(
    postgres(container),
    "SELECT id FROM customer_address WHERE customer_id = ANY(?) AND deleted_at IS NULL",
    [customers]
  )
  return new Set(rows.map(({ id }) => id))
}

/** Nothing is changed before it is known that all of it can be. */
const refuseTakenEmail = async (
  container: MedusaContainer,
  { customers }: People,
  email: string
): Promise<void> => {
  const taken = await selectRows(
    postgres(container),
    `SELECT 1 FROM customer x WHERE x.deleted_at IS NULL AND lower(x.email) = lower(:email) AND NOT x.id = ANY(:customers)
        AND x.has_account IN (SELECT c.has_account FROM customer c WHERE c.id = ANY(:customers))
     UNION ALL SELECT 1 FROM customer c WHERE c.id = ANY(:customers) GROUP BY c.has_account HAVING count(*) > 1`,
    { email, customers }
  )
  if (taken.length > 0) {
    throw invalidField("customer.email", "email_taken", "no two customers can have this e-mail.")
  }
}

const openOrder = (orders: readonly OwnOrder[], id: string, field: string): void => {
  const order = orders.find((own) => own.id === id)
  if (!order) throw invalidField(field, "not_theirs", "is no order of the person.")
  if (CLOSED.has(order.status)) {
    throw invalidField(field, "order_closed", "the order is closed; what was sold stays as it was.")
  }
}

/** The person has no customer row but one that other people use, too. */
export const hasOnlyShared = ({ customers, is_shared: isShared }: People): boolean =>
  isShared && customers.length === 0

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
 * Where the corrections go: the person's customers, addresses of theirs, and open orders. What others may use, too, is left
 * to staff.
 *
 * @throws invalid_data naming the address that is not theirs, or whose order is closed, or `customer.email`
 */
export const targetsOf = async (
  container: MedusaContainer,
  people: People,
  { customer: said = {}, addresses = [] }: FulfilBody
): Promise<Targets> => {
  const own = await ownOrders(container, people)
  const inBook = await ownBook(container, people)
  const customer = hasOnlyShared(people) ? {} : givenOf(CUSTOMER_FIELDS, said)
  const book: Targets["book"] = []
  const orders = new Map<string, OrderCorrection>()
  const ofOrder = (id: string): OrderCorrection => {
    const known = orders.get(id) ?? { order_id: id }
    orders.set(id, known)
    return known
  }
  if (customer.email !== undefined) {
    await refuseTakenEmail(container, people, customer.email)
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
