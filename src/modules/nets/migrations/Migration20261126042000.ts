import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whether it was real money is written down when the payment is made: options change. */
export class Migration20261126042000 extends Migration {
  override up() {
    this.addSql(`ALTER TABLE "dk_nets_payment" ADD COLUMN IF NOT EXISTS "environment" text NULL;`)
  }

  override down() {
    this.addSql(`ALTER TABLE "dk_nets_payment" DROP COLUMN IF EXISTS "environment";`)
  }
}
