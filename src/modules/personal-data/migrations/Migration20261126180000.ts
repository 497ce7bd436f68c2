import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** As long as the proof of an erasure. */
const TEN_YEARS = `(OLD.created_at AT TIME ZONE 'Europe/Copenhagen') + interval '10 years'`
const RULE = "dk_personal_data_retention_rule"

/** How long things are kept, what sweeps did, what they could not do, and stops for audits and courts. */
export class Migration20261126180000 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "${RULE}" ("id" text not null, "rule" text not null, "term" integer not null, "unit" text check ("unit" in ('days', 'months')) not null, "reason" text not null, "changed_by" text not null, ${TIMES}, constraint "${RULE}_pkey" primary key ("id"), constraint "${RULE}_term" check ("term" > 0));`
    )
    this.addSql(
      `create index if not exists "IDX_${RULE}_rule" on "${RULE}" ("rule", "created_at" desc);`
    )
    for (const sql of evidenceTableUp({ table: RULE, keepThrough: TEN_YEARS })) this.addSql(sql)
    this.addSql(
      `create table if not exists "dk_personal_data_sweep" ("id" text not null, "status" text check ("status" in ('running', 'done', 'stopped')) not null, "started_by" text null, "place" jsonb null, "report" jsonb not null default '{}', "touched" jsonb null, "started_at" timestamptz not null, "finished_at" timestamptz null, ${TIMES}, constraint "dk_personal_data_sweep_pkey" primary key ("id"));`
    )
    this.addSql(
      `create unique index if not exists "IDX_dk_personal_data_sweep_running" on "dk_personal_data_sweep" ("status") where "status" = 'running';`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_parked" ("id" text not null, "rule" text not null, "item_id" text not null, "reason" text not null, "attempts" integer not null default 1, "tried_at" timestamptz not null, ${TIMES}, constraint "dk_personal_data_parked_pkey" primary key ("id"), constraint "dk_personal_data_parked_item" unique ("rule", "item_id"));`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_stop" ("id" text not null, "kind" text check ("kind" in ('tax_audit', 'court', 'authority', 'other')) not null, "reason" text not null, "ends_on" text not null, "created_by" text not null, "lifted_at" timestamptz null, "lifted_by" text null, "lift_reason" text null, ${TIMES}, constraint "dk_personal_data_stop_pkey" primary key ("id"));`
    )
    this.addSql(
      `create table if not exists "dk_personal_data_account_visit" ("id" text not null, "visited_in" text not null, ${TIMES}, constraint "dk_personal_data_account_visit_pkey" primary key ("id"));`
    )
  }

  override down(): void {
    for (const sql of evidenceTableDown(RULE)) this.addSql(sql)
    for (const word of ["retention_rule", "sweep", "parked", "stop", "account_visit"]) {
      this.addSql(`drop table if exists "dk_personal_data_${word}" cascade;`)
    }
  }
}
