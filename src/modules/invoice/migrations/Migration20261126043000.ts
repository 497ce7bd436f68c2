import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableUp } from "../../../shared/evidence-table"

/** What the latest row of keeping says, and never less than the law's five years from the day of issue. */
const KEPT = `(SELECT CASE WHEN s.kind = 'test' THEN i.issued_on::date - 1
    WHEN k.keep_through IS NULL THEN NULL
    ELSE GREATEST(k.keep_through, (i.issued_on::date + interval '5 years')::date) END
  FROM dk_invoice i JOIN dk_invoice_series s ON s.id = i.series_id
  LEFT JOIN LATERAL (SELECT l.keep_through::date AS keep_through FROM dk_invoice_keep l
    WHERE l.invoice_id = i.id ORDER BY l.position DESC LIMIT 1) k ON true
  WHERE i.id = OLD.invoice_id)`

/** A row of keeping that was put in with an earlier day lets nothing go before the law does (bogføringsloven § 12). */
export class Migration20261126043000 extends Migration {
  override up(): void {
    for (const table of ["dk_invoice_document", "dk_invoice_keep", "dk_invoice_delivery_payload"]) {
      for (const statement of evidenceTableUp({ table, keepThrough: KEPT })) this.addSql(statement)
    }
  }

  /** The guards of before need no less than these; they are dropped with their tables. */
  override down(): void {
    return undefined
  }
}
