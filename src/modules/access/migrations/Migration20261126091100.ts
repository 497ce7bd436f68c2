import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`
const day = (column: string): string => `CHECK (${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`

const TABLES = [
  `CREATE TABLE IF NOT EXISTS dk_access_input_count (
    id text PRIMARY KEY, day text NOT NULL ${day("day")},
    outcome text NOT NULL CHECK (outcome IN ('cpr_asked', 'cpr_confirmed', 'cpr_masked', 'card_refused', 'card_code_refused')),
    count integer NOT NULL CHECK (count > 0), ${STAMPS},
    UNIQUE (day, outcome))`,
  `CREATE TABLE IF NOT EXISTS dk_access_finding (
    id text PRIMARY KEY, table_name text NOT NULL, column_name text NOT NULL, row_id text NOT NULL, path text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cpr', 'card')), masked text NULL CHECK (masked ~ '^[0-9]{6}-[*]{4}$'),
    state text NOT NULL CHECK (state IN ('open', 'dismissed', 'resolved')), found_at timestamptz NOT NULL,
    changed_by text NULL, changed_at timestamptz NULL, digest text NULL, ${STAMPS},
    CHECK (state <> 'resolved' OR masked IS NULL),
    CHECK ((digest IS NOT NULL) = (state = 'dismissed')))`,
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_access_finding_place ON dk_access_finding
    (table_name, row_id, column_name, path, kind, coalesce(masked, '')) WHERE state <> 'resolved'`,
  `CREATE INDEX IF NOT EXISTS dk_access_finding_list ON dk_access_finding (state, found_at)`,
  `CREATE TABLE IF NOT EXISTS dk_access_scan (
    id text PRIMARY KEY, table_name text NOT NULL, after_id text NOT NULL, rows integer NOT NULL,
    started_at timestamptz NOT NULL, finished_at timestamptz NULL, ${STAMPS})`,
  `CREATE TABLE IF NOT EXISTS dk_access_staff_check (
    id text PRIMARY KEY, user_id text NULL, employee_reference text NULL,
    kind text NOT NULL CHECK (kind IN ('private_certificate', 'childrens_certificate')),
    reason text NOT NULL CHECK (reason IN ('handles_money', 'customer_data', 'delivers_at_homes', 'works_with_children', 'keys_and_alarms')),
    seen_by text NOT NULL, seen_on text NOT NULL ${day("seen_on")}, next_due text NOT NULL ${day("next_due")},
    completed boolean NOT NULL, left_on text NULL ${day("left_on")}, ${STAMPS},
    CHECK (num_nonnulls(user_id, employee_reference) = 1), CHECK (next_due > seen_on))`,
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_access_staff_check_user ON dk_access_staff_check (user_id, kind) WHERE left_on IS NULL`,
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_access_staff_check_employee ON dk_access_staff_check (employee_reference, kind) WHERE left_on IS NULL`,
]

/** What the input guard did, findings of the scan of old data, and staff checks. */
export class Migration20261126091100 extends Migration {
  override up(): void {
    for (const sql of TABLES) this.addSql(`${sql};`)
  }

  override down(): void {
    for (const table of ["staff_check", "scan", "finding", "input_count"]) {
      this.addSql(`DROP TABLE IF EXISTS dk_access_${table} CASCADE;`)
    }
  }
}
