import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const LETTER = "dk_subject_request_letter"

/** What proves a letter that has left: to whose request, about what, which text, when and by whom. */
const PROOF = ["request_id", "event_id", "template", "digest", "sent_at", "sent_by"]

const rowOf = (version: "NEW" | "OLD"): string =>
  PROOF.map((column) => `${version}.${column}`).join(", ")

/** As long as the timeline that it tells of; never while the case is open. */
const GUARD = `CREATE OR REPLACE FUNCTION ${LETTER}_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE keep_through date;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.sent_at IS NOT NULL AND (${rowOf("NEW")}) IS DISTINCT FROM (${rowOf("OLD")}) THEN
      RAISE EXCEPTION '% is evidence: a letter that has left is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  SELECT ((r.ended_at AT TIME ZONE 'Europe/Copenhagen')::date + interval '3 years')::date INTO keep_through
    FROM dk_subject_request r WHERE r.id = OLD.request_id;
  IF keep_through IS NULL OR (now() AT TIME ZONE 'Europe/Copenhagen')::date <= keep_through THEN
    RAISE EXCEPTION '% is evidence: the row is kept', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;`

/** A letter changes until it has left; then it is evidence that the person was told. */
export class Migration20261126211500 extends Migration {
  override up(): void {
    this.addSql(GUARD)
    this.addSql(`DROP TRIGGER IF EXISTS ${LETTER}_guard ON ${LETTER};`)
    this.addSql(
      `CREATE TRIGGER ${LETTER}_guard BEFORE UPDATE OR DELETE ON ${LETTER} FOR EACH ROW EXECUTE FUNCTION ${LETTER}_guard();`
    )
  }

  override down(): void {
    this.addSql(`DROP TRIGGER IF EXISTS ${LETTER}_guard ON ${LETTER};`)
    this.addSql(`DROP FUNCTION IF EXISTS ${LETTER}_guard();`)
  }
}
