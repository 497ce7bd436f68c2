import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`

const OLDER_LAST_USE = `(
  SELECT (max(e.occurred_at) AT TIME ZONE 'Europe/Copenhagen')::date + interval '2 years'
  FROM dk_consent_event e WHERE e.subject_key = OLD.subject_key AND e.purpose = OLD.purpose)`

/** Proof is kept two years after the last event or use of the same purpose and channel, whichever is later. */
const TWO_YEARS_AFTER_LAST_USE = `(
  SELECT (GREATEST(
      (SELECT max(e.occurred_at) FROM dk_consent_event e
       WHERE e.subject_key = OLD.subject_key AND e.purpose = OLD.purpose AND e.channel IS NOT DISTINCT FROM OLD.channel),
      (SELECT max(u.used_at) FROM dk_consent_use u
       WHERE u.subject_key = OLD.subject_key AND u.purpose = OLD.purpose AND u.channel = OLD.channel)
    ) AT TIME ZONE 'Europe/Copenhagen')::date + interval '2 years')`

const USE_KEPT = `((OLD.used_at AT TIME ZONE 'Europe/Copenhagen')::date + interval '2 years')`

const NOTICES = [
  `ALTER TABLE dk_consent_notice DROP CONSTRAINT IF EXISTS dk_consent_notice_kind_check`,
  `ALTER TABLE dk_consent_notice ADD CONSTRAINT dk_consent_notice_kind_check
     CHECK (kind IN ('privacy', 'terms', 'cookies', 'marketing', 'staff'))`,
  `ALTER TABLE dk_consent_notice ADD COLUMN IF NOT EXISTS purpose text NULL, ADD COLUMN IF NOT EXISTS channel text NULL,
     ADD COLUMN IF NOT EXISTS data jsonb NULL, ADD COLUMN IF NOT EXISTS material boolean NOT NULL DEFAULT false`,
  `ALTER TABLE dk_consent_notice ADD CONSTRAINT dk_consent_notice_marketing_check
     CHECK ((kind = 'marketing') = (purpose IS NOT NULL AND channel IS NOT NULL))`,
  `ALTER TABLE dk_consent_notice DROP CONSTRAINT IF EXISTS dk_consent_notice_controller_id_kind_locale_version_key`,
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_consent_notice_version ON dk_consent_notice
     (controller_id, kind, coalesce(purpose, ''), coalesce(channel, ''), locale, version)`,
]

/** What an event is called by, so that the same fact is written once; made of ids that say nothing of a person. */
const EVENTS = [
  ...evidenceTableDown("dk_consent_event"),
  `ALTER TABLE dk_consent_event ADD COLUMN IF NOT EXISTS place text NULL, ADD COLUMN IF NOT EXISTS natural_key text NULL`,
  `UPDATE dk_consent_event SET place = channel, natural_key = concat_ws(':', 'order', coalesce(order_id, id), purpose, '', state)`,
  `ALTER TABLE dk_consent_event ALTER COLUMN channel DROP NOT NULL`,
  `UPDATE dk_consent_event SET channel = NULL`,
  `ALTER TABLE dk_consent_event ALTER COLUMN place SET NOT NULL, ALTER COLUMN natural_key SET NOT NULL`,
  `ALTER TABLE dk_consent_event DROP CONSTRAINT IF EXISTS dk_consent_event_order_id_purpose_state_key`,
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_consent_event_natural_key ON dk_consent_event (controller_id, natural_key)`,
  `CREATE INDEX IF NOT EXISTS dk_consent_event_order ON dk_consent_event (order_id)`,
  `CREATE INDEX IF NOT EXISTS dk_consent_event_purpose ON dk_consent_event (purpose, channel, occurred_at)`,
]

const TABLES = [
  `CREATE TABLE IF NOT EXISTS dk_consent_cart_choice (
    id text PRIMARY KEY, controller_id text NOT NULL, cart_id text NOT NULL, purpose text NOT NULL, channel text NOT NULL,
    state text NOT NULL CHECK (state IN ('given', 'refused')), notice_id text NOT NULL REFERENCES dk_consent_notice (id),
    ${STAMPS}, UNIQUE (cart_id, purpose, channel))`,
  `CREATE TABLE IF NOT EXISTS dk_consent_registration_notice (
    id text PRIMARY KEY, controller_id text NOT NULL, auth_identity_id text NOT NULL,
    notice_id text NOT NULL REFERENCES dk_consent_notice (id), ${STAMPS}, UNIQUE (auth_identity_id, notice_id))`,
  `CREATE TABLE IF NOT EXISTS dk_consent_use (
    id text PRIMARY KEY, controller_id text NOT NULL, subject_key text NOT NULL, purpose text NOT NULL, channel text NOT NULL,
    used_at timestamptz NOT NULL, ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_consent_use_subject ON dk_consent_use (subject_key, purpose, channel, used_at)`,
  `CREATE TABLE IF NOT EXISTS dk_consent_suppression (
    id text PRIMARY KEY, controller_id text NOT NULL, digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    key_id text NOT NULL, ${STAMPS}, UNIQUE (controller_id, digest))`,
  `CREATE TABLE IF NOT EXISTS dk_consent_subscription (
    id text PRIMARY KEY, controller_id text NOT NULL, email text NOT NULL, purpose text NOT NULL, channel text NOT NULL,
    notice_id text NOT NULL REFERENCES dk_consent_notice (id), locale text NOT NULL, expires_at timestamptz NOT NULL,
    outcome text NULL, attempts integer NOT NULL DEFAULT 0, next_attempt_at timestamptz NOT NULL DEFAULT now(),
    claimed_until timestamptz NULL, done_at timestamptz NULL, ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_consent_subscription_email ON dk_consent_subscription (lower(email))`,
  `CREATE INDEX IF NOT EXISTS dk_consent_subscription_due ON dk_consent_subscription (next_attempt_at) WHERE done_at IS NULL`,
]

/** Texts for every purpose, consents beside what was shown, and what makes marketing stop. */
export class Migration20261126130000 extends Migration {
  override up(): void {
    const guards = [
      ...evidenceTableUp({ table: "dk_consent_event", keepThrough: TWO_YEARS_AFTER_LAST_USE }),
      ...evidenceTableUp({ table: "dk_consent_use", keepThrough: USE_KEPT }),
    ]
    for (const statement of [...NOTICES, ...EVENTS, ...TABLES, ...guards]) this.addSql(statement)
  }

  override down(): void {
    for (const table of ["dk_consent_use", "dk_consent_event"]) {
      for (const statement of evidenceTableDown(table)) this.addSql(statement)
    }
    for (const table of [
      "subscription",
      "suppression",
      "use",
      "registration_notice",
      "cart_choice",
    ]) {
      this.addSql(`DROP TABLE IF EXISTS dk_consent_${table}`)
    }
    const older = evidenceTableUp({ table: "dk_consent_event", keepThrough: OLDER_LAST_USE })
    for (const statement of [
      `UPDATE dk_consent_event SET channel = coalesce(channel, place)`,
      `ALTER TABLE dk_consent_event ALTER COLUMN channel SET NOT NULL, DROP COLUMN IF EXISTS natural_key, DROP COLUMN IF EXISTS place`,
      `DROP INDEX IF EXISTS dk_consent_event_order`,
      `DROP INDEX IF EXISTS dk_consent_event_purpose`,
      ...older,
      `ALTER TABLE dk_consent_notice DROP CONSTRAINT IF EXISTS dk_consent_notice_marketing_check, DROP COLUMN IF EXISTS purpose,
        DROP COLUMN IF EXISTS channel, DROP COLUMN IF EXISTS data, DROP COLUMN IF EXISTS material`,
    ]) {
      this.addSql(statement)
    }
  }
}
