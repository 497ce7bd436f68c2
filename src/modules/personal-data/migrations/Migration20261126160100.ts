import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** As long as the proof of an erasure, which it completes. */
const TEN_YEARS = `(OLD.created_at AT TIME ZONE 'Europe/Copenhagen') + interval '10 years'`
const RESULT = "dk_personal_data_scan_result"

/** Looking through the whole database for what was erased: digests until then, its passes, and what each found. */
export class Migration20261126160100 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_personal_data_scan_digest" ("id" text not null, "erasure_id" text not null, "kind" text check ("kind" in ('email', 'phone', 'street', 'name')) not null, "words" integer not null, "mark" integer not null, "digest" text not null, "key_id" text not null, ${TIMES}, constraint "dk_personal_data_scan_digest_pkey" primary key ("id"), constraint "dk_personal_data_scan_digest_value" unique ("erasure_id", "digest"));`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_scan" ("id" text not null, "status" text check ("status" in ('running', 'done')) not null, "started_by" text null, "erasure_ids" text[] not null, "done_tables" text[] not null default '{}', "findings" jsonb not null default '[]', "totals" jsonb not null default '{}', "started_at" timestamptz not null, "finished_at" timestamptz null, ${TIMES}, constraint "dk_personal_data_scan_pkey" primary key ("id"));`
    )
    this.addSql(
      `create unique index if not exists "IDX_dk_personal_data_scan_running" on "dk_personal_data_scan" ("status") where "status" = 'running';`
    )
    this.addSql(
      `create table if not exists "${RESULT}" ("id" text not null, "erasure_id" text not null, "scan_id" text not null, "complete" boolean not null, "body" jsonb not null, ${TIMES}, constraint "${RESULT}_pkey" primary key ("id"), constraint "${RESULT}_once" unique ("erasure_id", "scan_id"));`
    )
    for (const sql of evidenceTableUp({ table: RESULT, keepThrough: TEN_YEARS })) this.addSql(sql)
  }

  override down(): void {
    for (const sql of evidenceTableDown(RESULT)) this.addSql(sql)
    for (const word of ["scan_digest", "scan", "scan_result"]) {
      this.addSql(`drop table if exists "dk_personal_data_${word}" cascade;`)
    }
  }
}
