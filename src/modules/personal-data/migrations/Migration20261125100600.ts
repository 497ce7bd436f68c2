import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const TABLE = "dk_personal_data_record_text"

/** What the record said at a time must be told for as long as the proofs of that time are kept. */
const TEN_YEARS = `(OLD.created_at AT TIME ZONE 'Europe/Copenhagen') + interval '10 years'`

export class Migration20261125100600 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_personal_data_record_text" ("id" text not null, "controller_id" text not null, "version" integer not null check ("version" > 0), "security" text not null, "written_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "dk_personal_data_record_text_pkey" primary key ("id"), constraint "dk_personal_data_record_text_version" unique ("controller_id", "version"));`
    )
    for (const sql of evidenceTableUp({ table: TABLE, keepThrough: TEN_YEARS })) this.addSql(sql)
  }

  override down(): void {
    for (const sql of evidenceTableDown(TABLE)) this.addSql(sql)
    this.addSql(`drop table if exists "${TABLE}" cascade;`)
  }
}
