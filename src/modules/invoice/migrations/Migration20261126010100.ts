import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"
import type { EvidenceTable } from "../../../shared/evidence-table"

const DAY = `~ '^\\d{4}-\\d{2}-\\d{2}$'`
const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`

const TABLES = [
  `CREATE TABLE IF NOT EXISTS dk_invoice_archive (
    id text PRIMARY KEY, controller_id text NOT NULL, order_id text NOT NULL, cause text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('invoice', 'credit_note')), concerns_on text NOT NULL CHECK (concerns_on ${DAY}),
    content text NOT NULL, digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'), sealed_by text NOT NULL, ${STAMPS},
    UNIQUE (order_id, cause))`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_archive_keep (
    id text PRIMARY KEY, controller_id text NOT NULL, archive_id text NOT NULL, position integer NOT NULL,
    keep_through text NULL CHECK (keep_through ${DAY}), cause text NOT NULL, decided_by text NOT NULL, ${STAMPS},
    UNIQUE (archive_id, position))`,
]

const GUARDS: EvidenceTable[] = [
  {
    table: "dk_invoice_archive",
    keepThrough: `(SELECT k.keep_through::date FROM dk_invoice_archive_keep k WHERE k.archive_id = OLD.id ORDER BY k.position DESC LIMIT 1)`,
  },
  {
    // The dates may go once what they are about has gone.
    table: "dk_invoice_archive_keep",
    keepThrough: `CASE WHEN EXISTS (SELECT 1 FROM dk_invoice_archive a WHERE a.id = OLD.archive_id) THEN NULL::date ELSE '-infinity'::date END`,
  },
]

/** Copies of what orders from before the plugin were sold for, without a number. */
export class Migration20261126010100 extends Migration {
  override up(): void {
    for (const statement of TABLES) this.addSql(statement)
    for (const statement of GUARDS.flatMap(evidenceTableUp)) this.addSql(statement)
  }

  override down(): void {
    for (const { table } of GUARDS) {
      for (const statement of evidenceTableDown(table)) this.addSql(statement)
    }
    for (const table of ["archive_keep", "archive"]) {
      this.addSql(`DROP TABLE IF EXISTS dk_invoice_${table}`)
    }
  }
}
