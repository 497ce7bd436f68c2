import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whom a request is about stands beside who asked: a mailed link proves the mailbox it was mailed to and no other. */
export class Migration20261126200600 extends Migration {
  override up(): void {
    this.addSql(
      `alter table "dk_subject_request" add column if not exists "subject_customer_id" text null, add column if not exists "subject_email" text null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_subject_customer" on "dk_subject_request" ("subject_customer_id") where "subject_customer_id" is not null;`
    )
    this.addSql(
      `create index if not exists "IDX_dk_subject_request_subject_email" on "dk_subject_request" (lower("subject_email")) where "subject_email" is not null;`
    )
  }

  override down(): void {
    this.addSql(
      `alter table "dk_subject_request" drop column if exists "subject_customer_id", drop column if exists "subject_email";`
    )
  }
}
