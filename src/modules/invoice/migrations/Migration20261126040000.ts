import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Rates of exchange, for the VAT in kroner on invoices in another currency. */
export class Migration20261126040000 extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE IF NOT EXISTS dk_invoice_exchange_rate (
      id text PRIMARY KEY, controller_id text NOT NULL, currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
      valid_from text NOT NULL CHECK (valid_from ~ '^\\d{4}-\\d{2}-\\d{2}$'),
      rate text NOT NULL CHECK (rate ~ '^\\d{1,6}(\\.\\d{1,8})?$'), source text NOT NULL, entered_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL,
      UNIQUE (controller_id, currency, valid_from))`)
  }

  override down(): void {
    this.addSql(`DROP TABLE IF EXISTS dk_invoice_exchange_rate`)
  }
}
