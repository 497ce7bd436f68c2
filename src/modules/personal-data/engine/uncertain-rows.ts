import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { isSold } from "../domain/sold-cart"
import { countPersons } from "../domain/person-names"
import type { TypedName } from "../domain/person-names"
import { isRoleMailbox } from "../domain/role-mailboxes"
import type { Keys } from "./find-person"

type Connection = Knex | Knex.Transaction

type UncertainReason = "no_login" | "shared_mailbox" | "several_names"

/** An order, or a cart that became none, that may be somebody else's. */
export type UncertainRow = {
  id: string
  type: "order" | "cart"
  display_id: number | null
  reason: UncertainReason
}

/** More names than anybody has under one address tell enough. */
const MOST_NAMES = 200

/** A typed value to compare: an empty one is like none. */
const plain = (column: string): string => `nullif(lower(btrim(${column})), '')`

/**
 * Paid while logged in: Medusa notes the account in the payment session. Live and deleted ones have an index each.
 * The ids are named again so that no plan reads the payments of the whole store.
 */
const PAID_BY_LOGIN = (links: string, column: string, ids: string): string => {
  const sessions = (which: string) => `EXISTS (
  SELECT 1 FROM ${links} l JOIN payment_session s ON s.payment_collection_id = l.payment_collection_id
   WHERE l.${column} = x.id AND l.${column} = ANY(${ids}) AND s.deleted_at IS ${which} AND s.context->'customer'->>'id' = x.customer_id)`
  return `(${sessions("NULL")} OR ${sessions("NOT NULL")})`
}

/** Changed while logged in. */
const CHANGED_BY_LOGIN = (carts: string): string => `EXISTS (
  SELECT 1 FROM dk_personal_data_cart_login g WHERE g.id IN (${carts}) AND g.customer_id = x.customer_id)`

/** Orders and open carts that no login proves. */
const UNPROVEN = `
  SELECT x.id, 'order' AS type, x.display_id, x.customer_id, lower(x.email) AS email, x.created_at,
         x.shipping_address_id, x.billing_address_id, 'order_address' AS addresses,
         NOT EXISTS (SELECT 1 FROM order_cart l WHERE l.order_id = x.id AND l.order_id = ANY(:orders)) AS is_by_staff
    FROM "order" x WHERE x.id = ANY(:orders) AND NOT ${PAID_BY_LOGIN("order_payment_collection", "order_id", ":orders")}
     AND NOT ${CHANGED_BY_LOGIN("SELECT l.cart_id FROM order_cart l WHERE l.order_id = x.id")}
     AND NOT EXISTS (SELECT 1 FROM order_change h WHERE h.order_id = x.id AND h.change_type = 'transfer' AND h.status = 'confirmed')
  UNION ALL
  SELECT x.id, 'cart', NULL, x.customer_id, lower(x.email), x.created_at, x.shipping_address_id, x.billing_address_id, 'cart_address', false
    FROM cart x WHERE x.id = ANY(:carts) AND NOT EXISTS (SELECT 1 FROM order_cart l WHERE l.cart_id = x.id AND l.cart_id = ANY(:carts) AND l.deleted_at IS NULL)
     AND NOT ${PAID_BY_LOGIN("cart_payment_collection", "cart_id", ":carts")} AND NOT ${CHANGED_BY_LOGIN("x.id")}`

const ADDRESS_COLUMNS = "a.first_name, a.last_name, a.phone, a.address_1 AS street, a.postal_code"

/** The addresses of those rows. */
const TYPED = `
  SELECT x.id, x.email, ${ADDRESS_COLUMNS} FROM unproven x JOIN order_address a ON a.id IN (x.shipping_address_id, x.billing_address_id) WHERE x.type = 'order'
  UNION SELECT x.id, x.email, ${ADDRESS_COLUMNS} FROM unproven x JOIN cart_address a ON a.id IN (x.shipping_address_id, x.billing_address_id) WHERE x.type = 'cart'`

/** What the account itself says of its owner: its name and phone, its address book. */
const KNOWN = `
  account AS (SELECT id, created_at, lower(email) AS email, first_name, last_name, phone FROM customer WHERE id = ANY(:customers) AND has_account),
  known AS (
    SELECT ${plain("last_name")} AS last_name, ${plain("address_1")} AS street, ${plain("phone")} AS phone FROM customer_address WHERE customer_id IN (SELECT id FROM account)
    UNION SELECT ${plain("last_name")}, NULL, ${plain("phone")} FROM account)`

/** Older carts were made before logins were noted; without an address they say nothing of anybody. */
const NOTED_SINCE = `(SELECT min(created_at) FROM dk_personal_data_cart_login)`

type Candidate = Omit<UncertainRow, "reason"> & {
  email: string | null
  /** An account has it although no login proves it, and was there before. */
  is_typed_by_visitor: boolean
}

/** Rows that neither a login nor the account's last name with its street or phone confirms. */
const findCandidates = (connection: Connection, keys: Keys): Promise<Candidate[]> =>
  selectRows<Candidate>(
    connection,
    `WITH ${KNOWN}, unproven AS (${UNPROVEN}), typed AS (${TYPED})
     SELECT x.id, x.type, x.display_id, x.email,
            coalesce(x.created_at > a.created_at, false) AND NOT x.is_by_staff
              AND (x.type = 'order' OR EXISTS (SELECT 1 FROM typed p WHERE p.id = x.id) OR x.created_at > ${NOTED_SINCE}) AS is_typed_by_visitor
       FROM unproven x LEFT JOIN account a ON a.id = x.customer_id
      WHERE NOT EXISTS (SELECT 1 FROM typed p WHERE p.id = x.id
              AND EXISTS (SELECT 1 FROM known k WHERE k.last_name = ${plain("p.last_name")})
              AND EXISTS (SELECT 1 FROM known k WHERE k.street = ${plain("p.street")} OR k.phone = ${plain("p.phone")}))
      ORDER BY x.display_id, x.id`,
    { customers: keys.customer, orders: keys.order, carts: keys.cart }
  )

/** The e-mails under which more than one person has bought; `known` rows count, so that none becomes alone. */
const findSeveralNames = async (connection: Connection, keys: Keys): Promise<Set<string>> => {
  const rows = await selectRows<TypedName & { email: string }>(
    connection,
    `WITH ${KNOWN}, unproven AS (${UNPROVEN}), typed AS (${TYPED})
     SELECT email, first_name, last_name, phone, street FROM (
       SELECT *, row_number() OVER (PARTITION BY email ORDER BY last_name, first_name) AS place FROM (
         SELECT DISTINCT email, first_name, last_name, phone, street FROM typed WHERE email IS NOT NULL
         UNION SELECT email, first_name, last_name, phone, NULL FROM account WHERE email IS NOT NULL) d) n
      WHERE place <= ${MOST_NAMES.toString()}`,
    { customers: keys.customer, orders: keys.order, carts: keys.cart }
  )
  const names = new Map<string, TypedName[]>()
  for (const { email, ...name } of rows) names.set(email, [...(names.get(email) ?? []), name])
  return new Set([...names].filter(([, of]) => countPersons(of) > 1).map(([email]) => email))
}

/** Rows an earlier erasure left to staff stay with staff, whatever has been erased of the others since. */
const findLeft = async (connection: Connection, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT DISTINCT l.id FROM dk_personal_data_erasure e, unnest(e.left_ids) AS l(id) WHERE e.left_ids && ?`,
    [[...ids]]
  )
  return new Set(rows.map(({ id }) => id))
}

const reasonOf = (
  { id, email, is_typed_by_visitor }: Candidate,
  { several, left }: { several: ReadonlySet<string>; left: ReadonlySet<string> }
): UncertainReason | null => {
  if (email !== null && isRoleMailbox(email)) return "shared_mailbox"
  if (is_typed_by_visitor || left.has(id)) return "no_login"
  return email !== null && several.has(email) ? "several_names" : null
}

/**
 * Orders and carts among the keys that may be another person's: a visitor typed the e-mail of an account, or the
 * e-mail is a post's, or several people have bought with it. What a login proves, or staff confirmed, is certain.
 */
export const findUncertain = async (
  connection: Connection,
  keys: Keys,
  confirmed: readonly string[]
): Promise<UncertainRow[]> => {
  const candidates = await findCandidates(connection, keys)
  if (candidates.length === 0) return []
  const several = await findSeveralNames(connection, keys)
  const left = await findLeft(connection, [...keys.order, ...keys.cart])
  const isConfirmed = new Set(confirmed)
  return candidates
    .filter(({ id }) => !isConfirmed.has(id))
    .flatMap((row) => {
      const reason = reasonOf(row, { several, left })
      return reason === null ? [] : [{ ...pick(row), reason }]
    })
}

const pick = ({ id, type, display_id }: Omit<UncertainRow, "reason">) => ({ id, type, display_id })

/**
 * Other orders and open carts that guests made under the e-mail of rows staff confirmed: they are not the person's
 * until staff says so.
 */
export const findOthers = async (
  connection: Connection,
  keys: Keys,
  confirmed: readonly string[]
): Promise<UncertainRow[]> => {
  if (confirmed.length === 0) return []
  const rows = await selectRows<Omit<UncertainRow, "reason"> & { email: string }>(
    connection,
    `WITH mails AS (
       SELECT lower(email) AS email FROM "order" WHERE id = ANY(?) UNION SELECT lower(email) FROM cart WHERE id = ANY(?)),
     asked AS (SELECT ARRAY(SELECT email FROM mails WHERE email IS NOT NULL AND NOT email = ANY(?)) AS emails)
     SELECT x.id, 'order' AS type, x.display_id, lower(x.email) AS email FROM "order" x
      WHERE lower(x.email) = ANY((SELECT emails FROM asked)::text[]) AND NOT x.id = ANY(?)
        AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = x.customer_id AND c.has_account)
     UNION ALL
     SELECT x.id, 'cart', NULL, lower(x.email) FROM cart x
      WHERE lower(x.email) = ANY((SELECT emails FROM asked)::text[]) AND NOT x.id = ANY(?)
        AND NOT ${isSold("x.id")}
        AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = x.customer_id AND c.has_account)
     ORDER BY display_id, id`,
    [[...confirmed], [...confirmed], keys.email, keys.order, keys.cart]
  )
  return rows.map((row) => ({
    ...pick(row),
    reason: isRoleMailbox(row.email) ? "shared_mailbox" : "no_login",
  }))
}
