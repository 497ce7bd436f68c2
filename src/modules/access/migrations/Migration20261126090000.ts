import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`

const TABLES = [
  `CREATE TABLE IF NOT EXISTS dk_access_role (
    id text PRIMARY KEY, controller_id text NOT NULL, user_id text NOT NULL,
    role text NULL CHECK (role IN ('owner', 'customer_service', 'bookkeeper', 'warehouse')),
    given_by text NOT NULL, ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_access_role_user ON dk_access_role (user_id, created_at DESC, id DESC)`,
  `CREATE TABLE IF NOT EXISTS dk_access_event (
    id text PRIMARY KEY, controller_id text NOT NULL,
    actor_type text NOT NULL CHECK (actor_type IN ('user', 'api-key')), actor_id text NOT NULL, role text NULL,
    route text NOT NULL, purpose text NOT NULL, subject_ids text[] NOT NULL, count integer NOT NULL CHECK (count > 0),
    read_at timestamptz NOT NULL, ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_access_event_subjects ON dk_access_event USING gin (subject_ids)`,
  `CREATE INDEX IF NOT EXISTS dk_access_event_actor ON dk_access_event (actor_id, read_at DESC)`,
  `CREATE INDEX IF NOT EXISTS dk_access_event_read ON dk_access_event (read_at DESC)`,
]

/** A role that no longer counts is kept a year more, as long as what was read with it is logged. */
const ROLE_KEPT = `(
  SELECT (min(r.created_at) AT TIME ZONE 'Europe/Copenhagen')::date + interval '12 months'
  FROM dk_access_role r WHERE r.user_id = OLD.user_id AND (r.created_at, r.id) > (OLD.created_at, OLD.id))`

const EVENT_KEPT = `(OLD.read_at AT TIME ZONE 'Europe/Copenhagen')::date + interval '12 months'`

export class Migration20261126090000 extends Migration {
  override up(): void {
    const guards = [
      ...evidenceTableUp({ table: "dk_access_role", keepThrough: ROLE_KEPT }),
      ...evidenceTableUp({ table: "dk_access_event", keepThrough: EVENT_KEPT }),
    ]
    for (const statement of [...TABLES, ...guards]) this.addSql(statement)
  }

  override down(): void {
    for (const table of ["dk_access_event", "dk_access_role"]) {
      for (const statement of evidenceTableDown(table)) this.addSql(statement)
      this.addSql(`DROP TABLE IF EXISTS ${table}`)
    }
  }
}
