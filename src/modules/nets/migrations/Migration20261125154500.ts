import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125154500 extends Migration {
  override up() {
    this.addSql(
      `ALTER TABLE "dk_nets_payment" 
        ADD COLUMN IF NOT EXISTS "payment_collection_id" text NULL,
        ADD COLUMN IF NOT EXISTS "auto_charge" boolean NOT NULL DEFAULT false,
        ADD COLUMN IF NOT EXISTS "release_asked_at" timestamptz NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dk_nets_payment_collection" ON "dk_nets_payment" ("payment_collection_id");`
    )
  }

  override down() {
    this.addSql(`ALTER TABLE "dk_nets_payment" 
        DROP COLUMN IF EXISTS "payment_collection_id",
        DROP COLUMN IF EXISTS "auto_charge",
        DROP COLUMN IF EXISTS "release_asked_at";`)
  }
}
