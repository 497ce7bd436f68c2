import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** By whom an export and an erasure look for a person's key; the older indexes begin with the controller. */
export class Migration20261125104500 extends Migration {
  override up(): void {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS dk_consent_subject_by_customer ON dk_consent_subject (customer_id)`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS dk_consent_subject_by_email ON dk_consent_subject (lower(email))`
    )
  }

  override down(): void {
    this.addSql(`DROP INDEX IF EXISTS dk_consent_subject_by_customer`)
    this.addSql(`DROP INDEX IF EXISTS dk_consent_subject_by_email`)
  }
}
