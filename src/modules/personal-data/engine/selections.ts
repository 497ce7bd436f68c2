import { generateEntityId } from "@medusajs/framework/utils"
import { invalidField } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { findRows } from "./find-selection"
import type { SelectionQuery } from "./find-selection"
import { findSelection } from "./selection-row"
import type { SelectionRow, SelectionWay } from "./selection-row"

/** Long enough for a day's work, short enough that nobody acts on what was true once. */
const HOURS = 24

type Connection = Knex | Knex.Transaction

/** A row as staff sees it, read anew each time. */
type ShownRow = {
  type: "customer" | "order" | "cart"
  id: string
  display_id: number | null
  name: string | null
  email: string | null
  phone: string | null
  address: string | null
  created_at: string
  matched_by: SelectionWay[]
  confirmed: boolean
}

export type ShownSelection = { selection: SelectionRow; rows: ShownRow[] }

const NAME = (row: string): string =>
  `nullif(concat_ws(' ', nullif(${row}.first_name, ''), nullif(${row}.last_name, ''), nullif(${row}.company, '')), '')`
const ADDRESS = `nullif(concat_ws(', ', nullif(a.address_1, ''), nullif(concat_ws(' ', a.postal_code, a.city), '')), '')`

const ORDERED = (type: "order" | "cart", display: string): string => `
  SELECT '${type}' AS type, o.id, ${display} AS display_id, ${NAME("a")} AS name, o.email, a.phone, ${ADDRESS} AS address, o.created_at
    FROM "${type}" o LEFT JOIN ${type}_address a ON a.id = coalesce(o.shipping_address_id, o.billing_address_id) WHERE o.id = ANY(?)`

const readRows = async (
  connection: Connection,
  selection: SelectionRow
): Promise<ShownSelection> => {
  const rows = await selectRows<
    Omit<ShownRow, "created_at" | "matched_by" | "confirmed"> & { created_at: Date }
  >(
    connection,
    `SELECT * FROM (
       SELECT 'customer' AS type, c.id, NULL::int AS display_id,
              nullif(concat_ws(' ', nullif(c.first_name, ''), nullif(c.last_name, ''), nullif(c.company_name, '')), '') AS name,
              c.email, c.phone, ${ADDRESS} AS address, c.created_at
         FROM customer c LEFT JOIN LATERAL (SELECT * FROM customer_address b WHERE b.customer_id = c.id ORDER BY b.created_at, b.id LIMIT 1) a ON true
        WHERE c.id = ANY(?)
       UNION ALL ${ORDERED("order", "o.display_id")} UNION ALL ${ORDERED("cart", "NULL::int")}) r
     ORDER BY array_position(ARRAY['customer', 'order', 'cart'], type), created_at DESC, id`,
    [selection.customer_ids, selection.order_ids, selection.cart_ids]
  )
  const shown = rows.map((row): ShownRow => ({
    ...row,
    created_at: row.created_at.toISOString(),
    matched_by: [selection.way],
    confirmed: selection.confirmed_ids.includes(row.id),
  }))
  return { selection, rows: shown }
}

/** Searches for the person of a letter or call and keeps the ids for a day. All rows are uncertain. */
export const createSelection = (
  connection: Knex,
  query: SelectionQuery,
  createdBy: string
): Promise<ShownSelection> =>
  connection.transaction(async (transaction) => {
    const { customers, orders, carts } = await findRows(transaction, query)
    const id = generateEntityId(undefined, "dksel")
    await transaction.raw(
      `INSERT INTO dk_personal_data_selection (id, status, way, customer_ids, order_ids, cart_ids, created_by, expires_at)
       VALUES (?, 'open', ?, ?, ?, ?, ?, now() + interval '${HOURS.toString()} hours')`,
      [id, query.way, customers, orders, carts, createdBy]
    )
    return readRows(transaction, await findSelection(transaction, id))
  })

/** A selection with its rows as they are now. Throws not_found, and invalid_data once it has expired. */
export const readSelection = async (connection: Knex, id: string): Promise<ShownSelection> =>
  readRows(connection, await findSelection(connection, id))

/** Accounts behind the confirmed rows, one for each e-mail: several accounts are several persons. */
const countAccounts = async (connection: Connection, ids: readonly string[]): Promise<number> => {
  const confirmed = [...ids]
  const [row] = await selectRows<{ accounts: number }>(
    connection,
    `SELECT count(DISTINCT coalesce(lower(c.email), c.id))::int AS accounts FROM customer c
      WHERE c.has_account AND c.id IN (
        SELECT unnest(?::text[]) UNION SELECT customer_id FROM "order" WHERE id = ANY(?) UNION SELECT customer_id FROM cart WHERE id = ANY(?))`,
    [confirmed, confirmed, confirmed]
  )
  return row?.accounts ?? 0
}

/** An order or cart of an account is that account's, not a confirmed guest's. */
const isOfUnconfirmedAccount = async (
  connection: Connection,
  customers: readonly string[],
  ids: readonly string[]
): Promise<boolean> => {
  if (customers.length === 0) return false
  const rows = await selectRows(
    connection,
    `SELECT 1 FROM (SELECT customer_id FROM "order" WHERE id = ANY(?) UNION SELECT customer_id FROM cart WHERE id = ANY(?)) o
       JOIN customer c ON c.id = o.customer_id AND c.has_account
      WHERE NOT c.id = ANY(?) AND NOT EXISTS (SELECT 1 FROM customer s WHERE s.id = ANY(?) AND lower(s.email) = lower(c.email)) LIMIT 1`,
    [[...ids], [...ids], [...customers], [...customers]]
  )
  return rows.length > 0
}

/**
 * Records which rows staff knows to be the person's; the last word counts until the selection expires. One selection
 * is one person: rows of accounts with different e-mails are not mixed. Guests may have several e-mails.
 *
 * @throws not_found, invalid_data `confirmed_ids` or `selection_id`
 */
export const confirmSelection = (
  connection: Knex,
  id: string,
  confirmedIds: readonly string[]
): Promise<ShownSelection> =>
  withLock(connection, `dk_personal_data_selection:${id}`, async (transaction) => {
    const { customer_ids, order_ids, cart_ids } = await findSelection(transaction, id)
    const known = new Set([...customer_ids, ...order_ids, ...cart_ids])
    const confirmed = [...new Set(confirmedIds)]
    if (!confirmed.every((row) => known.has(row))) {
      throw invalidField("confirmed_ids", "not_selected", "a row is not of this selection.")
    }
    const customers = confirmed.filter((row) => customer_ids.includes(row))
    const isMixed = (await countAccounts(transaction, confirmed)) > 1
    if (isMixed || (await isOfUnconfirmedAccount(transaction, customers, confirmed))) {
      throw invalidField(
        "confirmed_ids",
        "several_accounts",
        "the rows belong to different accounts. Confirm the rows of one."
      )
    }
    await transaction.raw(
      `UPDATE dk_personal_data_selection SET status = 'confirmed', confirmed_ids = ?, updated_at = now() WHERE id = ?`,
      [confirmed, id]
    )
    return readRows(transaction, await findSelection(transaction, id))
  })

/** Removes selections that have expired; an erasure keeps the ids it needs. */
export const removeExpiredSelections = async (connection: Knex): Promise<void> => {
  await connection.raw("DELETE FROM dk_personal_data_selection WHERE expires_at <= now()")
}
