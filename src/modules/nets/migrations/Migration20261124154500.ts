import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124154500 extends Migration {
  override up() {
    this.addSql(`CREATE TABLE IF NOT EXISTS "dk_nets_receipt" (
      "id" text NOT NULL,
      "session_id" text NOT NULL,
      "event" text NOT NULL,
      "event_id" text NOT NULL,
      "payment_id" text NOT NULL,
      "occurred_at" timestamptz NULL,
      "amount" integer NULL,
      "currency_code" text NULL,
      "charge_id" text NULL,
      "refund_id" text NULL,
      "cancel_id" text NULL,
      "error_code" text NULL,
      "outcome" text NULL,
      "attempts" integer NOT NULL DEFAULT 0,
      "next_attempt_at" timestamptz NOT NULL DEFAULT now(),
      "claimed_until" timestamptz NULL,
      "done_at" timestamptz NULL,
      "created_at" timestamptz NOT NULL DEFAULT now(),
      "updated_at" timestamptz NOT NULL DEFAULT now(),
      "deleted_at" timestamptz NULL,
      CONSTRAINT "dk_nets_receipt_pkey" PRIMARY KEY ("id")
    );`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "UQ_dk_nets_receipt_event" ON "dk_nets_receipt" ("session_id", "event", "event_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dk_nets_receipt_due" ON "dk_nets_receipt" ("next_attempt_at") WHERE "done_at" IS NULL;`
    )
  }

  override down() {
    this.addSql(`DROP TABLE IF EXISTS "dk_nets_receipt";`)
  }
}
