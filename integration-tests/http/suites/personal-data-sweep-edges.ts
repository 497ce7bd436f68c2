import { Modules } from "@medusajs/framework/utils"
import { VISITED_UNTIL_NOW } from "../../../src/modules/personal-data/engine/account-visits"
import { startSweep } from "../../../src/modules/personal-data/engine/sweep/sweep-row"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import { resumeSweep } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { guestLeaves } from "../helpers/guests"
import { register } from "../helpers/shop"
import { afterMonths, byHand, sweepAt } from "../helpers/sweeps"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  describe("a sweep", () => {
    it("that was killed while it held carts takes them again, and lets go of those it does not need any more", async () => {
      const database = suite.database()
      const old = await guestLeaves(suite, "zqheld@kunde.example", { last_name: "zqheldlast" })
      await suite.settle()
      for (const table of ["cart", "cart_line_item", "cart_address"]) {
        await database.raw("UPDATE ?? SET created_at = created_at - interval '100 days'", [table])
      }
      const young = await guestLeaves(suite, "zqyoung@kunde.example", { last_name: "zqyounglast" })
      const { id } = await startSweep(database, { startedBy: null, now: new Date() })
      const locking = suite.container().resolve(Modules.LOCKING)
      // As a provider that knows no time has them.
      await locking.acquire([old, young], { ownerId: `dk-erasure-${id}` })
      await resumeSweep(suite.container())
      expect(await tablesHolding(database, "zqheld@")).not.toContain("cart")
      expect(await tablesHolding(database, "zqyoung@")).toContain("cart")
      await locking.acquire([old, young], { ownerId: "zq-checkout" })
      await locking.release([old, young], { ownerId: "zq-checkout" })
    })

    it("leaves the address of a cart that another cart uses too, until the last of them goes", async () => {
      const database = suite.database()
      const old = await guestLeaves(suite, "zqtwoold@kunde.example", { last_name: "zqtwolast" })
      const young = await guestLeaves(suite, "zqtwonew@kunde.example", {
        last_name: "zqtwonewlast",
      })
      await suite.settle()
      await byHand(
        suite,
        `UPDATE cart SET (shipping_address_id, billing_address_id) = (SELECT shipping_address_id, billing_address_id FROM cart WHERE id = '${old}') WHERE id = '${young}'`,
        `UPDATE cart SET created_at = created_at - interval '100 days' WHERE id = '${old}'`,
        `UPDATE cart_line_item SET created_at = created_at - interval '100 days' WHERE cart_id = '${old}'`,
        `UPDATE cart_address SET created_at = created_at - interval '100 days' WHERE last_name = 'zqtwolast'`
      )
      const now = new Date()
      expect((await sweepAt(suite, now)).report.abandoned_cart).toMatchObject({
        ...{ erased: 1, parked: 0 },
      })
      expect(await tablesHolding(database, "zqtwoold@")).not.toContain("cart")
      expect(await tablesHolding(database, "zqtwolast")).toEqual(["cart_address"])
      expect((await sweepAt(suite, now)).report).not.toHaveProperty("abandoned_cart")
      expect((await sweepAt(suite, afterMonths(0, 93))).report.abandoned_cart).toMatchObject({
        ...{ erased: 1, parked: 0 },
      })
      expect(await tablesHolding(database, "zqtwo")).toEqual([])
    })

    it("counts an account of before the update as used in the month of the update", async () => {
      const database = suite.database()
      const account = await register(suite, { email: "zqlong@kunde.example", last_name: "zqlong" })
      await suite.settle()
      await byHand(
        suite,
        "UPDATE customer SET created_at = created_at - interval '5 years'",
        "DELETE FROM dk_personal_data_account_visit"
      )
      const visits = () =>
        selectRows(database, "SELECT id, month FROM dk_personal_data_account_visit")
      await database.raw(VISITED_UNTIL_NOW)
      await database.raw(VISITED_UNTIL_NOW)
      const month = copenhagenDay(new Date()).slice(0, 7)
      expect(await visits()).toEqual([{ id: account.customerId, month }])
      expect((await sweepAt(suite, afterMonths(23))).report).not.toHaveProperty("inactive_account")
      expect((await sweepAt(suite, afterMonths(26))).report.inactive_account).toMatchObject({
        erased: 1,
      })
    })
  })
}
