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

/** Looked up for each row: the planner would read the other table whole for the few rows of a batch. */
export const hasNone = (from: string): string => `(SELECT 1 FROM ${from} LIMIT 1) IS NULL`
