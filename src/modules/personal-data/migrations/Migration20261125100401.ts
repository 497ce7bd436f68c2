import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** As long as the proof of an erasure. */
const TEN_YEARS = `(OLD.created_at AT TIME ZONE 'Europe/Copenhagen') + interval '10 years'`
const TABLE = "dk_personal_data_hand_over"

export class Migration20261125100401 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "${TABLE}" ("id" text not null, "customer_id" text not null, "requested_by" text not null, "complete" boolean not null, "body" jsonb not null, ${TIMES}, constraint "${TABLE}_pkey" primary key ("id"));`
    )
    this.addSql(
      `create index if not exists "IDX_${TABLE}_customer" on "${TABLE}" ("customer_id", "created_at");`
    )
    for (const sql of evidenceTableUp({ table: TABLE, keepThrough: TEN_YEARS })) this.addSql(sql)
  }

  override down(): void {
    for (const sql of evidenceTableDown(TABLE)) this.addSql(sql)
    this.addSql(`drop table if exists "${TABLE}" cascade;`)
  }
}
