import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125171000 extends Migration {
  override up() {
    this.addSql(
      `ALTER TABLE "dk_nets_payment" ADD COLUMN IF NOT EXISTS "working_until" timestamptz NULL, ADD COLUMN IF NOT EXISTS "look_again" boolean NOT NULL DEFAULT false;`
    )
  }

  override down() {
    this.addSql(
      `ALTER TABLE "dk_nets_payment" DROP COLUMN IF EXISTS "working_until", DROP COLUMN IF EXISTS "look_again";`
    )
  }
}
