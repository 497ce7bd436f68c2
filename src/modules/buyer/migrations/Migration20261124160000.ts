import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`

/** One live buyer per owner, whatever runs at the same time. */
const oneBuyerPer = (owner: string): string =>
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_buyer_${owner} ON dk_buyer (${owner}) WHERE ${owner} IS NOT NULL AND deleted_at IS NULL`

export class Migration20261124160000 extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE IF NOT EXISTS dk_buyer (
      id text PRIMARY KEY, customer_id text NULL, cart_id text NULL, order_id text NULL,
      type text NOT NULL CHECK (type IN ('private', 'business', 'public')),
      country text NULL, cvr text NULL, vat_id text NULL, registration_no text NULL, ean text NULL,
      company_name text NULL, person_reference text NULL, order_reference text NULL, accounting_reference text NULL,
      company_form text NULL CHECK (company_form IN ('sole_trader', 'company', 'association', 'public_body')),
      register_status text NOT NULL DEFAULT 'unverified' CHECK (register_status IN ('valid', 'invalid', 'unverified')),
      register_checked_at timestamptz NULL, advertising_protected boolean NULL, ${STAMPS},
      CHECK (num_nonnulls(customer_id, cart_id, order_id) = 1))`)
    for (const owner of ["customer_id", "cart_id", "order_id"]) this.addSql(oneBuyerPer(owner))
    this.addSql(`CREATE TABLE IF NOT EXISTS dk_buyer_place (
      id text PRIMARY KEY, customer_id text NOT NULL, ean text NOT NULL, company_name text NOT NULL,
      accounting_reference text NULL, ${STAMPS})`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS dk_buyer_place_ean ON dk_buyer_place (customer_id, ean) WHERE deleted_at IS NULL`
    )
    this.addSql(`CREATE TABLE IF NOT EXISTS dk_buyer_finding (
      id text PRIMARY KEY, order_id text NOT NULL, field text NOT NULL, code text NOT NULL,
      resolved_at timestamptz NULL, ${STAMPS}, UNIQUE (order_id, field, code))`)
    this.addSql(`CREATE TABLE IF NOT EXISTS dk_buyer_lookup_limit (
      client text NOT NULL, minute timestamptz NOT NULL, calls integer NOT NULL DEFAULT 1, PRIMARY KEY (client, minute))`)
  }

  override down(): void {
    for (const table of [
      "dk_buyer_lookup_limit",
      "dk_buyer_finding",
      "dk_buyer_place",
      "dk_buyer",
    ]) {
      this.addSql(`DROP TABLE IF EXISTS ${table}`)
    }
  }
}
