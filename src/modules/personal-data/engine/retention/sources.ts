import type { RuleName } from "../../domain/retention/rules"
import type { SubjectKey } from "../../domain/table-map"
import { isUnused } from "../key-chain"
import { FILES } from "../export-files"
import { hasNone, holdsAddress, holdsCustomer, holdsEmail, isOnlyOf, isOwnerless } from "./held"
import { LATER_NOTES, ORDERS } from "./order-sources"

/** Where the items of a rule come from. */
export type Source = {
  /** Unlike those of all other sources. */
  name: string
  rule: RuleName
  /** SELECT of `id` and `since`, when its term began, of what still holds data. A fact: no touching moves it. */
  sql: string
  /** Whose ids they are, for finding all that hangs on them. */
  keys: readonly SubjectKey[]
  /** Rows of one table, or some of its columns; by default all that belongs to the keys. */
  only?: { table: string; columns?: readonly string[] }
  /** SELECT of `id`, `customer_id`, `order_id` and `email` of those of `:item` that are about somebody. */
  people?: string
}

const of = (table: string, condition: string, column = "created_at"): string =>
  `(SELECT max(x.${column}) FROM ${table} x WHERE ${condition})`

const LIVE = "x.deleted_at IS NULL"

/** A visit counts until the end of its month: that is all that is known of it. */
const VISITED = `(SELECT ((v.month || '-01')::date + interval '1 month' - interval '1 second') AT TIME ZONE 'Europe/Copenhagen'
    FROM dk_personal_data_account_visit v WHERE v.id = c.id)`

const ACCOUNTS = `
  SELECT c.id, greatest(c.created_at, ${of('"order"', `x.customer_id = c.id AND ${LIVE}`)},
      ${of("cart", `x.customer_id = c.id AND ${LIVE}`)}, ${VISITED}) AS since
    FROM customer c WHERE c.has_account AND ${holdsCustomer("c")}`

const owned = (table: string): string =>
  hasNone(`${table} x WHERE x.customer_id = c.id AND x.deleted_at IS NULL`)

const GUESTS = `
  SELECT c.id, greatest(c.created_at, ${of("customer_address", `x.customer_id = c.id AND ${LIVE}`)}) AS since
    FROM customer c WHERE NOT c.has_account AND ${holdsCustomer("c")} AND ${owned('"order"')} AND ${owned("cart")}`

/** Registered and never made an account of, or left by one: nobody uses the shop with it. */
const LOGINS = `
  SELECT a.id, greatest(a.created_at, ${of("provider_identity", "x.auth_identity_id = a.id")}) AS since
    FROM auth_identity a WHERE ${isOwnerless("a")}`

const SESSIONS = `(SELECT max(s.created_at) FROM cart_payment_collection l
    JOIN payment_session s ON s.payment_collection_id = l.payment_collection_id AND s.deleted_at IS NULL WHERE l.cart_id = c.id)`

const CARTS = `
  SELECT c.id, greatest(c.created_at, ${of("cart_line_item", `x.cart_id = c.id AND ${LIVE}`)},
      ${of("cart_shipping_method", `x.cart_id = c.id AND ${LIVE}`)}, ${SESSIONS},
      ${of("cart_address", "x.id IN (c.shipping_address_id, c.billing_address_id)")}) AS since
    FROM cart c WHERE ${hasNone("order_cart x WHERE x.cart_id = c.id AND x.deleted_at IS NULL")}
     AND ((c.deleted_at IS NULL AND c.completed_at IS NULL) OR c.customer_id IS NOT NULL OR ${holdsEmail("c")}
       OR EXISTS (SELECT 1 FROM cart_address a WHERE a.id IN (c.shipping_address_id, c.billing_address_id) AND ${holdsAddress("a")} AND ${isOnlyOf("cart", "x.id = c.id")}))`

const CART_ADDRESSES = `
  SELECT a.id, a.created_at AS since FROM cart_address a
   WHERE ${holdsAddress("a")} AND ${isUnused("shipping_address_id")} AND ${isUnused("billing_address_id")}`

const inLog = (word: string): string =>
  `SELECT x.details->'${word}'->>'id' FROM order_change_action x WHERE x.details->'${word}'->>'id' IS NOT NULL`

const ORDER_ADDRESSES = `
  SELECT a.id, a.created_at AS since FROM order_address a WHERE ${holdsAddress("a")}
     AND NOT EXISTS (SELECT 1 FROM "order" o WHERE o.shipping_address_id = a.id)
     AND NOT EXISTS (SELECT 1 FROM "order" o WHERE o.billing_address_id = a.id)
     AND a.id NOT IN (${inLog("old")}) AND a.id NOT IN (${inLog("new")})`

/** Files of exports go first: their messages tell where they are. */
const NOTIFICATIONS = `
  SELECT n.id, n.created_at AS since FROM notification n
   WHERE NOT (n.channel = 'feed' AND coalesce(n.data->'file'->>'filename' ~ '^[0-9]{13}-order-exports[.]csv$', false))`

/** Work that never ended counts as dead once nothing of it has moved for the whole term; only the work itself moves it. */
const EXECUTIONS = `
  SELECT w.id, CASE WHEN w.state IN ('done', 'failed', 'reverted') THEN w.created_at ELSE greatest(w.created_at, w.updated_at) END AS since
    FROM workflow_execution w`

const SENT = "coalesce(f.canceled_at, f.shipped_at, f.delivered_at)"

const LABELS = `
  SELECT b.id, ${SENT} AS since FROM fulfillment_label b JOIN fulfillment f ON f.id = b.fulfillment_id
   WHERE b.label_url <> '' AND ${SENT} IS NOT NULL`

const USERS = `
  SELECT u.id, u.deleted_at AS since FROM "user" u WHERE u.deleted_at IS NOT NULL AND ${holdsEmail("u")}`

const INVITES = `
  SELECT i.id, greatest(i.expires_at, (SELECT max(u.deleted_at) FROM "user" u WHERE lower(u.email) = lower(i.email))) AS since
    FROM invite i WHERE (i.deleted_at IS NOT NULL OR i.accepted OR i.expires_at < now()) AND ${holdsEmail("i")}
     AND NOT EXISTS (SELECT 1 FROM "user" u WHERE lower(u.email) = lower(i.email) AND u.deleted_at IS NULL)`

const OF_LABEL = `SELECT b.id, NULL AS customer_id, l.order_id, NULL AS email FROM fulfillment_label b
  JOIN order_fulfillment l ON l.fulfillment_id = b.fulfillment_id WHERE b.id = ANY(:item)`

const OF_NOTIFICATION = `SELECT n.id, coalesce(n.receiver_id, n.resource_id) AS customer_id, n.resource_id AS order_id, n."to" AS email
  FROM notification n WHERE n.id = ANY(:item)`

const OF_ROWS = (table: string): string =>
  `SELECT x.id, x.customer_id, x.id AS order_id, x.email FROM ${table} x WHERE x.id = ANY(:item)`

const OF_CUSTOMER = `SELECT x.id, x.id AS customer_id, o.id AS order_id, x.email
  FROM customer x LEFT JOIN "order" o ON o.customer_id = x.id AND o.deleted_at IS NULL WHERE x.id = ANY(:item)`

const OF_LOGIN = `SELECT a.id, NULL AS customer_id, NULL AS order_id, p.entity_id AS email
  FROM auth_identity a JOIN provider_identity p ON p.auth_identity_id = a.id WHERE a.id = ANY(:item)`

const OF_ADDRESS = (table: string): string =>
  `SELECT x.id, x.customer_id, NULL AS order_id, NULL AS email FROM ${table} x WHERE x.id = ANY(:item)`

/** All that a sweep goes through, in its order. */
export const SOURCES: readonly Source[] = [
  {
    ...{ name: "label_file", rule: "label_file", sql: LABELS, keys: [], people: OF_LABEL },
    // Of a label only the address of its file; where the parcel is stays as long as the order's contact.
    only: { table: "fulfillment_label", columns: ["label_url"] },
  },
  {
    ...{ name: "workflow_execution", rule: "workflow_execution", sql: EXECUTIONS, keys: [] },
    only: { table: "workflow_execution" },
  },
  {
    ...{ name: "notification", rule: "notification", sql: NOTIFICATIONS, keys: [] },
    ...{ people: OF_NOTIFICATION, only: { table: "notification" } },
  },
  { name: "cart", rule: "abandoned_cart", sql: CARTS, keys: ["cart"], people: OF_ROWS("cart") },
  {
    name: "order",
    rule: "order_contact",
    sql: ORDERS,
    keys: ["order"],
    people: OF_ROWS('"order"'),
  },
  {
    ...{ name: "later_note", rule: "order_contact", sql: LATER_NOTES, keys: ["order"] },
    people: OF_ROWS('"order"'),
  },
  {
    ...{ name: "account", rule: "inactive_account", sql: ACCOUNTS, keys: ["customer"] },
    people: OF_CUSTOMER,
  },
  {
    ...{ name: "guest", rule: "guest_customer", sql: GUESTS, keys: ["customer"] },
    people: OF_CUSTOMER,
  },
  {
    ...{ name: "login", rule: "guest_customer", sql: LOGINS, keys: ["auth_identity"] },
    people: OF_LOGIN,
  },
  {
    ...{ name: "cart_address", rule: "orphaned_address", sql: CART_ADDRESSES },
    ...{ keys: ["orphan_address"], people: OF_ADDRESS("cart_address") },
  },
  {
    ...{ name: "order_address", rule: "orphaned_address", sql: ORDER_ADDRESSES },
    ...{ keys: ["order_address"], people: OF_ADDRESS("order_address") },
  },
  { name: "user", rule: "former_staff", sql: USERS, keys: ["user"] },
  { name: "invite", rule: "former_staff", sql: INVITES, keys: [], only: { table: "invite" } },
]

/** Files are outside the database: the hourly job deletes them, by the term of this rule. */
export const ORDER_EXPORTS = `SELECT e.id, to_timestamp(e.began / 1000.0) AS since FROM (${FILES}) e`

/** Everything a rule holds, as SELECTs of `id` and `since`. */
export const itemsOf = (rule: RuleName): string =>
  rule === "order_export"
    ? ORDER_EXPORTS
    : SOURCES.filter((source) => source.rule === rule)
        .map(({ sql }) => `SELECT id, since FROM (${sql}) s`)
        .join(" UNION ALL ")
