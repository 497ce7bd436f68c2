import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLE = "dk_access_heartbeat"

export class Migration20261126092100 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "${TABLE}" ("id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "${TABLE}_pkey" primary key ("id"));`
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "${TABLE}" cascade;`)
  }
}
