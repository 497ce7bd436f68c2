import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Accounts of the store's bookkeeping, for the monthly file. */
export class Migration20261126020200 extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE IF NOT EXISTS dk_invoice_account (
      id text PRIMARY KEY, controller_id text NOT NULL, purpose text NOT NULL, number text NOT NULL CHECK (number <> ''),
      created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL,
      UNIQUE (controller_id, purpose))`)
  }

  override down(): void {
    this.addSql(`DROP TABLE IF EXISTS dk_invoice_account`)
  }
}
