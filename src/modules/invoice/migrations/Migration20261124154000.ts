import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"
import type { EvidenceTable } from "../../../shared/evidence-table"

const DAY = `~ '^\\d{4}-\\d{2}-\\d{2}$'`
const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`

const TABLES = [
  `CREATE TABLE IF NOT EXISTS dk_invoice_series (
    id text PRIMARY KEY, controller_id text NOT NULL, kind text NOT NULL CHECK (kind IN ('test', 'live')),
    prefix text NOT NULL, next_number integer NOT NULL CHECK (next_number > 0), starts_at timestamptz NOT NULL, ${STAMPS},
    UNIQUE (controller_id, kind))`,
  `CREATE TABLE IF NOT EXISTS dk_invoice (
    id text PRIMARY KEY, controller_id text NOT NULL, series_id text NOT NULL REFERENCES dk_invoice_series (id),
    number integer NOT NULL CHECK (number > 0), kind text NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
    issued_on text NOT NULL CHECK (issued_on ${DAY}),
    digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'), previous_digest text NULL, ${STAMPS},
    UNIQUE (series_id, number))`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_document (
    id text PRIMARY KEY, controller_id text NOT NULL, invoice_id text NOT NULL UNIQUE REFERENCES dk_invoice (id),
    order_id text NOT NULL, amends text NULL REFERENCES dk_invoice (id), content text NOT NULL, ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_document_order ON dk_invoice_document (order_id)`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_keep (
    id text PRIMARY KEY, controller_id text NOT NULL, invoice_id text NOT NULL REFERENCES dk_invoice (id),
    position integer NOT NULL, keep_through text NULL CHECK (keep_through ${DAY}),
    cause text NOT NULL, decided_by text NOT NULL, ${STAMPS},
    UNIQUE (invoice_id, position))`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_cause (
    id text PRIMARY KEY, controller_id text NOT NULL, series_id text NOT NULL REFERENCES dk_invoice_series (id),
    order_id text NOT NULL, cause text NOT NULL, issued_on text NOT NULL CHECK (issued_on ${DAY}), ${STAMPS},
    UNIQUE (order_id, cause))`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_financial_year (
    id text PRIMARY KEY, controller_id text NOT NULL, starts_on text NOT NULL CHECK (starts_on ${DAY}),
    ends_on text NOT NULL CHECK (ends_on ${DAY} AND ends_on > starts_on), ${STAMPS},
    UNIQUE (controller_id, starts_on))`,
]

/** The first series: orders from before the installation are not invoiced by the plugin. */
const FIRST_SERIES = `INSERT INTO dk_invoice_series (id, controller_id, kind, prefix, next_number, starts_at)
  VALUES ('dkiser_default_test', 'default', 'test', 'TEST-', 1, now()) ON CONFLICT DO NOTHING`

/** Rows of the test series may go from the day they were issued; those of a live one as `live` says. */
const seriesDate = (series: string, issuedOn: string, live: string): string =>
  `CASE WHEN (SELECT kind FROM dk_invoice_series WHERE id = ${series}) = 'test' THEN ${issuedOn}::date - 1 ELSE ${live} END`

const NEVER = `NULL::date`
const STUB = (column: string): string =>
  `(SELECT ${column} FROM dk_invoice WHERE id = OLD.invoice_id)`
const LATEST_KEEP = `(SELECT k.keep_through::date FROM dk_invoice_keep k WHERE k.invoice_id = OLD.invoice_id ORDER BY k.position DESC LIMIT 1)`
const KEPT = seriesDate(STUB("series_id"), STUB("issued_on"), LATEST_KEEP)

const GUARDS: EvidenceTable[] = [
  { table: "dk_invoice", keepThrough: seriesDate("OLD.series_id", "OLD.issued_on", NEVER) },
  { table: "dk_invoice_document", keepThrough: KEPT },
  { table: "dk_invoice_keep", keepThrough: KEPT },
  { table: "dk_invoice_cause", keepThrough: seriesDate("OLD.series_id", "OLD.issued_on", NEVER) },
]

/** A series stays what it was: its kind decides whether its documents may be deleted. */
const SERIES_GUARD = [
  `CREATE OR REPLACE FUNCTION dk_invoice_series_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> OLD.kind OR NEW.controller_id <> OLD.controller_id OR NEW.next_number < OLD.next_number THEN
    RAISE EXCEPTION 'dk_invoice_series keeps its kind, and its numbers only grow' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;`,
  `CREATE TRIGGER dk_invoice_series_guard BEFORE UPDATE ON dk_invoice_series FOR EACH ROW EXECUTE FUNCTION dk_invoice_series_guard();`,
]

export class Migration20261124154000 extends Migration {
  override up(): void {
    for (const statement of [...TABLES, FIRST_SERIES]) this.addSql(statement)
    for (const statement of GUARDS.flatMap(evidenceTableUp)) this.addSql(statement)
    for (const statement of SERIES_GUARD) this.addSql(statement)
  }

  override down(): void {
    for (const { table } of GUARDS) {
      for (const statement of evidenceTableDown(table)) this.addSql(statement)
    }
    for (const table of ["cause", "keep", "document"]) {
      this.addSql(`DROP TABLE IF EXISTS dk_invoice_${table}`)
    }
    for (const table of ["dk_invoice", "dk_invoice_series", "dk_invoice_financial_year"]) {
      this.addSql(`DROP TABLE IF EXISTS ${table}`)
    }
    this.addSql(`DROP FUNCTION IF EXISTS dk_invoice_series_guard()`)
  }
}
