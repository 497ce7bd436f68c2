import { unexpected } from "../../../shared/errors"

/** What a value is about: how previews, certificates and the record of processing group it. */
export type Category =
  | "account"
  | "login"
  | "address"
  | "cart"
  | "order_contact"
  | "order_note"
  | "delivery"
  | "payment"
  | "sent_message"
  | "company"
  | "consent"
  | "newsletter"
  | "technical"
  | "invoice"
  | "evidence"
  | "staff"

/** What the store uses a value for: the processing activities of the Article 30 record. */
export type Purpose =
  /** Taking, confirming and carrying out orders. */
  | "sale"
  | "delivery"
  | "payment"
  /** Customer accounts and their logins. */
  | "account"
  /** Returns, complaints, messages and notes. */
  | "service"
  | "bookkeeping"
  | "marketing"
  /** Proving what was shown, agreed and erased (GDPR Art. 5(2)). */
  | "accountability"
  /** Running and securing the store. */
  | "operation"
  /** Staff and what they did. */
  | "administration"

/** Where a value came from; decides with `basis` what Art. 20 GDPR makes portable. */
export type Origin = "provided" | "observed" | "derived" | "internal"

/** Legal basis of Art. 6(1) GDPR. */
export type Basis = "contract" | "legal_obligation" | "consent" | "legitimate_interest"

/**
 * How long a value is kept: until the person is erased, for a short technical while, as bookkeeping
 * material (bogføringsloven § 12), or as evidence that outlives erasure.
 */
export type Retention = "erasure" | "short" | "bookkeeping" | "evidence"

/**
 * What erasure leaves in a column. `sql` is an expression over the row `t`; `when` limits a strategy to rows
 * that meet a condition over `t` and the person's keys (all others stay as they are).
 */
export type EraseStrategy =
  | "null"
  | "empty_text"
  | "empty_object"
  | "placeholder_email"
  | "keep"
  | { sql: string }
  | { when: string; then: Exclude<EraseStrategy, { when: string }> }

/**
 * One key path of a JSON column, such as `id`, `customer.email` or `items.*.title` (`*` is any key or array index).
 * Keys that no path names follow the column's rule.
 */
export type PathRule =
  /** Not personal, or needed by the store: stays when the rest is erased, and is exported. The reason. */
  | { keep: string }
  /** Erased and never exported: codes, tokens, other people's values. */
  | { secret: true }

export type ColumnRule = {
  category: Category
  purpose: Purpose
  origin: Origin
  basis: Basis
  retention: Retention
  erase: EraseStrategy
  /** Part of a portability export. By default: provided or observed, on contract or consent (Art. 20). */
  portable?: boolean
  /** Left out of every export: secrets such as password hashes and live tokens. */
  secret?: boolean
  /** Key paths of a JSON column that differ from the rest of it. */
  paths?: Readonly<Record<string, PathRule>>
}

/**
 * Ids that `resolve` finds for one person; a subject path names them as `:order`, each an array of text.
 * `email` is lower case. `kept_order` and `kept_address` are the orders and addresses that bookkeeping
 * still needs; they are empty for an export. `company_order` and `company_address` are those of companies,
 * associations and authorities, where only the contact goes. `uncertain` are orders, carts, deliveries and payments
 * that may be another person's. `kept_customer` are accounts that go on with a new contact.
 */
export const SUBJECT_KEYS = [
  "customer",
  "email",
  "cart",
  "order",
  "cart_address",
  "orphan_address",
  "order_address",
  "payment_collection",
  "payment_session",
  "payment",
  "cart_line_item",
  "cart_shipping_method",
  "order_line_item",
  "order_shipping_method",
  "order_change",
  "fulfillment",
  "fulfillment_address",
  "return",
  "claim",
  "claim_item",
  "exchange",
  "auth_identity",
  "account_holder",
  "store_credit_account",
  "gift_card",
  "user",
  "kept_order",
  "kept_address",
  "company_order",
  "company_address",
  "uncertain",
  "kept_customer",
] as const

export type SubjectKey = (typeof SUBJECT_KEYS)[number]

/** No ids of any kind: where resolving begins. */
export const emptyKeys = (): Record<SubjectKey, string[]> =>
  Object.fromEntries(SUBJECT_KEYS.map((key) => [key, [] as string[]])) as Record<
    SubjectKey,
    string[]
  >

/** How a row is found to be a person's: an SQL condition over the row `t` and the person's keys. */
export type SubjectPath = { readonly sql: string }

/** Rows whose `column` is one of the person's keys of a kind. */
export const by = (column: string, key: SubjectKey): SubjectPath => ({
  sql: `t."${column}" = ANY(:${key})`,
})

/** Rows that meet a condition over `t` and keys such as `:order`; question marks are not allowed in it. */
export const where = (sql: string): SubjectPath => ({ sql: `(${sql})` })

/** One table of the map, complete. */
export type TableMap = {
  /** Name of the table; with `*` in it, all tables of that form (made at run time, one per index). */
  readonly table: string
  /** SQL condition over `t` and the person's keys. */
  readonly subject: string
  /** Erasure removes the rows instead of overwriting columns. */
  readonly rowsRemoved: boolean
  readonly columns: Readonly<Record<string, ColumnRule>>
  /** Facts that stay and are exported with the person's rows, with the reason. */
  readonly context: Readonly<Record<string, string>>
  /** Columns without personal data, with the reason. */
  readonly free: Readonly<Record<string, string>>
  /** Columns that erasure also sets, as SQL expressions: flags such as `has_account`. */
  readonly also: Readonly<Record<string, string>>
}

/** A table being declared; every call returns a new declaration. */
export type TableDeclaration = TableMap & {
  /** Declares one column that can hold personal data. Throws when it is declared already, differently. */
  column: (name: string, rule: ColumnRule) => TableDeclaration
  /** Declares several columns with the same rule. */
  columnsOf: (names: readonly string[], rule: ColumnRule) => TableDeclaration
  /** Columns that tell the person what a row is about; exported, never erased. */
  contextOf: (names: readonly string[], reason: string) => TableDeclaration
  /** Columns without personal data; neither exported nor erased. */
  freeOf: (names: readonly string[], reason: string) => TableDeclaration
  /** Erasure deletes the person's rows. */
  removed: () => TableDeclaration
  /** Columns that erasure also sets, whatever they hold. */
  alsoSet: (values: Record<string, string>) => TableDeclaration
}

type Part = "columns" | "context" | "free"

/** Two rules for one column: which of them holds must not depend on the order of lines. */
const refuseTwice = (map: TableMap, part: Part, name: string, value: unknown): void => {
  const isDeclared = [map.columns, map.context, map.free].some((of) => Object.hasOwn(of, name))
  if (isDeclared && JSON.stringify(map[part][name]) !== JSON.stringify(value)) {
    throw unexpected(`table "${map.table}", column "${name}": is declared twice, differently`)
  }
}

const declare = (map: TableMap): TableDeclaration => {
  const add = (part: Part, names: readonly string[], value: unknown) => {
    for (const name of names) refuseTwice(map, part, name, value)
    return declare({
      ...map,
      [part]: { ...map[part], ...Object.fromEntries(names.map((name) => [name, value])) },
    })
  }
  return {
    ...map,
    column: (name, rule) => add("columns", [name], rule),
    columnsOf: (names, rule) => add("columns", names, rule),
    contextOf: (names, reason) => add("context", names, reason),
    freeOf: (names, reason) => add("free", names, reason),
    removed: () => declare({ ...map, rowsRemoved: true }),
    alsoSet: (values) => declare({ ...map, also: { ...map.also, ...values } }),
  }
}

/**
 * Starts the declaration of a table: `table("dk_example").of(by("order_id", "order")).column(…)`.
 * Several paths are alternatives.
 */
export const table = (name: string): { of: (...paths: SubjectPath[]) => TableDeclaration } => ({
  of: (...paths) =>
    declare({
      table: name,
      subject: paths.map(({ sql }) => sql).join(" OR ") || "false",
      rowsRemoved: false,
      columns: {},
      context: {},
      free: {},
      also: {},
    }),
})

/** A table in which no person can be found, with the reason and every text and JSON column it has. */
export const freeTable = (
  name: string,
  reason: string,
  columns: readonly string[]
): TableDeclaration => table(name).of().freeOf(columns, reason)
