import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125153000 extends Migration {
  override up() {
    this.addSql(`CREATE TABLE IF NOT EXISTS "dk_nets_payment" (
      "id" text NOT NULL,
      "session_id" text NOT NULL,
      "payment_id" text NOT NULL,
      "account" text NOT NULL,
      "currency_code" text NOT NULL,
      "amount" integer NOT NULL DEFAULT 0,
      "reserved" integer NOT NULL DEFAULT 0,
      "charged" integer NOT NULL DEFAULT 0,
      "refunded" integer NOT NULL DEFAULT 0,
      "cancelled" integer NOT NULL DEFAULT 0,
      "payment_type" text NULL,
      "payment_method" text NULL,
      "charges" jsonb NOT NULL DEFAULT '[]',
      "refunds" jsonb NOT NULL DEFAULT '[]',
      "terminated" boolean NOT NULL DEFAULT false,
      "expires_at" timestamptz NULL,
      "reserved_at" timestamptz NULL,
      "checked_at" timestamptz NULL,
      "reads" integer NOT NULL DEFAULT 0,
      "reads_since" timestamptz NULL,
      "next_check_at" timestamptz NOT NULL DEFAULT now(),
      "failures" integer NOT NULL DEFAULT 0,
      "problem" text NULL,
      "problem_since" timestamptz NULL,
      "closed_at" timestamptz NULL,
      "created_at" timestamptz NOT NULL DEFAULT now(),
      "updated_at" timestamptz NOT NULL DEFAULT now(),
      "deleted_at" timestamptz NULL,
      CONSTRAINT "dk_nets_payment_pkey" PRIMARY KEY ("id")
    );`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "UQ_dk_nets_payment_session" ON "dk_nets_payment" ("session_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dk_nets_payment_payment" ON "dk_nets_payment" ("payment_id");`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dk_nets_payment_due" ON "dk_nets_payment" ("next_check_at", "id") WHERE "closed_at" IS NULL AND "deleted_at" IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dk_nets_payment_problem" ON "dk_nets_payment" ("problem_since") WHERE "problem" IS NOT NULL;`
    )
  }

  override down() {
    this.addSql(`DROP TABLE IF EXISTS "dk_nets_payment";`)
  }
}
