import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const kinds = (list: string): string[] => [
  `ALTER TABLE dk_consent_notice DROP CONSTRAINT IF EXISTS dk_consent_notice_kind_check`,
  `ALTER TABLE dk_consent_notice ADD CONSTRAINT dk_consent_notice_kind_check CHECK (kind IN (${list}))`,
]

/** What staff is told. */
export class Migration20261126090100 extends Migration {
  override up(): void {
    for (const statement of kinds(`'privacy', 'staff'`)) this.addSql(statement)
  }

  override down(): void {
    for (const statement of kinds(`'privacy'`)) this.addSql(statement)
  }
}
