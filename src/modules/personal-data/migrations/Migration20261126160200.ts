import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

const setSources = (sources: string): string[] => [
  `alter table "dk_personal_data_erasure" drop constraint if exists "dk_personal_data_erasure_source_check";`,
  `alter table "dk_personal_data_erasure" add constraint "dk_personal_data_erasure_source_check" check ("source" in (${sources}));`,
]

/** The ledger also stands outside the database, and is replayed after a backup was restored. */
export class Migration20261126160200 extends Migration {
  override up(): void {
    this.addSql(
      `alter table "dk_personal_data_ledger" add column if not exists "cart_ids" text[] not null default '{}', add column if not exists "digests" jsonb not null default '[]', add column if not exists "erased_before" timestamptz null;`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_ledger_receipt" ("id" text not null, ${TIMES}, constraint "dk_personal_data_ledger_receipt_pkey" primary key ("id"));`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_replay" ("id" text not null, "status" text check ("status" in ('running', 'done', 'failed')) not null, "started_by" text null, "report" jsonb not null default '{}', "started_at" timestamptz not null, "finished_at" timestamptz null, ${TIMES}, constraint "dk_personal_data_replay_pkey" primary key ("id"));`
    )
    for (const sql of setSources("'staff', 'customer_deleted', 'replay'")) this.addSql(sql)
  }

  override down(): void {
    for (const word of ["ledger_receipt", "replay"]) {
      this.addSql(`drop table if exists "dk_personal_data_${word}" cascade;`)
    }
    this.addSql(
      `alter table "dk_personal_data_ledger" drop column if exists "cart_ids", drop column if exists "digests", drop column if exists "erased_before";`
    )
    for (const sql of setSources("'staff', 'customer_deleted'")) this.addSql(sql)
  }
}
