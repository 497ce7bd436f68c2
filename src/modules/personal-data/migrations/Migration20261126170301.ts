import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { generateEntityId } from "@medusajs/framework/utils"

/** A line of the ledger names the installation that wrote it, so that a copy's lines are not taken for the shop's. */
export class Migration20261126170301 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_personal_data_installation" ("id" text not null, "is_own" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "dk_personal_data_installation_pkey" primary key ("id"));`
    )
    this.addSql(
      `create unique index if not exists "IDX_dk_personal_data_installation_own" on "dk_personal_data_installation" ("is_own") where is_own;`
    )
    // Here already, so that every backup from now on has it.
    this.addSql(
      `insert into "dk_personal_data_installation" ("id", "is_own") values ('${generateEntityId(undefined, "dkinst")}', true) on conflict do nothing;`
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "dk_personal_data_installation" cascade;`)
  }
}
