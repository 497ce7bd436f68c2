import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A private buyer may want name and address on the invoice. */
export class Migration20261126041000 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE dk_buyer ADD COLUMN IF NOT EXISTS name_on_invoice boolean NULL`)
  }

  override down(): void {
    this.addSql(`ALTER TABLE dk_buyer DROP COLUMN IF EXISTS name_on_invoice`)
  }
}
