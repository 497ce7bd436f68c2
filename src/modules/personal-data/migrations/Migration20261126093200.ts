import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLE = "dk_personal_data_person_restriction"

/** People whose data may only be stored for a while. */
export class Migration20261126093200 extends Migration {
  override up(): void {
    this.addSql(
      `create table if not exists "${TABLE}" ("id" text not null, "customer_id" text null, "order_id" text null, "email" text null, "ground" text check ("ground" in ('accuracy_contested', 'unlawful', 'legal_claim', 'objection')) not null, "from_on" text not null, "ends_on" text null, "created_by" text not null, "lifted_at" timestamptz null, "lifted_by" text null, "lift_reason" text null, "told_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "${TABLE}_pkey" primary key ("id"), constraint "${TABLE}_one" check (num_nonnulls("customer_id", "order_id", "email") <= 1));`
    )
    for (const column of ["customer_id", "order_id"]) {
      this.addSql(
        `create index if not exists "IDX_${TABLE}_${column}" on "${TABLE}" ("${column}") where "${column}" is not null;`
      )
    }
    this.addSql(
      `create index if not exists "IDX_${TABLE}_email" on "${TABLE}" (lower("email")) where "email" is not null;`
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "${TABLE}" cascade;`)
  }
}
