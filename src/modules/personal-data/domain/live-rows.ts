/**
 * Tables whose key columns have an index of live rows only (`WHERE deleted_at IS NULL`). A condition that
 * means deleted rows too cannot use it and reads the whole table.
 */
const INDEXED_WHILE_LIVE: ReadonlySet<string> = new Set([
  "auth_mfa_factor",
  "auth_mfa_recovery_code",
  "auth_password_reset_token",
  "auth_verification",
  "capture",
  "cart_line_item",
  "cart_line_item_adjustment",
  "cart_line_item_tax_line",
  "cart_shipping_method",
  "cart_shipping_method_adjustment",
  "cart_shipping_method_tax_line",
  "credit_line",
  "dk_buyer",
  "dk_buyer_place",
  "fulfillment_item",
  "fulfillment_label",
  "order_change_action",
  "order_claim",
  "order_claim_item",
  "order_claim_item_image",
  "order_credit_line",
  "order_exchange",
  "order_exchange_item",
  "order_item",
  "order_line_item_adjustment",
  "order_line_item_tax_line",
  "order_shipping",
  "order_shipping_method_adjustment",
  "order_shipping_method_tax_line",
  "order_summary",
  "order_transaction",
  "payment",
  "payment_session",
  "refund",
  "reservation_item",
  "return",
  "return_item",
])

/**
 * Live rows come from their index and deleted ones, which are few, from the index of `deleted_at`. `IS TRUE` keeps
 * Postgres from joining the two halves again.
 */
const split = (condition: string, owner: string): string =>
  `((${owner}deleted_at IS NULL AND ${condition}) OR (${owner}deleted_at IS NOT NULL AND (${condition}) IS TRUE))`

/** The condition of a person's rows in a table, with live and deleted rows asked for apart where that helps. */
export const apartInMap = (table: string, subject: string): string =>
  INDEXED_WHILE_LIVE.has(table)
    ? subject.replace(/\bt\."(?!id")\w+" = ANY\(:\w+\)/g, (condition) => split(condition, "t."))
    : subject

/** The same in each part of a statement that reads one table by a key column. */
export const apartInStatement = (sql: string): string =>
  sql.replace(
    /(FROM "?(\w+)"? WHERE )((?!id\b)\w+ = ANY\(:\w+\))/g,
    (part, from: string, table: string, condition: string) =>
      INDEXED_WHILE_LIVE.has(table) ? from + split(condition, "") : part
  )
