import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Legal holds, and what an erasure waits for and has touched. */
export class Migration20261125100300 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_personal_data_hold" ("id" text not null, "customer_id" text null, "order_id" text null, "kind" text check ("kind" in ('legal_claim', 'dispute', 'authority', 'other')) not null, "reason" text not null, "ends_on" text null, "created_by" text not null, "lifted_at" timestamptz null, "lifted_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "dk_personal_data_hold_pkey" primary key ("id"), constraint "dk_personal_data_hold_one" check (("customer_id" is null) <> ("order_id" is null)));`
    )
    for (const column of ["customer_id", "order_id"]) {
      this.addSql(
        `create index if not exists "IDX_dk_personal_data_hold_${column}" on "dk_personal_data_hold" ("${column}") where "${column}" is not null;`
      )
    }
    this.addSql(
      `alter table "dk_personal_data_erasure" add column if not exists "waiting" jsonb not null default '[]', add column if not exists "touched" jsonb null, add column if not exists "told_at" timestamptz null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_personal_data_erasure_touched" on "dk_personal_data_erasure" ("finished_at") where "touched" is not null;`
    )
  }

  override down(): void {
    this.addSql(`drop index if exists "IDX_dk_personal_data_erasure_touched";`)
    this.addSql(
      `alter table "dk_personal_data_erasure" drop column if exists "waiting", drop column if exists "touched", drop column if exists "told_at";`
    )
    this.addSql(`drop table if exists "dk_personal_data_hold" cascade;`)
  }
}
