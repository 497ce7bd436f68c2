import type { Client } from "@medusajs/framework/pg"
import { ACCOUNT, GUEST } from "./template-life"
import type { Column, Tables, Template, TemplateRow } from "./template"

/**
 * Numbers of a copied shop. Everything is a function of an order's number `n`, so the same size is the same shop.
 * Accounts 1 and 2 are the large and the middling subject; all others have about ten orders each.
 */
export type Size = { orders: number; largest: number; middling: number }

export const accountsOf = ({ orders }: Size): number => Math.floor(orders / 11) | 1
const guestsOf = ({ orders }: Size): number => Math.floor(orders * 0.3)

/** Medusa keeps checkpoints of checkouts for three days; the shop's orders are spread over three years. */
const CHECKPOINT_DAYS = 3
const DAYS = 3 * 365
const FIRST_DAY = "2022-01-01"
const BATCH = 50_000

/** Tables of which an account has one row, however many orders. */
const OF_ACCOUNT = new Set([
  "account_holder",
  "auth_identity",
  "customer",
  "customer_account_holder",
  "customer_address",
  "dk_consent_subject",
  "provider_identity",
])

/** SQL of the account that order `n` belongs to. */
const accountOfOrder = (size: Size): string => {
  const [large, middle] = [size.orders / size.largest, size.orders / size.middling]
  return `CASE WHEN n % ${large} = 1 THEN 1 WHEN n % ${middle} = 2 THEN 2 ELSE 3 + n % ${accountsOf(size)} END`
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

type Copy = { tokens: ReadonlyMap<string, string>; pattern: RegExp; began: string }

/** An id keeps its prefix and length; \`k\` tells several rows of one order apart. */
const idTokens = (
  rows: readonly TemplateRow[],
  numberOf: (table: string) => string
): [string, string][] => {
  const seen = new Map<string, number>()
  return rows.flatMap(({ table, values }) =>
    ["id", "run_id"].flatMap((name): [string, string][] => {
      const id = values.get(name)
      if (id === null || id === undefined) return []
      const prefix = /^[a-z_]*_/.exec(id)?.[0] ?? ""
      const k = (seen.get(prefix) ?? 0) + 1
      seen.set(prefix, k)
      return [[id, `${literal(prefix + k.toString().padStart(2, "0"))} || ${numberOf(table)}`]]
    })
  )
}

const personTokens = (person: typeof ACCOUNT, word: string): [string, string][] => [
  [person.email, `'${word}' || c || '@kunde.example'`],
  [person.first_name, `'Fornavn' || c`],
  [person.last_name, `'Efternavn' || c`],
  [person.phone, `'+45' || (20000000 + c)`],
  [person.street, `'${word}vej ' || c`],
]

/** SQL of a text with everything that is one person's or one order's put in place. */
const textOf = (text: string, { tokens, pattern }: Copy): string => {
  const parts = text.split(pattern).filter((part) => part !== "")
  const written = parts.map((part) => tokens.get(part) ?? literal(part))
  return written.length > 1
    ? `array_to_string(ARRAY[${written.join(", ")}], '')`
    : (written[0] ?? "''")
}

const DIGEST = (n: string): string => `md5((${n})::text) || md5((-(${n}))::text)`

/** Columns whose value is neither a text of the template nor a time. */
const COUNTED: Readonly<Record<string, string>> = {
  "order.display_id": "n + 1",
  "dk_invoice.number": "n + 1",
  "dk_invoice.digest": DIGEST("n"),
  "dk_invoice.previous_digest": DIGEST("n - 1"),
}

const valueOf = (row: TemplateRow, { name, type }: Column, copy: Copy): string => {
  const counted = COUNTED[`${row.table}.${name}`]
  if (counted !== undefined) return counted
  const value = row.values.get(name) ?? null
  if (value === null) return `NULL::${type}`
  if (type.startsWith("timestamp")) {
    return `at + interval '${Date.parse(value) - Date.parse(copy.began)} milliseconds'`
  }
  return `(${textOf(value, copy)})::${type}`
}

const insert = (
  row: TemplateRow,
  columns: readonly Column[],
  copy: Copy,
  numbers: string
): string => {
  const names = columns.map(({ name }) => `"${name}"`).join(", ")
  const values = columns.map((column) => valueOf(row, column, copy)).join(", ")
  return `INSERT INTO "${row.table}" (${names}) SELECT ${values} FROM (${numbers} OFFSET 0) AS numbers`
}

const PADDED = (number: string): string => `lpad(${number}::text, 24, '0')`

/** The numbers of one batch: `n`, its account `c`, both as parts of ids, and the time. */
const numbersOf = (from: number, to: number, account: string, total: number): string =>
  `SELECT n, c, ${PADDED("n")} AS nn, ${PADDED("c")} AS cc, timestamptz '${FIRST_DAY}' + (n * ${DAYS}::float8 / ${total}) * interval '1 day' AS at
     FROM (SELECT n, ${account} AS c FROM generate_series(${from}, ${to}) AS n) AS accounts`

type Work = {
  rows: readonly TemplateRow[]
  copy: Copy
  account: string
  total: number
  first?: number
}

const copyRows = async (client: Client, tables: Tables, work: Work): Promise<void> => {
  for (let from = work.first ?? 1; from <= work.total; from += BATCH) {
    const to = Math.min(from + BATCH - 1, work.total)
    const numbers = numbersOf(from, to, work.account, work.total)
    for (const row of work.rows) {
      await client.query(insert(row, tables.get(row.table) ?? [], work.copy, numbers))
    }
  }
}

const copyOf = (template: Template, tokens: [string, string][]): Copy => {
  const known = tokens.filter(([text]) => text !== "").sort(([a], [b]) => b.length - a.length)
  const escaped = known.map(([text]) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  return {
    tokens: new Map(known),
    pattern: new RegExp(`(${escaped.join("|")})`),
    began: template.began,
  }
}

const copyAccounts = async (
  client: Client,
  tables: Tables,
  template: Template,
  size: Size
): Promise<void> => {
  // What making the account showed is evidence of no order.
  const isOfAccount = ({ table, values }: TemplateRow): boolean =>
    OF_ACCOUNT.has(table) ||
    (table === "dk_consent_event" && (values.get("order_id") ?? null) === null)
  const ids = idTokens(template.rows, (table) => (OF_ACCOUNT.has(table) ? "cc" : "nn"))
  const copy = copyOf(template, [...ids, ...personTokens(ACCOUNT, "konto")])
  const accounts = accountsOf(size) + 2
  const rows = template.rows.filter(isOfAccount)
  await copyRows(client, tables, { rows, copy, account: "n", total: accounts })
  const isCheckpoint = ({ table }: TemplateRow): boolean => table === "workflow_execution"
  const work = { copy, account: accountOfOrder(size), total: size.orders }
  const ofOrder = template.rows.filter((row) => !isOfAccount(row) && !isCheckpoint(row))
  await copyRows(client, tables, { ...work, rows: ofOrder })
  const first = size.orders - Math.ceil((size.orders * CHECKPOINT_DAYS) / DAYS) + 1
  await copyRows(client, tables, { ...work, rows: template.rows.filter(isCheckpoint), first })
}

const copyGuests = (
  client: Client,
  tables: Tables,
  template: Template,
  size: Size
): Promise<void> => {
  // Guests' ids must not be those of the accounts: their numbers start with a letter.
  const ids = idTokens(template.rows, () => "'G' || substr(nn, 2)")
  const copy = copyOf(template, [...ids, ...personTokens(GUEST, "gaest")])
  const total = guestsOf(size)
  return copyRows(client, tables, { rows: template.rows, copy, account: "n", total })
}

type Definition = { name: string; definition: string }

/** Indexes that no constraint stands on: they are quicker made at the end than kept. */
const dropIndexes = async (client: Client, names: readonly string[]): Promise<string[]> => {
  const { rows } = await client.query<Definition>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid::regclass::text = ANY(SELECT quote_ident(name) FROM unnest($1::text[]) AS name)
        AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)`,
    [names]
  )
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`)
  return rows.map(({ definition }) => definition)
}

/**
 * Fills the database of a fresh store with copies of two lives: an account's order and a guest's abandoned cart.
 * Constraints are not checked while it writes; ids, e-mails, names and times differ in every copy.
 */
export const multiply = async (
  client: Client,
  tables: Tables,
  { account, guest, size }: { account: Template; guest: Template; size: Size }
): Promise<void> => {
  const touched = new Set([...account.rows, ...guest.rows].map(({ table }) => table))
  await client.query("SET session_replication_role = replica")
  await client.query("SET synchronous_commit = off")
  const definitions = await dropIndexes(client, [...touched])
  await copyAccounts(client, tables, account, size)
  await copyGuests(client, tables, guest, size)
  for (const definition of definitions) await client.query(definition)
  await client.query("SET session_replication_role = origin")
  await client.query(
    `UPDATE dk_invoice_series s SET next_number = $1, last_digest = (
       SELECT i.digest FROM dk_invoice i WHERE i.series_id = s.id ORDER BY i.number DESC LIMIT 1)`,
    [size.orders + 2]
  )
  await client.query(`SELECT setval(pg_get_serial_sequence('"order"', 'display_id'), $1)`, [
    size.orders + 1,
  ])
  await client.query("VACUUM (ANALYZE)")
}
