import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const BEFORE = ["cpr_asked", "cpr_confirmed", "cpr_masked", "card_refused", "card_code_refused"]

const OUTCOMES = "dk_access_input_count_outcome_check"

const allow = (outcomes: readonly string[]): string =>
  `ALTER TABLE dk_access_input_count DROP CONSTRAINT IF EXISTS ${OUTCOMES},
    ADD CONSTRAINT ${OUTCOMES} CHECK (outcome IN (${outcomes.map((outcome) => `'${outcome}'`).join(", ")}));`

/** In a report of a breach card numbers are masked; that is counted too. */
export class Migration20261126214000 extends Migration {
  override up(): void {
    this.addSql(allow([...BEFORE, "card_masked"]))
  }

  override down(): void {
    this.addSql("DELETE FROM dk_access_input_count WHERE outcome = 'card_masked';")
    this.addSql(allow(BEFORE))
  }
}
