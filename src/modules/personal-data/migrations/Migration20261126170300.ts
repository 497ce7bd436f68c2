import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** An erasure that the ledger made due again knows its person by ids and by every e-mail that the digests found. */
export class Migration20261126170300 extends Migration {
  override up(): void {
    this.addSql(
      `alter table "dk_personal_data_erasure" add column if not exists "more_emails" text[] not null default '{}', add column if not exists "replayed_at" timestamptz null;`
    )
  }

  override down(): void {
    this.addSql(
      `alter table "dk_personal_data_erasure" drop column if exists "more_emails", drop column if exists "replayed_at";`
    )
  }
}
