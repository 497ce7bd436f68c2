import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Downloads of an account are counted too; its owner signs in and has no token. */
export class Migration20261126200200 extends Migration {
  override up(): void {
    this.addSql(`alter table "dk_subject_request_link" alter column "token_hash" drop not null;`)
  }

  override down(): void {
    this.addSql(`delete from "dk_subject_request_link" where "token_hash" is null;`)
    this.addSql(`alter table "dk_subject_request_link" alter column "token_hash" set not null;`)
  }
}
