import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

const OUTBOX = `"outcome" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz not null default now(), "claimed_until" timestamptz null, "done_at" timestamptz null`

const EVENT = "dk_breach_event"

/** A breach of the law lapses after five years (databeskyttelsesloven § 41, stk. 7): so long the shop can be asked what it did. Only evidence says when it was closed. */
const KEEP_THROUGH = `(SELECT CASE WHEN e.type = 'closed' THEN (e.occurred_at AT TIME ZONE 'Europe/Copenhagen')::date + interval '5 years' END
    FROM dk_breach_event e WHERE e.breach_id = OLD.breach_id AND e.type IN ('closed', 'reopened')
    ORDER BY e.position DESC LIMIT 1)`

/** The register of breaches (GDPR Art. 33(5)): cases and timelines, what customers told, who is affected and how they are told. */
export class Migration20261126210000 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_breach" ("id" text not null, "controller_id" text not null, "title" text not null, "state" text check ("state" in ('open', 'closed')) not null default 'open', "is_drill" boolean not null default false, "aware_at" timestamptz null, "deadline_at" timestamptz null, "must_report" boolean not null default true, "first_reported_at" timestamptz null, "closed_at" timestamptz null, "opened_by" text not null, ${TIMES}, constraint "dk_breach_pkey" primary key ("id"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_breach_open" on "dk_breach" ("deadline_at") where "closed_at" is null;`
    )
    this.addSql(
      `create table if not exists "${EVENT}" ("id" text not null, "breach_id" text not null, "position" integer not null, "type" text not null, "data" jsonb not null default '{}', "actor" text not null, "occurred_at" timestamptz not null, ${TIMES}, constraint "${EVENT}_pkey" primary key ("id"), constraint "${EVENT}_position" unique ("breach_id", "position"), constraint "${EVENT}_case" foreign key ("breach_id") references "dk_breach" ("id") on delete restrict);`
    )
    for (const sql of evidenceTableUp({ table: EVENT, keepThrough: KEEP_THROUGH })) this.addSql(sql)
    this.addSql(
      `create table if not exists "dk_breach_tip" ("id" text not null, "controller_id" text not null, "message" text not null, "tipster_email" text null, "customer_id" text null, "locale" text not null, "state" text check ("state" in ('new', 'linked', 'dismissed')) not null default 'new', "breach_id" text null, "decided_by" text null, "decided_at" timestamptz null, ${TIMES}, constraint "dk_breach_tip_pkey" primary key ("id"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_breach_tip_new" on "dk_breach_tip" ("created_at") where "decided_at" is null;`
    )
    this.addSql(
      `create table if not exists "dk_breach_person" ("id" text not null, "breach_id" text not null, "person_key" text not null, "customer_id" text null, "order_id" text null, "document_id" text null, "has_protected_address" boolean not null default false, ${TIMES}, constraint "dk_breach_person_pkey" primary key ("id"), constraint "dk_breach_person_once" unique ("breach_id", "person_key"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_breach_person_customer" on "dk_breach_person" ("customer_id") where "customer_id" is not null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_breach_person_order" on "dk_breach_person" ("order_id") where "order_id" is not null;`
    )
    this.addSql(
      `create table if not exists "dk_breach_notice" ("id" text not null, "breach_id" text not null, "breach_person_id" text not null, "notice_channel" text check ("notice_channel" in ('mail', 'sms', 'call', 'letter')) not null, "batch" text not null, ${OUTBOX}, "digest" text null, "told_by" text null, ${TIMES}, constraint "dk_breach_notice_pkey" primary key ("id"), constraint "dk_breach_notice_once" unique ("breach_person_id", "notice_channel"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_breach_notice_breach" on "dk_breach_notice" ("breach_id");`
    )
    this.addSql(
      `create index if not exists "IDX_dk_breach_notice_batch" on "dk_breach_notice" ("batch") where "done_at" is null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_breach_notice_due" on "dk_breach_notice" ("next_attempt_at") where "done_at" is null;`
    )
  }

  override down(): void {
    for (const sql of evidenceTableDown(EVENT)) this.addSql(sql)
    for (const table of [
      "dk_breach_notice",
      "dk_breach_person",
      "dk_breach_tip",
      EVENT,
      "dk_breach",
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
