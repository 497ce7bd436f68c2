import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Approvals to buy on invoice. */
export class Migration20261126020100 extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE IF NOT EXISTS dk_buyer_credit (
      id text PRIMARY KEY, customer_id text NOT NULL, limit_amount integer NOT NULL CHECK (limit_amount > 0),
      terms_days integer NOT NULL CHECK (terms_days BETWEEN 0 AND 60), approved_by text NOT NULL,
      revoked_at timestamptz NULL, revoked_by text NULL,
      created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL)`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS dk_buyer_credit_in_force ON dk_buyer_credit (customer_id) WHERE revoked_at IS NULL AND deleted_at IS NULL`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS dk_buyer_credit_customer ON dk_buyer_credit (customer_id)`
    )
  }

  override down(): void {
    this.addSql(`DROP TABLE IF EXISTS dk_buyer_credit`)
  }
}
