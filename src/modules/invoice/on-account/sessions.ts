import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows, withLock } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { Decimal } from "../../../shared/decimal"
import { toMinorUnits } from "../../../shared/money"
import { fail } from "../../../shared/result"
import type { Result } from "../../../shared/result"
import { decideOnAccount, readBuyer, readCredit } from "../../buyer"
import type { OnAccountRefusal } from "../../buyer"
import { readClaims, readOpenOfCustomer } from "./claims"
import type { Claim } from "./claims"

type Connection = Knex | Knex.Transaction

type Asked = {
  cart_id: string | null
  order_id: string | null
  /** The account the cart belongs to; null for a guest's. */
  account_id: string | null
  amount: string
  currency_code: string
}

type Taken = { amount: number; order_id: string | null }

const ASKED = `SELECT c.id AS cart_id, o.order_id, CASE WHEN u.has_account THEN u.id END AS account_id,
    pc.amount::text AS amount, pc.currency_code
  FROM payment_collection pc
  LEFT JOIN cart_payment_collection l ON l.payment_collection_id = pc.id AND l.deleted_at IS NULL
  LEFT JOIN cart c ON c.id = l.cart_id LEFT JOIN customer u ON u.id = c.customer_id
  LEFT JOIN order_payment_collection o ON o.payment_collection_id = pc.id AND o.deleted_at IS NULL
  WHERE pc.id = ? LIMIT 1`

/**
 * For how long an amount is taken of the limit without an order. Medusa writes an order's links before it asks for the
 * payment, and a cart that is being completed is locked for two minutes: after a quarter of an hour nothing is on its way.
 * When the cart is completed after all, its amount is taken anew (`renewReservations`).
 */
const RESERVATION_MINUTES = 15

/** What became an order counts by what the order owes: Medusa cancels its payment when staff edits it. */
const TAKEN = `SELECT a.amount, o.order_id FROM dk_invoice_on_account a
  LEFT JOIN payment p ON p.payment_session_id = a.session_id AND p.deleted_at IS NULL
  LEFT JOIN order_payment_collection o ON o.payment_collection_id = p.payment_collection_id AND o.deleted_at IS NULL
  WHERE a.customer_id = ? AND a.session_id <> ? AND a.reserved_at IS NOT NULL
    AND (o.order_id IS NOT NULL OR a.released_at IS NULL
      AND a.reserved_at > now() - make_interval(mins => ?))`

/** Øre that are owed, by the rate of the invoice. */
const oreOf = ({ owed, rate }: Claim): number =>
  rate === null ? owed : Decimal.convert(Decimal.mult(owed, rate), 0).toNumber()

/** What orders owe that an account placed on invoice. */
const readOrdered = (connection: Connection, taken: readonly Taken[]): Promise<Claim[]> => {
  const orders = taken.flatMap(({ order_id: id }) => id ?? [])
  return readClaims(connection, [...new Set(orders)])
}

/**
 * What an account owes on invoices and on orders that will become some, in whole øre. An order that it placed otherwise,
 * such as by phone, counts once it is sent against an invoice.
 *
 * @param exceptSession a session of which nothing is counted
 */
export const readOpenOfAccount = async (
  connection: Connection,
  customerId: string,
  exceptSession = ""
): Promise<number> => {
  const values = [customerId, exceptSession, RESERVATION_MINUTES]
  const taken = await selectRows<Taken>(connection, TAKEN, values)
  const claims = [
    ...(await readOrdered(connection, taken)),
    ...(await readOpenOfCustomer(connection, customerId)),
  ]
  const owed = new Map(claims.map((claim) => [claim.order_id, oreOf(claim)]))
  const underWay = taken.filter(({ order_id: id }) => id === null)
  return [...owed.values(), ...underWay.map(({ amount }) => amount)].reduce(
    (sum, part) => sum + part,
    0
  )
}

const NOT_FOR_SALE: OnAccountRefusal = {
  code: "on_account_not_approved",
  message: "Only a purchase in the shop can be paid on invoice.",
}

type Request = {
  payment_collection_id: string
  /** Who is signed in; a cart can belong to an account whose owner is not. */
  customer_id: string | null
  session_id?: string
}

/** Whether what a payment collection asks for can be paid on invoice, from facts. */
export const judgeOnAccount = async (
  connection: Connection,
  { payment_collection_id: collectionId, customer_id: signedIn, session_id: session }: Request
): Promise<Result<{ terms_days: number | null; amount: number }, OnAccountRefusal>> => {
  const [asked] = await selectRows<Asked>(connection, ASKED, [collectionId])
  if (!asked?.cart_id) return fail(NOT_FOR_SALE)
  const buyer = await readBuyer(connection, { cart_id: asked.cart_id })
  const account = signedIn !== null && signedIn === asked.account_id ? signedIn : null
  const amount = toMinorUnits(asked.amount, asked.currency_code)
  const decision = decideOnAccount({
    buyer,
    credit: account === null ? null : await readCredit(connection, account),
    currency: asked.currency_code,
    amount,
    open: account === null ? 0 : await readOpenOfAccount(connection, account, session),
  })
  return decision.ok ? { ok: true, value: { ...decision.value, amount } } : decision
}

/** Notes who opened a session on invoice: at authorisation nobody is signed in. */
export const recordSession = async (
  connection: Knex,
  sessionId: string,
  customerId: string | null
): Promise<void> => {
  await selectRows(
    connection,
    `INSERT INTO dk_invoice_on_account (id, session_id, customer_id) VALUES (?, ?, ?) ON CONFLICT (session_id) DO NOTHING`,
    [generateEntityId(undefined, "dkacc"), sessionId, customerId]
  )
}

/** What is still owed on an order is asked for by staff alone, who have sent the goods: nobody is judged. */
const judgeSession = async (
  connection: Connection,
  session: Request
): ReturnType<typeof judgeOnAccount> => {
  const [asked] = await selectRows<Asked>(connection, ASKED, [session.payment_collection_id])
  if (asked?.cart_id === null && asked.order_id !== null) {
    const amount = toMinorUnits(asked.amount, asked.currency_code)
    return { ok: true, value: { amount, terms_days: null } }
  }
  return judgeOnAccount(connection, session)
}

const SESSION = `SELECT s.payment_collection_id, a.customer_id FROM payment_session s
  JOIN dk_invoice_on_account a ON a.session_id = s.id WHERE s.id = ?`

/**
 * Judges a session again and takes its amount of the account's limit, one session of an account at a time over all
 * servers: what is taken counts before Medusa has written the payment.
 */
export const reserveOnAccount = async (
  connection: Knex,
  sessionId: string
): Promise<Result<null, OnAccountRefusal>> => {
  const [session] = await selectRows<Omit<Request, "session_id">>(connection, SESSION, [sessionId])
  if (!session) return fail(NOT_FOR_SALE)
  const key = `dk_on_account:${session.customer_id ?? sessionId}`
  return withLock(connection, key, async (transaction) => {
    const decision = await judgeSession(transaction, { ...session, session_id: sessionId })
    if (!decision.ok) return decision
    const { amount, terms_days: days } = decision.value
    await selectRows(
      transaction,
      `UPDATE dk_invoice_on_account SET amount = ?, terms_days = ?, reserved_at = now(), released_at = NULL, updated_at = now()
       WHERE session_id = ?`,
      [amount, days, sessionId]
    )
    return { ok: true, value: null }
  })
}

const AUTHORIZED_BEFORE = `SELECT s.id FROM cart_payment_collection l
  JOIN payment_session s ON s.payment_collection_id = l.payment_collection_id AND s.deleted_at IS NULL
  JOIN payment p ON p.payment_session_id = s.id AND p.deleted_at IS NULL
  JOIN dk_invoice_on_account a ON a.session_id = s.id
  WHERE l.cart_id = ? AND l.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM order_payment_collection o
    WHERE o.payment_collection_id = l.payment_collection_id AND o.deleted_at IS NULL)`

/**
 * Judges anew what a cart was authorised for when it did not become an order then: Medusa would place the order without
 * asking again, and the limit may have gone to another cart since.
 */
export const renewReservations = async (
  connection: Knex,
  cartId: string
): Promise<Result<null, OnAccountRefusal>> => {
  const sessions = await selectRows<{ id: string }>(connection, AUTHORIZED_BEFORE, [cartId])
  for (const { id } of sessions) {
    const decision = await reserveOnAccount(connection, id)
    if (!decision.ok) return decision
  }
  return { ok: true, value: null }
}

/** Gives back what a session took, when it came to nothing or its payment was cancelled. */
export const releaseOnAccount = async (connection: Knex, id: string): Promise<void> => {
  await selectRows(
    connection,
    `UPDATE dk_invoice_on_account SET released_at = now(), updated_at = now() WHERE released_at IS NULL
       AND session_id IN (SELECT ? UNION ALL SELECT payment_session_id FROM payment WHERE id = ?)`,
    [id, id]
  )
}
