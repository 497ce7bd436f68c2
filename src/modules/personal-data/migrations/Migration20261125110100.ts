import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLE = "dk_personal_data_ledger"

/** An erasure that is asked for again writes down what has come since: a row for each time. */
export class Migration20261125110100 extends Migration {
  override up(): void {
    this.addSql(`alter table "${TABLE}" drop constraint if exists "${TABLE}_erasure";`)
    this.addSql(`create index if not exists "IDX_${TABLE}_erasure" on "${TABLE}" ("erasure_id");`)
  }

  /** The old constraint does not come back: rows of evidence that break it cannot be removed. */
  override down(): void {
    this.addSql(`drop index if exists "IDX_${TABLE}_erasure";`)
  }
}
