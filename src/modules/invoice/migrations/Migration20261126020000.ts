import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`

const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS dk_invoice_on_account (
    id text PRIMARY KEY, session_id text NOT NULL UNIQUE, customer_id text NULL, terms_days integer NULL,
    amount integer NULL, reserved_at timestamptz NULL, released_at timestamptz NULL, ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_on_account_customer ON dk_invoice_on_account (customer_id) WHERE reserved_at IS NOT NULL`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_payment_received (
    id text PRIMARY KEY, order_id text NOT NULL, payment_id text NOT NULL, capture_id text NULL UNIQUE,
    amount integer NOT NULL CHECK (amount > 0), currency_code text NOT NULL,
    received_on text NOT NULL CHECK (received_on ~ '^\\d{4}-\\d{2}-\\d{2}$'), reference text NULL,
    source text NOT NULL CHECK (source IN ('staff', 'bank_file', 'medusa')), digest text NULL UNIQUE,
    registered_by text NOT NULL, ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_payment_received_order ON dk_invoice_payment_received (order_id)`,
]

/** Purchases on invoice and the money received on them. */
export class Migration20261126020000 extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement)
  }

  override down(): void {
    for (const table of ["dk_invoice_payment_received", "dk_invoice_on_account"]) {
      this.addSql(`DROP TABLE IF EXISTS ${table}`)
    }
  }
}
