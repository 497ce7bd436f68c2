import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** For the jobs that look at the timelines again and again: letters of whom is known, and what recipients are told of. */
export class Migration20261126200400 extends Migration {
  override up(): void {
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_known" on "dk_subject_request" ("id") where "forgotten_at" is null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_event_completed" on "dk_subject_request_event" ("occurred_at") where "type" = 'completed';`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_recipient_task_created" on "dk_subject_request_recipient_task" ("created_at");`
    )
  }

  override down(): void {
    for (const name of ["known", "event_completed", "recipient_task_created"]) {
      this.addSql(`drop index if exists "IDX_dk_subject_request_${name}";`)
    }
  }
}
