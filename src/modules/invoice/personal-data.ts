import { by, registerPersonalData, table } from "../personal-data"
import { deliveryTables } from "./delivery/personal-data"

const SHOP = "the shop's own data"
const LINK = "a link between the shop's documents"

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
  table("dk_invoice_series")
    .of()
    .freeOf(["id", "controller_id", "kind", "prefix"], SHOP)
    .freeOf(["opened_by"], "the id of a staff user"),
  table("dk_invoice_exchange_rate")
    .of()
    .freeOf(["id", "controller_id", "currency", "valid_from", "rate", "source"], SHOP)
    .freeOf(["entered_by"], "the id of a staff user"),
  table("dk_invoice_financial_year")
    .of()
    .freeOf(["id", "controller_id", "starts_on", "ends_on"], SHOP),
  ...deliveryTables,
]

const COVERED = `
  SELECT DISTINCT d.order_id FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id
  WHERE i.kind = 'invoice' AND d.order_id = ANY(:order)`

const KEPT = `
  SELECT d.order_id, s.prefix || i.number AS number, (
    SELECT k.keep_through FROM dk_invoice_keep k WHERE k.invoice_id = i.id ORDER BY k.position DESC LIMIT 1
  ) AS keep_through, 'bogføringsloven § 12' AS law
  FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id
  JOIN dk_invoice_series s ON s.id = i.series_id
  WHERE d.order_id = ANY(:order) ORDER BY i.issued_on, i.number`

/** What stands behind a series' prefix is its number. */
const NUMBERED = `
  SELECT d.order_id FROM (SELECT upper(regexp_replace(:number, '[[:space:]]', '', 'g')) AS typed) x
  JOIN dk_invoice_series s ON left(x.typed, length(s.prefix)) = upper(s.prefix)
  JOIN dk_invoice i ON i.series_id = s.id
    AND i.number = CASE WHEN substr(x.typed, length(s.prefix) + 1) ~ '^[0-9]{1,9}$' THEN substr(x.typed, length(s.prefix) + 1)::int END
  JOIN dk_invoice_document d ON d.invoice_id = i.id`

/** Money was taken and the invoice still lacks something: its buyer is needed until it is sealed. */
const NOT_ISSUED = `
  SELECT o.id AS order_id, 'invoice_missing' AS reason FROM "order" o
  WHERE o.id = ANY(:order) AND o.created_at >= (SELECT min(starts_at) FROM dk_invoice_series)
    AND NOT EXISTS (SELECT 1 FROM dk_invoice_cause c WHERE c.order_id = o.id AND c.cause = 'sale')
    AND EXISTS (
      SELECT 1 FROM order_payment_collection l
      JOIN payment p ON p.payment_collection_id = l.payment_collection_id
      JOIN capture k ON k.payment_id = p.id AND k.deleted_at IS NULL
      WHERE l.order_id = o.id AND l.deleted_at IS NULL)`

registerPersonalData({
  tables,
  coverage: { name: "invoice", sql: COVERED },
  keptDocuments: { name: "invoice", sql: KEPT },
  documentNumbers: { name: "invoice", sql: NUMBERED },
})

/** Only where the plugin invoices: elsewhere the sale's document never comes. */
export const registerInvoiceBlocks = (): void => {
  registerPersonalData({ tables: [], blocks: { name: "invoice", sql: NOT_ISSUED } })
}
