import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A number that is taken without its digest would break the chain for ever: an older version may still run beside this one. */
const GUARD = `CREATE OR REPLACE FUNCTION dk_invoice_series_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> OLD.kind OR NEW.controller_id <> OLD.controller_id OR NEW.next_number < OLD.next_number THEN
    RAISE EXCEPTION 'dk_invoice_series keeps its kind, and its numbers only grow' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.next_number > OLD.next_number AND NEW.last_digest IS NOT DISTINCT FROM OLD.last_digest THEN
    RAISE EXCEPTION 'dk_invoice_series takes a number with its digest' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;`

/** The digest that the next number names stands on the row that gives the number: one lock, one look. */
export class Migration20261126060000 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE dk_invoice_series
      ADD COLUMN IF NOT EXISTS last_digest text NULL CHECK (last_digest ~ '^[0-9a-f]{64}$')`)
    this.addSql(`UPDATE dk_invoice_series s SET last_digest =
      (SELECT i.digest FROM dk_invoice i WHERE i.series_id = s.id ORDER BY i.number DESC LIMIT 1)`)
    this.addSql(GUARD)
  }

  override down(): void {
    this.addSql(`ALTER TABLE dk_invoice_series DROP COLUMN IF EXISTS last_digest`)
  }
}
