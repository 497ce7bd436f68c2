import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"
import type { EvidenceTable } from "../../../shared/evidence-table"

const DAY = `~ '^\\d{4}-\\d{2}-\\d{2}$'`
const KIND = `CHECK (kind IN ('invoice', 'credit_note'))`
const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`

const TABLES = [
  `CREATE TABLE IF NOT EXISTS dk_invoice_request (
    id text PRIMARY KEY, controller_id text NOT NULL, order_id text NOT NULL, cause text NOT NULL,
    kind text NOT NULL ${KIND}, is_test boolean NOT NULL, content text NULL,
    told_at timestamptz NULL, answered_by text NULL, ${STAMPS},
    UNIQUE (order_id, cause))`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_request_untold ON dk_invoice_request (id) WHERE told_at IS NULL`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_request_waiting ON dk_invoice_request (created_at, id) WHERE answered_by IS NULL`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_request_answer ON dk_invoice_request (answered_by)`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_external (
    id text PRIMARY KEY, controller_id text NOT NULL, order_id text NOT NULL, system text NOT NULL, number text NOT NULL,
    issued_on text NOT NULL CHECK (issued_on ${DAY}), kind text NOT NULL ${KIND}, url text NULL,
    replaces text NULL UNIQUE, recorded_by text NOT NULL, ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_external_order ON dk_invoice_external (order_id)`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_external_number ON dk_invoice_external (controller_id, system, number)`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_external_typed
    ON dk_invoice_external (upper(regexp_replace(number, '[[:space:]]', '', 'g')))`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_external_keep (
    id text PRIMARY KEY, controller_id text NOT NULL, external_id text NOT NULL, position integer NOT NULL,
    keep_through text NULL CHECK (keep_through ${DAY}), cause text NOT NULL, decided_by text NOT NULL, ${STAMPS},
    UNIQUE (external_id, position))`,
]

const GUARDS: EvidenceTable[] = [
  {
    table: "dk_invoice_external",
    keepThrough: `(SELECT k.keep_through::date FROM dk_invoice_external_keep k WHERE k.external_id = OLD.id ORDER BY k.position DESC LIMIT 1)`,
  },
  {
    // The dates may go once what they are about has gone.
    table: "dk_invoice_external_keep",
    keepThrough: `CASE WHEN EXISTS (SELECT 1 FROM dk_invoice_external e WHERE e.id = OLD.external_id) THEN NULL::date ELSE '-infinity'::date END`,
  },
]

/** Invoices that the shop's bookkeeping system makes: what is asked of it, and the numbers it gave. */
export class Migration20261126010000 extends Migration {
  override up(): void {
    for (const statement of TABLES) this.addSql(statement)
    for (const statement of GUARDS.flatMap(evidenceTableUp)) this.addSql(statement)
  }

  override down(): void {
    for (const { table } of GUARDS) {
      for (const statement of evidenceTableDown(table)) this.addSql(statement)
    }
    for (const table of ["external_keep", "external", "request"]) {
      this.addSql(`DROP TABLE IF EXISTS dk_invoice_${table}`)
    }
  }
}
