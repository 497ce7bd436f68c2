import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

const LETTER = "dk_subject_request_letter"

/** The state follows from what came of it, so that it cannot say anything else. */
const STATE = `case when "sent_at" is not null then 'sent' when "outcome" = 'by_hand' then 'by_hand' when "outcome" is not null then 'failed' else 'waiting' end`

/** Letters that events of a request owe the person: once each, without their text. */
export class Migration20261126190300 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "${LETTER}" ("id" text not null, "request_id" text not null, "event_id" text not null, "template" text not null, "locale" text not null, "nonce" text null, "digest" text null, "outcome" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz not null default now(), "claimed_until" timestamptz null, "done_at" timestamptz null, "sent_at" timestamptz null, "sent_by" text null, "state" text generated always as (${STATE}) stored, ${TIMES}, constraint "${LETTER}_pkey" primary key ("id"), constraint "${LETTER}_event" unique ("request_id", "event_id"));`
    )
    this.addSql(
      `create index if not exists "IDX_${LETTER}_due" on "${LETTER}" ("next_attempt_at") where "done_at" is null;`
    )
    this.addSql(
      `create index if not exists "IDX_${LETTER}_staff" on "${LETTER}" ("state") where "sent_at" is null;`
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "${LETTER}" cascade;`)
  }
}
