import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import type { SubjectKeys } from "../../domain/statements"
import { emptyKeys } from "../../domain/table-map"
import { companyAddresses, findCompanies } from "../company-keys"
import { selectIds } from "../find-person"
import type { Keys } from "../find-person"
import { followKeys } from "../key-chain"
import { isOnlyOf, isOwnerless } from "../retention/held"
import type { Source } from "../retention/sources"

/** Carts of the orders that are no other order's too. */
const CARTS = `SELECT l.cart_id AS id FROM order_cart l WHERE l.order_id = ANY(?)
   AND NOT EXISTS (SELECT 1 FROM order_cart x WHERE x.cart_id = l.cart_id AND x.deleted_at IS NULL AND NOT x.order_id = ANY(?))`

const others = (table: string, key: string): string =>
  `NOT EXISTS (SELECT 1 FROM ${table} x WHERE lower(x.email) = w.email AND NOT x.id = ANY(:${key}))`

const written = (table: string, key: string): string =>
  `SELECT lower(x.email) AS email FROM ${table} x WHERE x.id = ANY(:${key}) AND x.email NOT LIKE 'erased+%@invalid.invalid'`

/**
 * Addresses that stand on nothing else: what is found by them alone goes with the last row that names them. A login
 * without an owner names nobody, unless somebody is making an account of it right now.
 */
const LAST_EMAILS = `
  SELECT w.email AS id FROM (${written('"order"', "order")} UNION ${written("cart", "cart")} UNION ${written("customer", "customer")}) w
   WHERE ${others("customer", "customer")} AND ${others('"order"', "order")} AND ${others("cart", "cart")}
     AND NOT EXISTS (SELECT 1 FROM provider_identity p JOIN auth_identity a ON a.id = p.auth_identity_id
       WHERE lower(p.entity_id) = w.email AND NOT coalesce(a.app_metadata->>'customer_id' = ANY(:customer), false)
         AND NOT (${isOwnerless("a")} AND a.created_at < now() - interval '1 day'))`

const lastEmails = async (
  transaction: Knex.Transaction,
  { order, cart, customer }: Keys
): Promise<string[]> =>
  (await selectRows<{ id: string }>(transaction, LAST_EMAILS, { order, cart, customer })).map(
    ({ id }) => id
  )

/** Those of some addresses that no cart or order besides these uses; the last one of them takes the address with it. */
const onlyOf = (
  transaction: Knex.Transaction,
  table: "cart" | "order",
  { ids, addresses }: { ids: readonly string[]; addresses: readonly string[] }
): Promise<string[]> =>
  selectIds(
    transaction,
    `SELECT a.id FROM unnest(?::text[]) AS a(id) WHERE ${isOnlyOf(table, "x.id = ANY(?)")}`,
    addresses,
    ...Array<readonly string[]>(4).fill(ids)
  )

/**
 * All that hangs on some items. An account's orders and carts are not among it: they have terms of their own, and so
 * have addresses that nothing refers to.
 */
export const keysOfItems = async (
  transaction: Knex.Transaction,
  { keys: kinds }: Source,
  ids: readonly string[]
): Promise<SubjectKeys> => {
  const keys = emptyKeys()
  for (const kind of kinds) keys[kind] = [...ids]
  if (keys.order.length + keys.cart.length + keys.customer.length === 0) return keys
  keys.cart.push(...(await selectIds(transaction, CARTS, keys.order, keys.order)))
  keys.email = await lastEmails(transaction, keys)
  await followKeys(transaction, keys)
  keys.cart_address =
    keys.customer.length > 0
      ? []
      : await onlyOf(transaction, "cart", { ids: keys.cart, addresses: keys.cart_address })
  keys.order_address = await onlyOf(transaction, "order", {
    ids: keys.order,
    addresses: keys.order_address,
  })
  const companies = await findCompanies(transaction, keys)
  keys.company_order = keys.order.filter((id) => companies.has(id))
  keys.company_address = await companyAddresses(transaction, keys.company_order)
  return keys
}

const WHOSE = `SELECT x.customer_id, lower(x.email) AS email FROM "order" x WHERE x.id = ANY(:order)
  UNION SELECT x.customer_id, lower(x.email) FROM cart x WHERE x.id = ANY(:cart)
  UNION SELECT x.id, lower(x.email) FROM customer x WHERE x.id = ANY(:customer)`

/** The same with the customers and e-mails behind the items: whom the store's own code may know something of. */
export const withPeople = async (
  transaction: Knex.Transaction,
  keys: SubjectKeys
): Promise<SubjectKeys> => {
  const { order, cart, customer } = keys
  const rows = await selectRows<{ customer_id: string | null; email: string | null }>(
    transaction,
    WHOSE,
    { order: [...order], cart: [...cart], customer: [...customer] }
  )
  return {
    ...keys,
    customer: [...new Set([...customer, ...rows.flatMap((row) => row.customer_id ?? [])])],
    email: [...new Set(rows.flatMap(({ email }) => email ?? []))],
  }
}
