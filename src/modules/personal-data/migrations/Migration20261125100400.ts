import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

export class Migration20261125100400 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_personal_data_selection" ("id" text not null, "status" text check ("status" in ('open', 'confirmed')) not null, "way" text check ("way" in ('order_number', 'invoice_number', 'phone', 'name_and_postal_code')) not null, "customer_ids" text[] not null default '{}', "order_ids" text[] not null default '{}', "cart_ids" text[] not null default '{}', "confirmed_ids" text[] not null default '{}', "created_by" text not null, "expires_at" timestamptz not null, ${TIMES}, constraint "dk_personal_data_selection_pkey" primary key ("id"));`
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "dk_personal_data_selection" cascade;`)
  }
}
