import { by, registerPersonalData, table } from "../personal-data"
import type { ModePeriod } from "./domain/invoice-modes"
import { modeSql } from "./domain/invoice-modes"
import { ARCHIVE, EXTERNAL, IS_CURRENT, latestKeep, SEALED } from "./sealing/kept-tables"
import { deliveryTables } from "./delivery/personal-data"

const SHOP = "the shop's own data"
const LINK = "a link between the shop's documents"

/** Kept until the term of the order's documents is over. */
const NUMBER = {
  category: "invoice",
  purpose: "bookkeeping",
  origin: "internal",
  basis: "legal_obligation",
  retention: "bookkeeping",
  erase: "keep",
} as const

const tables = [
  table("dk_invoice_document")
    .of(by("order_id", "order"))
    .column("content", {
      category: "invoice",
      purpose: "bookkeeping",
      origin: "derived",
      basis: "legal_obligation",
      retention: "bookkeeping",
      erase: "keep",
    })
    .contextOf(["id", "order_id"], "which order the document is about")
    .freeOf(["invoice_id", "amends"], LINK)
    .freeOf(["controller_id"], SHOP),
  table("dk_invoice_cause")
    .of(by("order_id", "order"))
    .contextOf(
      ["order_id", "cause", "issued_on"],
      "that something was issued for the order, and when"
    )
    .freeOf(["id", "series_id"], LINK)
    .freeOf(["controller_id"], SHOP),
  table("dk_invoice")
    .of()
    .freeOf(["id", "series_id"], LINK)
    .freeOf(["controller_id", "kind", "issued_on"], SHOP)
    .freeOf(
      ["digest", "previous_digest"],
      "covers 32 random bytes, so it tells nothing of the content"
    ),
  table("dk_invoice_keep")
    .of()
    .freeOf(["id", "invoice_id", "cause"], LINK)
    .freeOf(["controller_id", "keep_through"], SHOP)
    .freeOf(["decided_by"], "the system, or the id of a staff user"),
  table("dk_invoice_on_account")
    .of(by("customer_id", "customer"), by("session_id", "payment_session"))
    .contextOf(["id", "session_id", "customer_id"], "what the row is about"),
  table("dk_invoice_payment_received")
    .of(by("order_id", "order"))
    .column("reference", {
      category: "payment",
      purpose: "bookkeeping",
      origin: "observed",
      basis: "legal_obligation",
      retention: "erasure",
      erase: "null",
    })
    .contextOf(
      ["id", "order_id", "payment_id", "capture_id", "received_on", "currency_code", "source"],
      "what the row is about"
    )
    .freeOf(["digest"], "tells lines of the bank's file apart")
    .freeOf(["registered_by"], "the id of a staff user"),
  table("dk_invoice_account").of().freeOf(["id", "controller_id", "purpose", "number"], SHOP),
  table("dk_invoice_series")
    .of()
    .freeOf(["id", "controller_id", "kind", "prefix"], SHOP)
    .freeOf(["last_digest"], "covers 32 random bytes, so it tells nothing of the content")
    .freeOf(["opened_by"], "the id of a staff user"),
  table("dk_invoice_exchange_rate")
    .of()
    .freeOf(["id", "controller_id", "currency", "valid_from", "rate", "source"], SHOP)
    .freeOf(["entered_by"], "the id of a staff user"),
  table("dk_invoice_financial_year")
    .of()
    .freeOf(["id", "controller_id", "starts_on", "ends_on"], SHOP),
  table("dk_invoice_request")
    .of(by("order_id", "order"))
    .column("content", { ...NUMBER, origin: "derived" })
    .contextOf(["order_id", "cause", "kind"], "what the bookkeeping system is asked for")
    .freeOf(["id", "answered_by"], LINK)
    .freeOf(["controller_id"], SHOP),
  table("dk_invoice_external")
    .of(by("order_id", "order"))
    .column("number", NUMBER)
    .column("url", NUMBER)
    .contextOf(["order_id", "system", "kind", "issued_on"], "which order the document is about")
    .freeOf(["id", "replaces"], LINK)
    .freeOf(["controller_id"], SHOP)
    .freeOf(["recorded_by"], "the id of a staff user"),
  table("dk_invoice_archive")
    .of(by("order_id", "order"))
    .column("content", { ...NUMBER, origin: "derived" })
    .contextOf(["order_id", "cause", "kind", "concerns_on"], "which order the document is about")
    .freeOf(["id"], LINK)
    .freeOf(["controller_id"], SHOP)
    .freeOf(["digest"], "covers 32 random bytes, so it tells nothing of the content")
    .freeOf(["sealed_by"], "the id of a staff user"),
  table("dk_invoice_archive_keep")
    .of()
    .freeOf(["id", "archive_id", "cause"], LINK)
    .freeOf(["controller_id", "keep_through"], SHOP)
    .freeOf(["decided_by"], "the system, or the id of a staff user"),
  table("dk_invoice_external_keep")
    .of()
    .freeOf(["id", "external_id", "cause"], LINK)
    .freeOf(["controller_id", "keep_through"], SHOP)
    .freeOf(["decided_by"], "the system, or the id of a staff user"),
  ...deliveryTables,
]

const COVERED = `
  SELECT d.order_id FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id
  WHERE i.kind = 'invoice' AND d.order_id = ANY(:order)
  UNION SELECT e.order_id FROM dk_invoice_external e
  WHERE e.kind = 'invoice' AND e.order_id = ANY(:order) AND ${IS_CURRENT}
  UNION SELECT a.order_id FROM dk_invoice_archive a WHERE a.kind = 'invoice' AND a.order_id = ANY(:order)`

const KEPT = `
  SELECT order_id, number, keep_through, 'bogføringsloven § 12' AS law FROM (
    SELECT d.order_id, s.prefix || i.number AS number, ${latestKeep("i.id")} AS keep_through, i.issued_on, i.number AS place
    FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id JOIN dk_invoice_series s ON s.id = i.series_id
    WHERE d.order_id = ANY(:order)
    UNION ALL
    SELECT e.order_id, e.system || ' ' || e.number, ${latestKeep("e.id", EXTERNAL)}, e.issued_on, 0
    FROM dk_invoice_external e WHERE e.order_id = ANY(:order) AND ${IS_CURRENT}
    UNION ALL
    SELECT a.order_id, 'arkivkopi', ${latestKeep("a.id", ARCHIVE)}, a.concerns_on, 0
    FROM dk_invoice_archive a WHERE a.order_id = ANY(:order)
  ) kept ORDER BY issued_on, place, number`

/** What stands behind a series' prefix is its number. Other systems' numbers are compared as a whole. */
const NUMBERED = `
  SELECT e.order_id FROM dk_invoice_external e
  WHERE upper(regexp_replace(e.number, '[[:space:]]', '', 'g')) = upper(regexp_replace(:number, '[[:space:]]', '', 'g'))
    AND ${IS_CURRENT}
  UNION SELECT d.order_id FROM (SELECT upper(regexp_replace(:number, '[[:space:]]', '', 'g')) AS typed) x
  JOIN dk_invoice_series s ON left(x.typed, length(s.prefix)) = upper(s.prefix)
  JOIN dk_invoice i ON i.series_id = s.id
    AND i.number = CASE WHEN substr(x.typed, length(s.prefix) + 1) ~ '^[0-9]{1,9}$' THEN substr(x.typed, length(s.prefix) + 1)::int END
  JOIN dk_invoice_document d ON d.invoice_id = i.id`

const PLACED_ON = `(o.created_at AT TIME ZONE 'Europe/Copenhagen')::date`

/**
 * Money was taken and the invoice still lacks something, or the bookkeeping system was asked for it and its number has not
 * come: the buyer is needed until then.
 */
const notInvoiced = (settings: { mode: readonly ModePeriod[] }): string => `
  SELECT o.id AS order_id, 'invoice_missing' AS reason FROM "order" o
  WHERE o.id = ANY(:order) AND o.created_at >= (SELECT min(starts_at) FROM dk_invoice_series)
    AND ${modeSql(settings, PLACED_ON)} <> 'off'
    AND NOT EXISTS (SELECT 1 FROM dk_invoice_cause c WHERE c.order_id = o.id AND c.cause = 'sale')
    AND NOT EXISTS (SELECT 1 FROM dk_invoice_request r WHERE r.order_id = o.id AND r.cause = 'sale')
    AND NOT EXISTS (SELECT 1 FROM dk_invoice_external e WHERE e.order_id = o.id AND e.kind = 'invoice')
    AND EXISTS (
      SELECT 1 FROM order_payment_collection l
      JOIN payment p ON p.payment_collection_id = l.payment_collection_id
      JOIN capture k ON k.payment_id = p.id AND k.deleted_at IS NULL
      WHERE l.order_id = o.id AND l.deleted_at IS NULL)
  UNION ALL
  SELECT r.order_id, 'invoice_number_missing' FROM dk_invoice_request r
  WHERE r.order_id = ANY(:order) AND r.cause = 'sale' AND r.answered_by IS NULL AND NOT r.is_test`

const DATED = [
  { name: "invoice", of: SEALED },
  { name: "invoice_archive", of: ARCHIVE },
  { name: "invoice_external", of: EXTERNAL },
]

registerPersonalData({
  tables,
  retention: DATED.map(({ name, of }) => ({
    name,
    sql: `SELECT ${latestKeep(`d.${of.id}`, of)}::date AS due_on, count(*) AS count FROM ${of.documents} d GROUP BY 1`,
    tables: [of.documents, ...(of.sent ?? [])],
  })),
  coverage: { name: "invoice", sql: COVERED },
  keptDocuments: { name: "invoice", sql: KEPT },
  documentNumbers: { name: "invoice", sql: NUMBERED },
})

/** Orders of days when the plugin neither invoices nor asks for it wait for nothing. */
export const registerInvoiceBlocks = (settings: { mode: readonly ModePeriod[] }): void => {
  registerPersonalData({ tables: [], blocks: { name: "invoice", sql: notInvoiced(settings) } })
}
