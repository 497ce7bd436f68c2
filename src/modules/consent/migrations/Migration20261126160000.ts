import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A sign-up forgets its address when it is confirmed, and one use a person, purpose, channel and day is enough to prove. */
export class Migration20261126160000 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE dk_consent_subscription ALTER COLUMN email DROP NOT NULL`)
    this.addSql(
      `ALTER TABLE dk_consent_subscription ADD COLUMN IF NOT EXISTS subject_key text NULL`
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS dk_consent_use_day ON dk_consent_use
      (controller_id, subject_key, purpose, channel, ((used_at AT TIME ZONE 'Europe/Copenhagen')::date))`)
  }

  override down(): void {
    this.addSql(`DROP INDEX IF EXISTS dk_consent_use_day`)
    this.addSql(`DELETE FROM dk_consent_subscription WHERE email IS NULL`)
    this.addSql(`ALTER TABLE dk_consent_subscription DROP COLUMN IF EXISTS subject_key`)
    this.addSql(`ALTER TABLE dk_consent_subscription ALTER COLUMN email SET NOT NULL`)
  }
}
