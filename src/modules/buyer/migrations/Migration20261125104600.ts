import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLES = ["dk_buyer", "dk_buyer_place"]

/** Deleted rows, which are few: the other indexes hold live rows only, and an erasure means both. */
export class Migration20261125104600 extends Migration {
  override up(): void {
    for (const table of TABLES) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS ${table}_deleted ON ${table} (deleted_at) WHERE deleted_at IS NOT NULL`
      )
    }
  }

  override down(): void {
    for (const table of TABLES) this.addSql(`DROP INDEX IF EXISTS ${table}_deleted`)
  }
}
