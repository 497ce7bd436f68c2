import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

const KINDS = `'information', 'access', 'portability', 'rectification', 'erasure', 'restriction', 'objection_marketing', 'objection_automated', 'consent_withdrawal'`
const STATES = `'received', 'identity_check', 'in_progress', 'planned', 'completed', 'partly_completed', 'refused', 'withdrawn'`

const EVENT = "dk_subject_request_event"

/** A claim about a request lapses after three years (forældelsesloven § 3); the case is kept as long after it ended. */
const KEEP_THROUGH = `(SELECT (r.ended_at AT TIME ZONE 'Europe/Copenhagen')::date + interval '3 years'
    FROM dk_subject_request r WHERE r.id = OLD.request_id)`

/** Requests under GDPR Art. 12-22, their timelines and the reasons in staff's words. */
export class Migration20261126190000 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_subject_request" ("id" text not null, "controller_id" text not null, "kind" text check ("kind" in (${KINDS})) not null, "channel" text check ("channel" in ('account', 'guest_link', 'mail', 'phone', 'letter')) not null, "locale" text not null, "received_on" text not null, "state" text check ("state" in (${STATES})) not null, "strict_on" text not null, "legal_on" text not null, "customer_id" text null, "email" text null, "name" text null, "message" text null, "created_by" text null, "ended_at" timestamptz null, ${TIMES}, constraint "dk_subject_request_pkey" primary key ("id"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_due" on "dk_subject_request" ("strict_on", "id") where "ended_at" is null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_customer" on "dk_subject_request" ("customer_id");`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_email" on "dk_subject_request" (lower("email")) where "email" is not null;`
    )
    this.addSql(
      `create table if not exists "${EVENT}" ("id" text not null, "request_id" text not null, "position" integer not null, "type" text not null, "data" jsonb not null default '{}', "actor" text not null, "occurred_at" timestamptz not null, ${TIMES}, constraint "${EVENT}_pkey" primary key ("id"), constraint "${EVENT}_position" unique ("request_id", "position"));`
    )
    for (const sql of evidenceTableUp({ table: EVENT, keepThrough: KEEP_THROUGH })) this.addSql(sql)
    this.addSql(
      `create table if not exists "dk_subject_request_reason" ("id" text not null, "request_id" text not null, "text" text not null, ${TIMES}, constraint "dk_subject_request_reason_pkey" primary key ("id"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_reason_request" on "dk_subject_request_reason" ("request_id");`
    )
  }

  override down(): void {
    for (const sql of evidenceTableDown(EVENT)) this.addSql(sql)
    for (const table of ["dk_subject_request_reason", EVENT, "dk_subject_request"]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
