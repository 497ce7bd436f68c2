import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125100200 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_personal_data_export_ticket" ("id" text not null, "request" jsonb not null, "requested_by" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "dk_personal_data_export_ticket_pkey" primary key ("id"));`
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "dk_personal_data_export_ticket" cascade;`)
  }
}
