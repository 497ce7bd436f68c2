import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { VISITED_UNTIL_NOW } from "../engine/account-visits"

/** Nobody noted before when an account was logged in: the accounts there are count as used until now. */
export class Migration20261126180101 extends Migration {
  override up(): void {
    // A database that is made anew may have no customers yet.
    this.addSql(
      `do $seed$ begin if to_regclass('customer') is not null then ${VISITED_UNTIL_NOW}; end if; end $seed$;`
    )
  }

  override down(): void {
    // The months of before cannot be told from those noted since.
  }
}
