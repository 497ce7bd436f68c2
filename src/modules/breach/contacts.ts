import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { KEPT_DOCUMENTS, reachable } from "./find-affected"

/** Where somebody is reached now, read from the rows that lead to them. */
export type Contact = {
  email: string | null
  phone: string | null
  name: string | null
  /** In one line. */
  address: string | null
  /** BCP 47, as the order was placed; null when nobody said. */
  locale: string | null
  /** Of their latest order, as staff and customers know it. */
  order_number: number | null
}

/** SQL of the first that is there; what an erasure has emptied is not. */
const first = (...columns: string[]): string =>
  `coalesce(${columns.map((column) => `nullif(trim(${column}), '')`).join(", ")})`

const nameIn = (row: string): string =>
  `concat_ws(' ', nullif(${row}.first_name, ''), nullif(${row}.last_name, ''))`

/** SQL that the shipping address (`s`) is of whoever bought: a present goes to another, who is not told of it. */
const IS_THEIR_OWN = `(a.id IS NULL OR a.id = s.id OR lower(${nameIn("a")}) IN ('', lower(${nameIn("s")})))`

/** Of an address without a street nothing is left to write to. */
const addressIn = (row: string): string =>
  `CASE WHEN coalesce(${row}.address_1, '') <> '' THEN concat_ws(', ', ${row}.address_1, nullif(${row}.address_2, ''),
    nullif(concat_ws(' ', ${row}.postal_code, ${row}.city), ''), nullif(nullif(upper(${row}.country_code), 'DK'), '')) END`

const CONTACTS = `
  SELECT p.id, coalesce(${reachable("c.email")}, ${reachable("o.email")}) AS email,
      ${first("c.phone", "a.phone", "k.phone", "s.phone")} AS phone,
      ${first(nameIn("c"), nameIn("a"), nameIn("k"), nameIn("s"), "d.buyer ->> 'name'", "d.buyer ->> 'company_name'")} AS name,
      ${first(addressIn("a"), addressIn("k"), addressIn("s"), addressIn("b"))} AS address,
      o.locale, o.display_id AS order_number
    FROM dk_breach_person p
    LEFT JOIN customer c ON c.id = p.customer_id AND c.deleted_at IS NULL
    LEFT JOIN LATERAL (
      SELECT * FROM "order" x WHERE x.deleted_at IS NULL
        AND (x.id = p.order_id OR (p.order_id IS NULL AND x.customer_id = p.customer_id)) ORDER BY x.created_at DESC LIMIT 1) o ON true
    LEFT JOIN order_address a ON a.id = o.billing_address_id
    LEFT JOIN order_address s ON s.id = o.shipping_address_id AND ${IS_THEIR_OWN}
    LEFT JOIN LATERAL (
      SELECT * FROM customer_address y WHERE y.customer_id = c.id AND y.deleted_at IS NULL
       ORDER BY y.is_default_billing DESC, y.created_at DESC LIMIT 1) k ON true
    LEFT JOIN LATERAL (
      SELECT z.content::jsonb -> 'buyer' AS buyer FROM ${KEPT_DOCUMENTS} z WHERE z.order_id = o.id ORDER BY z.kept_on DESC, z.id LIMIT 1) d ON true
    LEFT JOIN LATERAL jsonb_to_record(CASE WHEN jsonb_typeof(d.buyer -> 'address') = 'object' THEN d.buyer -> 'address' END)
      AS b(address_1 text, address_2 text, postal_code text, city text, country_code text) ON true
   WHERE p.id = ANY(?)`

/** Where people are reached, by the id of their row. Of somebody erased what is left stands on a document that is kept by law. */
export const readContacts = async (
  connection: Knex,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, Contact>> => {
  const rows = await selectRows<Contact & { id: string }>(connection, CONTACTS, [[...personIds]])
  return new Map(rows.map(({ id, ...contact }) => [id, contact]))
}
