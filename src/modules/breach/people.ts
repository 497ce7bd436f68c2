import { createHmac } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { readCursor } from "../../shared/read-cursor"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { Secrets } from "../../shared/tokens"
import { findProtected } from "../access"
import type { AffectedQuery } from "./domain/affected"

/** Somebody found, by the row that leads to them. `email` makes rows one person and is not stored. */
type Found = {
  customer_id: string | null
  order_id: string | null
  document_id: string | null
  email: string | null
}

const OF_ORDERS = `SELECT CASE WHEN c.has_account THEN c.id END AS customer_id, o.id AS order_id, NULL::text AS document_id,
    lower(coalesce(CASE WHEN c.has_account THEN c.email END, o.email)) AS email
  FROM "order" o LEFT JOIN customer c ON c.id = o.customer_id AND c.deleted_at IS NULL`

const OF_CUSTOMERS = `SELECT c.id AS customer_id, NULL::text AS order_id, NULL::text AS document_id, lower(c.email) AS email FROM customer c`

/** Days of the shop's clock. */
const onDays = (column: string): string =>
  `(${column} AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN :from::date AND :to::date`

type Part = { sql: string; bindings: Knex.ValueDict }

const BUYER_TYPE = `coalesce(
  (SELECT b.type FROM dk_buyer b WHERE b.order_id = o.id AND b.deleted_at IS NULL LIMIT 1),
  (SELECT b.type FROM order_cart l JOIN dk_buyer b ON b.cart_id = l.cart_id AND b.deleted_at IS NULL WHERE l.order_id = o.id LIMIT 1),
  'private')`

/** The parts of a query, each as a statement of its own; names and addresses are not read. */
const partsOf = (query: AffectedQuery): Part[] => [
  ...(query.customers
    ? [{ sql: `${OF_CUSTOMERS} WHERE c.has_account AND c.deleted_at IS NULL`, bindings: {} }]
    : []),
  ...(query.guests
    ? [
        {
          sql: `${OF_ORDERS} WHERE o.deleted_at IS NULL AND c.has_account IS NOT TRUE AND o.email IS NOT NULL`,
          bindings: {},
        },
      ]
    : []),
  ...(query.orders
    ? [
        {
          sql: `${OF_ORDERS} WHERE o.deleted_at IS NULL AND o.email IS NOT NULL AND ${onDays("o.created_at")}
            AND (:types::text[] IS NULL OR ${BUYER_TYPE} = ANY(:types))`,
          bindings: {
            from: query.orders.from,
            to: query.orders.to,
            types: query.orders.buyer_types ?? null,
          },
        },
      ]
    : []),
  ...(query.customer_ids
    ? [
        {
          sql: `${OF_CUSTOMERS} WHERE c.id = ANY(:ids) AND c.deleted_at IS NULL`,
          bindings: { ids: query.customer_ids },
        },
      ]
    : []),
  ...(query.order_ids
    ? [
        {
          sql: `${OF_ORDERS} WHERE o.id = ANY(:ids) AND o.deleted_at IS NULL`,
          bindings: { ids: query.order_ids },
        },
      ]
    : []),
  ...(query.read_by
    ? ["customer", "order"].map((of) => ({
        sql: `${of === "customer" ? OF_CUSTOMERS : OF_ORDERS} WHERE ${of === "customer" ? "c" : "o"}.id IN (
          SELECT unnest(e.subject_ids) FROM dk_access_event e
           WHERE e.actor_id = :actor AND e.read_at >= :from AND e.read_at <= :to)`,
        bindings: {
          actor: query.read_by?.actor_id ?? "",
          from: query.read_by?.from ?? "",
          to: query.read_by?.to ?? "",
        },
      }))
    : []),
  ...(query.kept_invoices
    ? [
        {
          sql: `SELECT NULL::text AS customer_id, NULL::text AS order_id, d.id AS document_id, NULL::text AS email
            FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id JOIN "order" o ON o.id = d.order_id
           WHERE o.email IS NULL AND i.issued_on BETWEEN :from AND :to`,
          bindings: query.kept_invoices,
        },
      ]
    : []),
]

/** One person per mailbox, as a keyed digest, so that an erased person's address is not kept here. */
const keyOf = ({ current }: Secrets, breachId: string, { email, ...ids }: Found): string =>
  email === null
    ? (ids.customer_id ?? ids.order_id ?? ids.document_id ?? "")
    : createHmac("sha256", current.key).update(`breach-person\n${breachId}\n${email}`).digest("hex")

const PAGE = 1_000

const addPage = async (
  transaction: Knex.Transaction,
  secrets: Secrets,
  breachId: string,
  found: readonly Found[]
): Promise<number> => {
  const people = new Map(found.map((one) => [keyOf(secrets, breachId, one), one]))
  const all = [...people.values()]
  const idsOf = (name: "customer_id" | "order_id") => all.flatMap((one) => one[name] ?? [])
  const hidden = await findProtected(transaction, {
    ...{ customerIds: idsOf("customer_id"), orderIds: idsOf("order_id") },
    ...{ cartIds: [], addressIds: [] },
  })
  const rows = [...people].map(([key, { customer_id, order_id, document_id }]) => ({
    ...{ id: generateEntityId(undefined, "dkbrp"), person_key: key },
    ...{ customer_id, order_id, document_id },
    has_protected_address: [customer_id, order_id].some((id) => id !== null && hidden.has(id)),
  }))
  const added = await selectRows(
    transaction,
    `INSERT INTO dk_breach_person (id, breach_id, person_key, customer_id, order_id, document_id, has_protected_address)
     SELECT r.id, :breachId, r.person_key, r.customer_id, r.order_id, r.document_id, r.has_protected_address
       FROM jsonb_to_recordset(:rows::jsonb) AS r(id text, person_key text, customer_id text, order_id text, document_id text, has_protected_address boolean)
     ON CONFLICT (breach_id, person_key) DO NOTHING RETURNING id`,
    { breachId, rows: JSON.stringify(rows) }
  )
  return added.length
}

/**
 * Adds everybody a query finds to those affected; who is there already stays as they are. The caller holds the row of the
 * case. Reads a million orders in pages of a thousand.
 *
 * @returns how many are new
 */
export const addAffected = async (
  transaction: Knex.Transaction,
  secrets: Secrets,
  { breachId, query }: { breachId: string; query: AffectedQuery }
): Promise<number> => {
  let added = 0
  for (const { sql, bindings } of partsOf(query)) {
    for await (const page of readCursor<Found>(transaction, sql, bindings, PAGE)) {
      added += await addPage(transaction, secrets, breachId, page)
    }
  }
  return added
}

/** How many people are affected. */
export const countAffected = async (connection: Knex, breachId: string): Promise<number> => {
  const [row] = await selectRows<{ people: number }>(
    connection,
    "SELECT count(*)::int AS people FROM dk_breach_person WHERE breach_id = ?",
    [breachId]
  )
  return row?.people ?? 0
}
