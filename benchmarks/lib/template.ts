import type { Client } from "@medusajs/framework/pg"

export type Column = { name: string; type: string; hasDefault: boolean }
/** One row a template life left: every value as Postgres writes it. */
export type TemplateRow = { table: string; values: ReadonlyMap<string, string | null> }
export type Template = {
  /** Moment the life began, as Postgres writes it. */
  began: string
  rows: TemplateRow[]
}

/** Rows that stand for the shop, and those made anew for the copies. */
const NOT_COPIED = new Set(["dk_invoice_financial_year", "dk_invoice_series"])

export type Tables = ReadonlyMap<string, readonly Column[]>

/** Columns of every table that notes when a row was made; generated columns are left to Postgres. */
export const readTables = async (client: Client): Promise<Tables> => {
  const { rows } = await client.query<Column & { table: string }>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.atthasdef AS "hasDefault"
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
        AND EXISTS (SELECT 1 FROM pg_attribute x WHERE x.attrelid = c.oid AND x.attname = 'created_at')
      ORDER BY c.relname, a.attnum`
  )
  const tables = new Map<string, Column[]>()
  for (const { table, ...column } of rows) {
    tables.set(table, [...(tables.get(table) ?? []), column])
  }
  return tables
}

/** Now, as Postgres writes it. */
export const readTime = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ now: string }>(`SELECT clock_timestamp()::text AS now`)
  return rows[0]?.now ?? ""
}

/** Everything that was written between two moments. */
export const readTemplate = async (
  client: Client,
  tables: Tables,
  { began, ended }: { began: string; ended: string }
): Promise<Template> => {
  const found: TemplateRow[] = []
  for (const [table, columns] of tables) {
    if (NOT_COPIED.has(table)) continue
    const list = columns.map(({ name }) => `"${name}"::text`).join(", ")
    const { rows } = await client.query<Record<string, string | null>>(
      `SELECT ${list} FROM "${table}" WHERE created_at >= $1 AND created_at < $2 ORDER BY 1`,
      [began, ended]
    )
    for (const row of rows) found.push({ table, values: new Map(Object.entries(row)) })
  }
  return { began, rows: found }
}

const MESSAGE = `INSERT INTO notification (id, "to", channel, template, trigger_type, resource_id, resource_type, receiver_id, data, status)
  SELECT 'noti_01TEMPLATE', o.email, 'email', 'order-placed', 'order.placed', o.id, 'order', o.customer_id,
    jsonb_build_object('order', to_jsonb(o), 'address', to_jsonb(a), 'items', (
      SELECT jsonb_agg(to_jsonb(l)) FROM order_item i JOIN order_line_item l ON l.id = i.item_id WHERE i.order_id = o.id AND i.version = 1)), 'success'
  FROM "order" o JOIN order_address a ON a.id = o.shipping_address_id WHERE o.id = $1`

/** The confirmation a shop's own subscriber would have sent: it holds the order. */
export const sendConfirmation = async (client: Client, orderId: string): Promise<void> => {
  await client.query(MESSAGE, [orderId])
}
