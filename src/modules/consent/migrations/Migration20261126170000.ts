import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A no to one purpose stays with the address as an objection does, and an objection keeps what was consented to since. */
export class Migration20261126170000 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE dk_consent_suppression
      ADD COLUMN IF NOT EXISTS purpose text NULL, ADD COLUMN IF NOT EXISTS channel text NULL,
      ADD COLUMN IF NOT EXISTS stopped_at timestamptz NOT NULL DEFAULT now(),
      ADD COLUMN IF NOT EXISTS except_for text[] NOT NULL DEFAULT '{}'`)
    this.addSql(`ALTER TABLE dk_consent_suppression
      DROP CONSTRAINT IF EXISTS dk_consent_suppression_controller_id_digest_key,
      ADD CONSTRAINT dk_consent_suppression_about_check CHECK ((purpose IS NULL) = (channel IS NULL))`)
    this
      .addSql(`CREATE UNIQUE INDEX IF NOT EXISTS dk_consent_suppression_about ON dk_consent_suppression
      (controller_id, digest, coalesce(purpose, ''), coalesce(channel, ''))`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS dk_consent_suppression_key ON dk_consent_suppression (controller_id, key_id)`
    )
  }

  override down(): void {
    this.addSql(`DROP INDEX IF EXISTS dk_consent_suppression_key`)
    this.addSql(`DROP INDEX IF EXISTS dk_consent_suppression_about`)
    this.addSql(`DELETE FROM dk_consent_suppression WHERE purpose IS NOT NULL`)
    this
      .addSql(`ALTER TABLE dk_consent_suppression DROP CONSTRAINT IF EXISTS dk_consent_suppression_about_check,
      DROP COLUMN IF EXISTS purpose, DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS stopped_at,
      DROP COLUMN IF EXISTS except_for, ADD UNIQUE (controller_id, digest)`)
  }
}
