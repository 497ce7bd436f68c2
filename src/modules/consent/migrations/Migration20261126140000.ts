import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How a choice of cookies was made. */
export class Migration20261126140000 extends Migration {
  override up(): void {
    this.addSql(
      `ALTER TABLE dk_consent_event ADD COLUMN IF NOT EXISTS method text NULL
         CHECK (method IN ('accept_all', 'refuse_all', 'selection'))`
    )
  }

  override down(): void {
    this.addSql(`ALTER TABLE dk_consent_event DROP COLUMN IF EXISTS method`)
  }
}
