import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was said in the latest months is counted each time the overview opens, however long the history is. */
export class Migration20261127080000 extends Migration {
  override up(): void {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS dk_consent_event_when ON dk_consent_event (controller_id, occurred_at)`
    )
  }

  override down(): void {
    this.addSql(`DROP INDEX IF EXISTS dk_consent_event_when`)
  }
}
