import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`

const TABLES = [
  `CREATE TABLE IF NOT EXISTS dk_consent_notice (
    id text PRIMARY KEY, controller_id text NOT NULL, kind text NOT NULL CHECK (kind IN ('privacy')),
    locale text NOT NULL, version integer NOT NULL CHECK (version > 0), body text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'), effective_from timestamptz NULL,
    published_at timestamptz NULL, ${STAMPS},
    CHECK ((published_at IS NULL) = (effective_from IS NULL)),
    UNIQUE (controller_id, kind, locale, version))`,
  `CREATE TABLE IF NOT EXISTS dk_consent_subject (
    id text PRIMARY KEY, controller_id text NOT NULL, customer_id text NULL, email text NULL, ${STAMPS},
    CHECK (num_nonnulls(customer_id, email) = 1))`,
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_consent_subject_customer ON dk_consent_subject (controller_id, customer_id)`,
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_consent_subject_email ON dk_consent_subject (controller_id, email)`,
  `CREATE TABLE IF NOT EXISTS dk_consent_event (
    id text PRIMARY KEY, controller_id text NOT NULL, subject_key text NOT NULL, purpose text NOT NULL,
    channel text NOT NULL,
    state text NOT NULL CHECK (state IN ('shown', 'given', 'refused', 'withdrawn', 'objected', 'superseded')),
    source text NOT NULL CHECK (source IN ('asserted', 'assumed', 'sent', 'claimed')),
    notice_id text NULL REFERENCES dk_consent_notice (id), notice_sha256 text NULL, order_id text NULL,
    occurred_at timestamptz NOT NULL, ${STAMPS},
    UNIQUE (order_id, purpose, state))`,
  `CREATE INDEX IF NOT EXISTS dk_consent_event_subject ON dk_consent_event (subject_key, purpose, occurred_at)`,
  `CREATE TABLE IF NOT EXISTS dk_consent_cart_notice (
    id text PRIMARY KEY, controller_id text NOT NULL, cart_id text NOT NULL,
    notice_id text NOT NULL REFERENCES dk_consent_notice (id), ${STAMPS},
    UNIQUE (cart_id, notice_id))`,
]

/** Evidence of a purpose is kept two years after its last use, that is the subject's latest event of it. */
const TWO_YEARS_AFTER_LAST_USE = `(
  SELECT (max(e.occurred_at) AT TIME ZONE 'Europe/Copenhagen')::date + interval '2 years'
  FROM dk_consent_event e WHERE e.subject_key = OLD.subject_key AND e.purpose = OLD.purpose)`

/** Evidence points at published texts, so they stay what they were. */
const NOTICE_GUARD = [
  `CREATE OR REPLACE FUNCTION dk_consent_notice_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'dk_consent_notice: a published notice is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;`,
  `CREATE TRIGGER dk_consent_notice_guard BEFORE UPDATE OR DELETE ON dk_consent_notice FOR EACH ROW EXECUTE FUNCTION dk_consent_notice_guard();`,
]

export class Migration20261124160500 extends Migration {
  override up(): void {
    const guard = evidenceTableUp({
      table: "dk_consent_event",
      keepThrough: TWO_YEARS_AFTER_LAST_USE,
    })
    for (const statement of [...TABLES, ...NOTICE_GUARD, ...guard]) this.addSql(statement)
  }

  override down(): void {
    for (const statement of evidenceTableDown("dk_consent_event")) this.addSql(statement)
    for (const table of ["cart_notice", "event", "subject", "notice"]) {
      this.addSql(`DROP TABLE IF EXISTS dk_consent_${table}`)
    }
    this.addSql(`DROP FUNCTION IF EXISTS dk_consent_notice_guard()`)
  }
}
