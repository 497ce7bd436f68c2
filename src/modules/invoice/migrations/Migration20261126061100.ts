import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A month is read by its days, however long the series is. */
export class Migration20261126061100 extends Migration {
  override up(): void {
    this.addSql(`CREATE INDEX IF NOT EXISTS dk_invoice_issued_on ON dk_invoice (issued_on)`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS dk_invoice_payment_received_on ON dk_invoice_payment_received (received_on)`
    )
  }

  override down(): void {
    this.addSql(`DROP INDEX IF EXISTS dk_invoice_payment_received_on`)
    this.addSql(`DROP INDEX IF EXISTS dk_invoice_issued_on`)
  }
}
