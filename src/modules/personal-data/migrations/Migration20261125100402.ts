import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLE = "dk_personal_data_cart_login"

export class Migration20261125100402 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "${TABLE}" ("id" text not null, "customer_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "${TABLE}_pkey" primary key ("id"));`
    )
    this.addSql(`create index if not exists "IDX_${TABLE}_customer" on "${TABLE}" ("customer_id");`)
  }

  override down(): void {
    this.addSql(`drop table if exists "${TABLE}" cascade;`)
  }
}
