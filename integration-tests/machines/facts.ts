import { callNets } from "../http/helpers/nets"
import { tablesByText } from "../http/helpers/canary"
import type { Knex } from "../../src/shared/postgres"
import { selectRows } from "../../src/shared/postgres"
import { BUCKETS } from "./parts/cluster"
import type { Cluster } from "./parts/cluster"
import { askRedis } from "./parts/redis"
import { MARK_SHAPE } from "./traffic/person"
import type { Person } from "./traffic/person"
import type { Traffic } from "./traffic"

/** A payment as Nets has it, in øre. */
export type NetsPayment = {
  payment_id: string
  reserved: number
  charged: number
  refunded: number
  cancelled: number
}

/** The same payment as the store has it, in øre. */
export type Book = {
  payment_id: string
  cart_id: string | null
  orders: number
  transactions: number
  collected: number
  captured: number
  refunded: number
}

export type Numbered = {
  series_id: string
  number: number
  digest: string
  previous_digest: string | null
  /** SHA-256 of the document; null where there is none any more. */
  sealed: string | null
}

export type Series = { id: string; first_number: number; next_number: number }

export type OrderFact = {
  id: string
  cart_id: string | null
  email: string | null
  /** The billing address as one text. */
  address: string
  invoices: number
  causes: string[]
  /** Ids of what was given back. */
  refunds: string[]
  shown: number
  shipped: boolean
  transactions: number
}

export type ErasureFact = {
  id: string
  status: string
  certificates: number
  ledger: string[]
  /** Orders and carts that it left to staff, because nothing shows whose they are. */
  left_ids: string[]
}

/** What is known of a person when all has come to rest. */
export type PersonFact = Person & {
  /** Tables that still hold their mark, sealed documents left out. */
  tables: string[]
  /** Whether Redis holds it, or a file of Medusa's that is still kept. */
  inRedis: boolean
  inFiles: boolean
}

/** An order on invoice: what came in, in øre, by the form, as Medusa's captures and on the order. */
export type Received = {
  order_id: string
  received: number
  captured: number
  transactions: number
}

export type Facts = {
  nets: NetsPayment[]
  books: Book[]
  received: Received[]
  series: Series[]
  numbers: Numbered[]
  orders: OrderFact[]
  erasures: ErasureFact[]
  people: PersonFact[]
  /** Ids of the ledger's rows that stand outside the database. */
  outside: string[]
  exportEvents: number
  notices: { id: string; person: string; outcome: string | null; done: boolean }[]
  mails: { to: string; subject: string; text: string }[]
  receiptsWaiting: number
}

const BOOKS = `SELECT n.payment_id, cp.cart_id,
  (SELECT count(*) FROM order_cart oc WHERE oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL)::int AS orders,
  (SELECT round(COALESCE(sum(t.amount), 0) * 100) FROM order_cart oc JOIN order_transaction t ON t.order_id = oc.order_id
    WHERE oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL AND t.deleted_at IS NULL)::int AS transactions,
  COALESCE(round((c.captured_amount - c.refunded_amount) * 100), 0)::int AS collected,
  (SELECT round(COALESCE(sum(k.amount), 0) * 100) FROM capture k WHERE k.payment_id = p.id AND k.deleted_at IS NULL)::int AS captured,
  (SELECT round(COALESCE(sum(r.amount), 0) * 100) FROM refund r WHERE r.payment_id = p.id AND r.deleted_at IS NULL)::int AS refunded
FROM dk_nets_payment n
LEFT JOIN payment p ON p.payment_session_id = n.session_id AND p.deleted_at IS NULL
LEFT JOIN payment_collection c ON c.id = n.payment_collection_id
LEFT JOIN cart_payment_collection cp ON cp.payment_collection_id = n.payment_collection_id AND cp.deleted_at IS NULL`

const NUMBERS = `SELECT i.series_id, i.number, i.digest, i.previous_digest,
  encode(sha256(convert_to(d.content, 'UTF8')), 'hex') AS sealed
FROM dk_invoice i LEFT JOIN dk_invoice_document d ON d.invoice_id = i.id ORDER BY i.series_id, i.number`

const ORDERS = `SELECT o.id, o.email, COALESCE(a::text, '') AS address,
  (SELECT oc.cart_id FROM order_cart oc WHERE oc.order_id = o.id AND oc.deleted_at IS NULL) AS cart_id,
  ARRAY(SELECT r.id FROM order_payment_collection l JOIN payment p ON p.payment_collection_id = l.payment_collection_id
    JOIN refund r ON r.payment_id = p.id WHERE l.order_id = o.id AND r.deleted_at IS NULL) AS refunds,
  (SELECT count(*) FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id
    WHERE d.order_id = o.id AND i.kind = 'invoice')::int AS invoices,
  ARRAY(SELECT c.cause FROM dk_invoice_cause c WHERE c.order_id = o.id) AS causes,
  (SELECT count(*) FROM dk_consent_event e WHERE e.order_id = o.id AND e.state = 'shown')::int AS shown,
  EXISTS (SELECT 1 FROM order_fulfillment f JOIN fulfillment s ON s.id = f.fulfillment_id
    WHERE f.order_id = o.id AND s.shipped_at IS NOT NULL) AS shipped,
  (SELECT COALESCE(round(sum(t.amount) * 100), 0) FROM order_transaction t WHERE t.order_id = o.id AND t.deleted_at IS NULL)::int AS transactions
FROM "order" o LEFT JOIN order_address a ON a.id = o.billing_address_id WHERE o.deleted_at IS NULL`

const RECEIVED = `SELECT o.order_id,
  (SELECT COALESCE(sum(m.amount), 0) FROM dk_invoice_payment_received m WHERE m.order_id = o.order_id AND m.deleted_at IS NULL)::int AS received,
  (SELECT COALESCE(round(sum(k.amount) * 100), 0) FROM capture k JOIN payment p ON p.id = k.payment_id
    WHERE p.payment_collection_id = o.payment_collection_id AND k.deleted_at IS NULL)::int AS captured,
  (SELECT COALESCE(round(sum(t.amount) * 100), 0) FROM order_transaction t WHERE t.order_id = o.order_id AND t.deleted_at IS NULL)::int AS transactions
FROM order_payment_collection o WHERE o.deleted_at IS NULL AND EXISTS (SELECT 1 FROM payment p
  WHERE p.payment_collection_id = o.payment_collection_id AND p.provider_id = 'pp_ean-invoice_ean-invoice')`

const ERASURES = `SELECT e.id, e.status, e.left_ids,
  (SELECT count(*) FROM dk_personal_data_certificate c WHERE c.erasure_id = e.id)::int AS certificates,
  ARRAY(SELECT l.id FROM dk_personal_data_ledger l WHERE l.erasure_id = e.id) AS ledger
FROM dk_personal_data_erasure e`

const NOTICES = `SELECT n.id, n.breach_person_id AS person, n.outcome, n.done_at IS NOT NULL AS done
FROM dk_breach_notice n`

const LEDGER = /dk-ledger\/(.+)\.json$/

/** Everything Redis keeps, as one text: its keys, and the values as its log of commands has them. */
const redisText = async ({ redis }: Cluster): Promise<string> => {
  const keys = (await askRedis(redis.port, "KEYS", "*")).split("\r\n").filter((_, at) => at % 2)
  const parts: string[] = []
  for (const key of keys.filter((name) => !/\s/.test(name))) {
    const type = (await askRedis(redis.port, "TYPE", key)).split("\r\n")[0]
    if (type === "+hash") parts.push(await askRedis(redis.port, "HGETALL", key))
    else if (type === "+string") parts.push(await askRedis(redis.port, "GET", key))
    else if (type === "+stream") parts.push(await askRedis(redis.port, "XRANGE", key, "-", "+"))
  }
  return `${keys.join("\n")}\n${parts.join("\n")}`
}

const marksIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(new RegExp(MARK_SHAPE, "gi")), ([mark]) => mark.toLowerCase()))

type Elsewhere = { redis: string; files: string }

/** Everything is looked through once, for all people together. */
const peopleFacts = async (
  database: Knex,
  { people }: Traffic,
  { redis, files }: Elsewhere
): Promise<PersonFact[]> => {
  const tables = await tablesByText(database, MARK_SHAPE)
  const [inRedis, inFiles] = [marksIn(redis), marksIn(files)]
  return people.map((person) => ({
    ...person,
    tables: tables.get(person.mark) ?? [],
    inRedis: inRedis.has(person.mark),
    inFiles: inFiles.has(person.mark),
  }))
}

/** Reads all that the invariants are about, when everything has come to rest. */
export const gather = async (
  cluster: Cluster,
  database: Knex,
  traffic: Traffic
): Promise<Facts> => {
  const rows = <Row>(sql: string) => selectRows<Row>(database, sql)
  const { body } = await callNets("GET", "/emulator/payments")
  const count = async (sql: string) => (await rows<{ count: number }>(sql))[0]?.count ?? 0
  const { objects } = cluster.files
  const names = [...objects.keys()]
  const files = names.filter((name) => name.startsWith(`${BUCKETS.files}/`))
  const elsewhere = {
    redis: await redisText(cluster),
    files: files.map((name) => objects.get(name)?.toString() ?? "").join("\n"),
  }
  return {
    nets: body.payments as NetsPayment[],
    books: await rows<Book>(BOOKS),
    received: await rows<Received>(RECEIVED),
    series: await rows<Series>("SELECT id, first_number, next_number FROM dk_invoice_series"),
    numbers: await rows<Numbered>(NUMBERS),
    orders: await rows<OrderFact>(ORDERS),
    erasures: await rows<ErasureFact>(ERASURES),
    people: await peopleFacts(database, traffic, elsewhere),
    outside: names.flatMap((name) => LEDGER.exec(name)?.[1] ?? []),
    exportEvents: await count(
      "SELECT count(*)::int AS count FROM dk_access_event WHERE route = 'POST /admin/privacy/exports'"
    ),
    notices: await rows<Facts["notices"][number]>(NOTICES),
    mails: [...cluster.mail.mails],
    receiptsWaiting: await count(
      "SELECT count(*)::int AS count FROM dk_nets_receipt WHERE done_at IS NULL"
    ),
  }
}
