import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

const OUTBOX = `"outcome" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz not null default now(), "claimed_until" timestamptz null, "done_at" timestamptz null`

/** Who gets personal data from the store, and what each of them is told (GDPR Art. 19 and 30). */
export class Migration20261126190101 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_subject_request_recipient" ("id" text not null, "controller_id" text not null, "origin" text check ("origin" in ('options', 'staff')) not null, "name" text not null, "role" text check ("role" in ('processor', 'controller', 'joint_controller')) not null, "purposes" text[] not null, "country" text not null, "safeguard" text null, "agreement_on" text null, "agreement_reference" text null, "contact_email" text null, "contact_how" text null, "next_review_on" text null, "is_active" boolean not null default true, ${TIMES}, constraint "dk_subject_request_recipient_pkey" primary key ("id"));`
    )
    this.addSql(
      `create unique index if not exists "IDX_dk_subject_request_recipient_name" on "dk_subject_request_recipient" ("controller_id", lower("name"));`
    )
    this.addSql(
      `create table if not exists "dk_subject_request_recipient_task" ("id" text not null, "recipient_id" text not null, "cause" text check ("cause" in ('erasure', 'rectification', 'restriction')) not null, "cause_id" text not null, "order_ids" text[] not null default '{}', "state" text check ("state" in ('open', 'sent', 'confirmed', 'failed', 'escalated')) not null default 'open', "round" integer not null default 1, "changed_by" text null, "sent_at" timestamptz null, "confirmed_at" timestamptz null, ${OUTBOX}, ${TIMES}, constraint "dk_subject_request_recipient_task_pkey" primary key ("id"), constraint "dk_subject_request_recipient_task_once" unique ("recipient_id", "cause", "cause_id"));`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_recipient_task_due" on "dk_subject_request_recipient_task" ("next_attempt_at") where "done_at" is null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_recipient_task_orders" on "dk_subject_request_recipient_task" using gin ("order_ids");`
    )
  }

  override down(): void {
    for (const table of ["dk_subject_request_recipient_task", "dk_subject_request_recipient"]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
