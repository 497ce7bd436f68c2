import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableDown, evidenceTableUp } from "../../../shared/evidence-table"

const STAMPS = `created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz NULL`
const FORMAT = `CHECK (format IN ('peppol', 'oioubl'))`

const TABLES = [
  `CREATE TABLE IF NOT EXISTS dk_invoice_announcement (
    id text PRIMARY KEY, controller_id text NOT NULL, invoice_id text NOT NULL UNIQUE, ${STAMPS})`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_delivery (
    id text PRIMARY KEY, controller_id text NOT NULL, invoice_id text NOT NULL REFERENCES dk_invoice (id), order_id text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('einvoice', 'email')),
    recipient text NOT NULL CHECK (recipient IN ('receiver', 'order', 'typed')),
    way text NOT NULL, format text NULL ${FORMAT},
    state text NOT NULL DEFAULT 'queued'
      CHECK (state IN ('not_sent', 'queued', 'delivered', 'failed', 'no_route', 'uncertain')),
    problems jsonb NOT NULL DEFAULT '[]', note text NULL, asked_by text NOT NULL, settled_by text NULL,
    began_at timestamptz NULL, outcome text NULL, attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(), claimed_until timestamptz NULL, done_at timestamptz NULL, ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_delivery_invoice ON dk_invoice_delivery (invoice_id)`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_delivery_order ON dk_invoice_delivery (order_id)`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_delivery_due ON dk_invoice_delivery (next_attempt_at) WHERE done_at IS NULL`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_delivery_left ON dk_invoice_delivery (created_at)
    WHERE state IN ('not_sent', 'failed', 'no_route', 'uncertain')`,
  // However many ask at once, an e-invoice is under way once.
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_invoice_delivery_once ON dk_invoice_delivery (invoice_id)
    WHERE channel = 'einvoice' AND state IN ('not_sent', 'queued', 'uncertain', 'delivered')`,
  `CREATE UNIQUE INDEX IF NOT EXISTS dk_invoice_delivery_by_itself ON dk_invoice_delivery (invoice_id, channel)
    WHERE asked_by = 'system'`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_delivery_payload (
    id text PRIMARY KEY, controller_id text NOT NULL, delivery_id text NOT NULL UNIQUE, invoice_id text NOT NULL,
    order_id text NOT NULL, format text NOT NULL ${FORMAT}, content text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'), ${STAMPS})`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_delivery_payload_invoice ON dk_invoice_delivery_payload (invoice_id)`,
  `CREATE INDEX IF NOT EXISTS dk_invoice_delivery_payload_order ON dk_invoice_delivery_payload (order_id)`,
  `CREATE TABLE IF NOT EXISTS dk_invoice_receiver (
    id text PRIMARY KEY, participant text NOT NULL UNIQUE, name text NULL, takes_peppol boolean NOT NULL,
    takes_oioubl boolean NOT NULL, looked_up_at timestamptz NOT NULL, ${STAMPS})`,
]

/** As long as the document itself: rows of the test series may go from the day they were issued. */
const KEPT_WITH_DOCUMENT = `(SELECT CASE WHEN s.kind = 'test' THEN i.issued_on::date - 1 ELSE (
    SELECT k.keep_through::date FROM dk_invoice_keep k WHERE k.invoice_id = i.id ORDER BY k.position DESC LIMIT 1) END
  FROM dk_invoice i JOIN dk_invoice_series s ON s.id = i.series_id WHERE i.id = OLD.invoice_id)`

const PAYLOAD = "dk_invoice_delivery_payload"

/** How documents reach their buyers: what waits, what was sent, and the bytes of it. */
export class Migration20261126030000 extends Migration {
  override up(): void {
    const guard = evidenceTableUp({ table: PAYLOAD, keepThrough: KEPT_WITH_DOCUMENT })
    for (const statement of [...TABLES, ...guard]) this.addSql(statement)
  }

  override down(): void {
    for (const statement of evidenceTableDown(PAYLOAD)) this.addSql(statement)
    for (const table of ["receiver", "delivery_payload", "delivery", "announcement"]) {
      this.addSql(`DROP TABLE IF EXISTS dk_invoice_${table}`)
    }
  }
}
