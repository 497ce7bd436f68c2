import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whom a request is about, and the erasure that carries it out. */
export class Migration20261126190100 extends Migration {
  override up(): void {
    this.addSql(
      `alter table "dk_subject_request" add column if not exists "selection_id" text null, add column if not exists "confirmed_order_ids" text[] not null default '{}', add column if not exists "erasure_id" text null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_planned" on "dk_subject_request" ("id") where "state" = 'planned';`
    )
  }

  override down(): void {
    this.addSql(`drop index if exists "IDX_dk_subject_request_planned";`)
    this.addSql(
      `alter table "dk_subject_request" drop column if exists "selection_id", drop column if exists "confirmed_order_ids", drop column if exists "erasure_id";`
    )
  }
}
