import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** People whose address staff does not see; one row in force for each owner. */
export class Migration20261126093100 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "dk_access_protection" ("id" text not null, "customer_id" text null, "cart_id" text null, "order_id" text null, "source" text check ("source" in ('self', 'checkout', 'phone')) not null, "declared_at" timestamptz not null, "declared_by" text null, "lifted_at" timestamptz null, "lifted_source" text check ("lifted_source" in ('self', 'checkout', 'phone')) null, "lifted_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "dk_access_protection_pkey" primary key ("id"), constraint "dk_access_protection_one" check (num_nonnulls("customer_id", "cart_id", "order_id") = 1));`
    )
    for (const column of ["customer_id", "cart_id", "order_id"]) {
      this.addSql(
        `create unique index if not exists "IDX_dk_access_protection_${column}" on "dk_access_protection" ("${column}") where "lifted_at" is null and "deleted_at" is null;`
      )
      this.addSql(
        `create index if not exists "IDX_dk_access_protection_all_${column}" on "dk_access_protection" ("${column}") where "${column}" is not null;`
      )
    }
  }

  override down(): void {
    this.addSql(`drop table if exists "dk_access_protection" cascade;`)
  }
}
