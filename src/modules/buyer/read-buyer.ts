import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { warningsOf } from "./domain/buyer"
import type { Buyer } from "./domain/buyer"
import type { BuyerFields } from "./domain/buyer-fields"

/** Whose buyer it is: a customer's default, a cart's, or an order's own. */
export type BuyerOwner = { customer_id: string } | { cart_id: string } | { order_id: string }

export type BuyerRow = BuyerFields & {
  id: string
  register_status: "valid" | "invalid" | "unverified"
  register_checked_at: Date | null
  advertising_protected: boolean | null
}

export const ownerColumn = (owner: BuyerOwner): [column: string, id: string] => {
  if ("customer_id" in owner) return ["customer_id", owner.customer_id]
  if ("cart_id" in owner) return ["cart_id", owner.cart_id]
  return ["order_id", owner.order_id]
}

export const toBuyer = (row: BuyerRow): Buyer => ({
  id: row.id,
  type: row.type,
  country: row.country,
  cvr: row.cvr,
  vat_id: row.vat_id,
  registration_no: row.registration_no,
  ean: row.ean,
  company_name: row.company_name,
  person_reference: row.person_reference,
  order_reference: row.order_reference,
  accounting_reference: row.accounting_reference,
  company_form: row.company_form,
  name_on_invoice: row.name_on_invoice === true ? true : null,
  register: {
    status: row.register_status,
    checked_at: row.register_checked_at?.toISOString() ?? null,
    advertising_protected: row.advertising_protected,
  },
  warnings: warningsOf(row),
})

/** The buyer of one owner, or null: for code that has the connection and not the module. */
export const readBuyer = async (
  connection: Knex | Knex.Transaction,
  owner: BuyerOwner
): Promise<Buyer | null> => {
  const [column, id] = ownerColumn(owner)
  const [row] = await selectRows<BuyerRow>(
    connection,
    `SELECT * FROM dk_buyer WHERE ${column} = ? AND deleted_at IS NULL`,
    [id]
  )
  return row ? toBuyer(row) : null
}
