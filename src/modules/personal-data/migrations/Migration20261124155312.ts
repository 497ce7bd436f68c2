import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Proof must outlive every term of keeping; five years and a financial year of 18 months fit in ten. */
const TEN_YEARS = `(OLD.created_at AT TIME ZONE 'Europe/Copenhagen') + interval '10 years'`

const EVIDENCE = ["dk_personal_data_certificate", "dk_personal_data_ledger"]

export class Migration20261124155312 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_personal_data_erasure" ("id" text not null, "status" text check ("status" in ('proposed', 'planned', 'running', 'done', 'cancelled')) not null, "source" text check ("source" in ('staff', 'customer_deleted')) not null, "customer_id" text null, "email" text null, "customer_ids" text[] not null default '{}', "waiting_ids" text[] not null default '{}', "left_ids" text[] not null default '{}', "confirmed_order_ids" text[] not null default '{}', "reason" text null, "override_blocks" boolean not null default false, "requested_by" text null, "grace_until" timestamptz null, "started_at" timestamptz null, "finished_at" timestamptz null, "cancelled_at" timestamptz null, "cancelled_by" text null, ${TIMES}, constraint "dk_personal_data_erasure_pkey" primary key ("id"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_personal_data_erasure_open" on "dk_personal_data_erasure" ("status") where "status" in ('proposed', 'planned', 'running');`
    )
    this.addSql(
      `create index if not exists "IDX_dk_personal_data_erasure_customers" on "dk_personal_data_erasure" using gin ("customer_ids");`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_certificate" ("id" text not null, "erasure_id" text not null, "complete" boolean not null, "body" jsonb not null, ${TIMES}, constraint "dk_personal_data_certificate_pkey" primary key ("id"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_personal_data_certificate_erasure" on "dk_personal_data_certificate" ("erasure_id");`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_restriction" ("id" text not null, "order_id" text not null, "erasure_id" text not null, "keep_through" text not null, "law" text not null, "released_at" timestamptz null, ${TIMES}, constraint "dk_personal_data_restriction_pkey" primary key ("id"), constraint "dk_personal_data_restriction_order" unique ("order_id"));`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_erased_actor" ("id" text not null, "erasure_id" text not null, ${TIMES}, constraint "dk_personal_data_erased_actor_pkey" primary key ("id"));`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_ledger" ("id" text not null, "erasure_id" text not null, "customer_ids" text[] not null, "order_ids" text[] not null, ${TIMES}, constraint "dk_personal_data_ledger_pkey" primary key ("id"), constraint "dk_personal_data_ledger_erasure" unique ("erasure_id"));`
    )
    for (const table of EVIDENCE) {
      for (const sql of evidenceTableUp({ table, keepThrough: TEN_YEARS })) this.addSql(sql)
    }
  }

  override down(): void {
    for (const table of EVIDENCE) {
      for (const sql of evidenceTableDown(table)) this.addSql(sql)
    }
    for (const word of ["erasure", "certificate", "restriction", "erased_actor", "ledger"]) {
      this.addSql(`drop table if exists "dk_personal_data_${word}" cascade;`)
    }
  }
}
