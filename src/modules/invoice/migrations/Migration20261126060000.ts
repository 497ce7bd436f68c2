import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The digest that the next number names stands on the row that gives the number: one lock, one look. */
export class Migration20261126060000 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE dk_invoice_series
      ADD COLUMN IF NOT EXISTS last_digest text NULL CHECK (last_digest ~ '^[0-9a-f]{64}$')`)
    this.addSql(`UPDATE dk_invoice_series s SET last_digest =
      (SELECT i.digest FROM dk_invoice i WHERE i.series_id = s.id ORDER BY i.number DESC LIMIT 1)`)
  }

  override down(): void {
    this.addSql(`ALTER TABLE dk_invoice_series DROP COLUMN IF EXISTS last_digest`)
  }
}
