import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { evidenceTableUp } from "../../../shared/evidence-table"

/** What the latest row of keeping says, and never less than the law's five years from the document's day. */
const kept = (dates: string, of: string, day: string): string =>
  `(SELECT GREATEST(k.keep_through::date, (OLD.${day}::date + interval '5 years')::date)
  FROM ${dates} k WHERE k.${of} = OLD.id AND k.keep_through IS NOT NULL
    AND k.position = (SELECT max(l.position) FROM ${dates} l WHERE l.${of} = OLD.id))`

/** External numbers and archive copies, like sealed documents, stay as long as the law asks whatever a row says. */
export class Migration20261126060100 extends Migration {
  override up(): void {
    const guards = [
      {
        table: "dk_invoice_external",
        keepThrough: kept("dk_invoice_external_keep", "external_id", "issued_on"),
      },
      {
        table: "dk_invoice_archive",
        keepThrough: kept("dk_invoice_archive_keep", "archive_id", "concerns_on"),
      },
    ]
    for (const statement of guards.flatMap(evidenceTableUp)) this.addSql(statement)
  }

  /** The guards of before need no less than these; they are dropped with their tables. */
  override down(): void {
    return undefined
  }
}
