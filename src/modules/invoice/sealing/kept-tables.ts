/** A table of documents that bookkeeping keeps, and the append-only table of their dates. */
export type KeptTable = {
  documents: string
  /** Column of `documents` that the dates name. */
  id: string
  dates: string
  /** Column of `dates` that names the document. */
  of: string
  /** SQL of the Danish day that the law's years are counted from, of a row `d` of `documents`. */
  day: string
  /** SELECT of `controller_id, order_id, id, issued_on` of the documents that decide about dates. */
  counting: string
  /** Tables of what was sent of a document, by `invoice_id`: it goes with it, in this order. */
  sent?: readonly string[]
  /** The dates go with their document: nothing is left that needs them. */
  hasNoStub?: true
}

/** What the plugin seals under numbers of its own. */
export const SEALED: KeptTable = {
  documents: "dk_invoice_document",
  id: "invoice_id",
  dates: "dk_invoice_keep",
  of: "invoice_id",
  day: "(SELECT i.issued_on FROM dk_invoice i WHERE i.id = d.invoice_id)",
  sent: ["dk_invoice_delivery_payload", "dk_invoice_delivery"],
  counting: `SELECT d.controller_id, d.order_id, d.invoice_id AS id, i.issued_on
    FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id`,
}

/** True for a number `e` that no later one corrects. */
export const IS_CURRENT = `NOT EXISTS (SELECT 1 FROM dk_invoice_external x WHERE x.replaces = e.id)`

/** Numbers that the shop's bookkeeping system gave. */
export const EXTERNAL: KeptTable = {
  documents: "dk_invoice_external",
  id: "id",
  dates: "dk_invoice_external_keep",
  of: "external_id",
  day: "d.issued_on",
  hasNoStub: true,
  counting: `SELECT e.controller_id, e.order_id, e.id, e.issued_on FROM dk_invoice_external e WHERE ${IS_CURRENT}`,
}

/** Copies of orders from before the plugin. */
export const ARCHIVE: KeptTable = {
  documents: "dk_invoice_archive",
  id: "id",
  dates: "dk_invoice_archive_keep",
  of: "archive_id",
  day: "d.concerns_on",
  hasNoStub: true,
  counting: `SELECT a.controller_id, a.order_id, a.id, a.concerns_on AS issued_on FROM dk_invoice_archive a`,
}

export const KEPT_TABLES: readonly KeptTable[] = [SEALED, EXTERNAL, ARCHIVE]

/**
 * SQL of the date that counts: the one of the latest row.
 *
 * @param id SQL of the document's id
 */
export const latestKeep = (id: string, { dates, of }: KeptTable = SEALED): string =>
  `(SELECT k.keep_through FROM ${dates} k WHERE k.${of} = ${id} ORDER BY k.position DESC LIMIT 1)`

/**
 * SQL that is true for a document `d` whose term is over on the day `:today`: by the row that counts, and by the five
 * years that the guards of the tables ask for whatever a row says.
 */
export const isOver = (table: KeptTable): string =>
  `${latestKeep(`d.${table.id}`, table)} < :today AND ${table.day}::date + interval '5 years' < :today::date`
