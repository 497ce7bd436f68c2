import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a document adds to what its buyer owes: its total, below zero for a credit note. */
const AMOUNT = `CASE content::jsonb ->> 'kind' WHEN 'invoice' THEN 1 ELSE -1 END * (content::jsonb -> 'totals' ->> 'gross')::bigint`

/**
 * Amounts of documents without reading their text, for what is owed over all orders. Postgres makes them of the sealed
 * text and lets nobody write them.
 */
export class Migration20261126061000 extends Migration {
  override up(): void {
    this.addSql(
      `ALTER TABLE dk_invoice_document ADD COLUMN IF NOT EXISTS amount bigint GENERATED ALWAYS AS (${AMOUNT}) STORED`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS dk_invoice_document_amount ON dk_invoice_document (order_id) INCLUDE (amount)`
    )
    // The index with amounts does the work of the one without.
    this.addSql(`DROP INDEX IF EXISTS dk_invoice_document_order`)
  }

  override down(): void {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS dk_invoice_document_order ON dk_invoice_document (order_id)`
    )
    this.addSql(`ALTER TABLE dk_invoice_document DROP COLUMN IF EXISTS amount`)
  }
}
