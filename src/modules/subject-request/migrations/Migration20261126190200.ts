import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

const KINDS = `'information', 'access', 'portability', 'rectification', 'erasure', 'restriction', 'objection_marketing', 'objection_automated', 'consent_withdrawal'`

const OUTBOX = `"outcome" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz not null default now(), "claimed_until" timestamptz null, "done_at" timestamptz null`

/** What guests asked before they confirmed it by mail, how they follow it afterwards, and how often is asked. */
export class Migration20261126190200 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_subject_request_intake" ("id" text not null, "controller_id" text not null, "kind" text check ("kind" in (${KINDS})) not null, "email" text not null, "message" text null, "locale" text not null, "received_on" text not null, "expires_at" timestamptz not null, ${OUTBOX}, ${TIMES}, constraint "dk_subject_request_intake_pkey" primary key ("id"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_intake_due" on "dk_subject_request_intake" ("next_attempt_at") where "done_at" is null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_intake_email" on "dk_subject_request_intake" (lower("email"));`
    )
    this.addSql(
      `create table if not exists "dk_subject_request_link" ("request_id" text not null, "token_hash" text not null, "downloads" integer not null default 0, ${TIMES}, constraint "dk_subject_request_link_pkey" primary key ("request_id"));`
    )
    this.addSql(
      `create table if not exists "dk_subject_request_limit" ("client" text not null, "ends_at" timestamptz not null, "calls" integer not null default 1, constraint "dk_subject_request_limit_pkey" primary key ("client", "ends_at"));`
    )
  }

  override down(): void {
    for (const table of ["limit", "link", "intake"]) {
      this.addSql(`drop table if exists "dk_subject_request_${table}" cascade;`)
    }
  }
}
