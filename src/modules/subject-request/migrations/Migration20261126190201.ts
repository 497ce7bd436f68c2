import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Codes that are read out, who asks on somebody's behalf, and when a person's name was forgotten. */
export class Migration20261126190201 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_subject_request_code" ("request_id" text not null, "digest" text not null, "tries" integer not null default 0, "expires_at" timestamptz not null, ${TIMES}, constraint "dk_subject_request_code_pkey" primary key ("request_id"));`
    )
    this.addSql(
      `alter table "dk_subject_request" add column if not exists "representative_name" text null, add column if not exists "authority_seen" text null, add column if not exists "forgotten_at" timestamptz null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_ended" on "dk_subject_request" ("ended_at") where "ended_at" is not null;`
    )
  }

  override down(): void {
    this.addSql(`drop index if exists "IDX_dk_subject_request_ended";`)
    this.addSql(
      `alter table "dk_subject_request" drop column if exists "representative_name", drop column if exists "authority_seen", drop column if exists "forgotten_at";`
    )
    this.addSql(`drop table if exists "dk_subject_request_code" cascade;`)
  }
}
