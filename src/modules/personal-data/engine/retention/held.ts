/** Conditions that are true for rows that erasure has not emptied. */

const ADDRESS = [
  ...["company", "first_name", "last_name", "address_1", "address_2", "city", "province"],
  ...["postal_code", "phone", "country_code"],
]

export const holdsAddress = (alias: string): string =>
  `coalesce(${ADDRESS.map((column) => `${alias}.${column}`).join(", ")}) IS NOT NULL`

/** An address that is not the one erasure leaves. */
export const holdsEmail = (alias: string): string =>
  `${alias}.email NOT LIKE 'erased+%@invalid.invalid'`

export const holdsCustomer = (alias: string): string =>
  `coalesce(${["email", "first_name", "last_name", "phone", "company_name"].map((column) => `${alias}.${column}`).join(", ")}) IS NOT NULL`

/** A login of no customer, member of staff or other actor. */
export const isOwnerless = (alias: string): string => `coalesce(${alias}.app_metadata, '{}') = '{}'`

/** Looked up for each row: the planner would read the other table whole for the few rows of a batch. */
export const hasNone = (from: string): string => `(SELECT 1 FROM ${from} LIMIT 1) IS NULL`

/** A cart or order that its own term has not reached, or that a law keeps the buyer of: addresses it refers to are its. */
const IN_USE = {
  cart: `(x.customer_id IS NOT NULL OR ${holdsEmail("x")} OR (x.completed_at IS NULL AND x.deleted_at IS NULL))`,
  order: `(x.customer_id IS NOT NULL OR ${holdsEmail("x")}
    OR EXISTS (SELECT 1 FROM dk_personal_data_restriction r WHERE r.order_id = x.id AND r.released_at IS NULL))`,
} as const

/**
 * No other one in use refers to the address `a`: one that is named by id is several carts' at once.
 *
 * @param own condition of those `x` that are not asked
 */
export const isOnlyOf = (table: keyof typeof IN_USE, own: string): string =>
  ["shipping_address_id", "billing_address_id"]
    .flatMap((column) => ["IS NULL", "IS NOT NULL"].map((deleted) => [column, deleted] as const))
    .map(([column, deleted]) =>
      hasNone(
        `"${table}" x WHERE x.${column} = a.id AND x.deleted_at ${deleted} AND NOT ${own} AND ${IN_USE[table]}`
      )
    )
    .join(" AND ")
