import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Numbers that are valid: a live series is opened once, by a named user, with the number it begins with. */
export class Migration20261125230000 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE dk_invoice_series
      ADD COLUMN IF NOT EXISTS first_number integer NOT NULL DEFAULT 1 CHECK (first_number > 0),
      ADD COLUMN IF NOT EXISTS opened_by text NULL`)
  }

  override down(): void {
    this.addSql(
      `ALTER TABLE dk_invoice_series DROP COLUMN IF EXISTS first_number, DROP COLUMN IF EXISTS opened_by`
    )
  }
}
