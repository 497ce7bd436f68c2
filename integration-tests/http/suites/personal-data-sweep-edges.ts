import { Modules } from "@medusajs/framework/utils"
import { registerPersonalData } from "../../../src/modules/personal-data"
import { VISITED_UNTIL_NOW } from "../../../src/modules/personal-data/engine/account-visits"
import { releaseRestrictions } from "../../../src/modules/personal-data/engine/release-restrictions"
import { startSweep } from "../../../src/modules/personal-data/engine/sweep/sweep-row"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import { finishErasures, resumeSweep } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { copyId, copyOrder } from "../helpers/copies"
import { restoreModes, setModes } from "../helpers/external-invoices"
import { guestLeaves } from "../helpers/guests"
import { forgetRegistrations } from "../helpers/registry"
import { register, staff } from "../helpers/shop"
import { afterMonths, byHand, soldToGuest, sweepAt, sweepOptions } from "../helpers/sweeps"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  forgetRegistrations()
  afterEach(() => {
    restoreModes(suite)
  })

  describe("a sweep", () => {
    it("leaves the company's number and name on an order without invoice until its day", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      setModes(suite, [{ mode: "off" }])
      const orderId = await soldToGuest(suite, headers, "zqfirm", { isInvoiced: false })
      const buyer = (id: string, column: string, of: string) =>
        `INSERT INTO dk_buyer (id, ${column}, type, cvr, vat_id, company_name, person_reference, register_status)
         SELECT '${id}', ${of}, 'business', '10150817', 'DK10150817', 'zqfirm', 'zqfirmperson', 'unverified' FROM order_cart WHERE order_id = '${orderId}'`
      await byHand(
        suite,
        "DELETE FROM dk_buyer",
        // Nothing is invoiced here, so nothing waits for its invoice.
        "DELETE FROM dk_invoice_series",
        buyer("dkbuy_zqorder", "order_id", "order_id"),
        buyer("dkbuy_zqcart", "cart_id", "cart_id")
      )
      const buyers = () =>
        selectRows(
          database,
          "SELECT cvr, vat_id, company_name, person_reference FROM dk_buyer ORDER BY id"
        )
      const kept = { cvr: "10150817", vat_id: "DK10150817", company_name: "zqfirm" }
      expect((await sweepAt(suite, afterMonths(24, 3))).report.order_contact).toEqual({
        ...{ erased: 1, waiting: {}, parked: 0 },
      })
      expect(await buyers()).toEqual([
        { ...kept, person_reference: null },
        { ...kept, person_reference: null },
      ])
      await byHand(
        suite,
        `UPDATE "order" SET created_at = created_at - interval '7 years'`,
        "UPDATE order_transaction SET created_at = created_at - interval '7 years'"
      )
      await finishErasures(suite.container())
      const gone = { cvr: null, vat_id: null, company_name: null, person_reference: null }
      expect(await buyers()).toEqual([gone, gone])
    })

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

    it("keeps mails to the buyer of a held order, though they do not name it", async () => {
      const headers = await staff(suite)
      const orderId = await soldToGuest(suite, headers, "zqdispute")
      await byHand(
        suite,
        "DELETE FROM notification",
        ...["zqdispute", "zqstranger"].map(
          (name) =>
            `INSERT INTO notification (id, "to", channel, template, data) VALUES ('noti_${name}', '${name}@kunde.example', 'email', 'x', '{}')`
        )
      )
      await suite.call("POST", "/admin/privacy/holds", {
        headers,
        body: { order_id: orderId, kind: "dispute", reason: "Klage over en vare" },
      })
      expect((await sweepAt(suite, afterMonths(12, 3))).report.notification).toEqual({
        ...{ erased: 1, waiting: { dispute: 1 }, parked: 0 },
      })
      expect(await selectRows(suite.database(), "SELECT id FROM notification")).toEqual([
        { id: "noti_zqdispute" },
      ])
    })

    it("does not wait for an erasure that was only proposed", async () => {
      await guestLeaves(suite, "zqproposed@kunde.example", { last_name: "zqproposedlast" })
      await suite.settle()
      await byHand(
        suite,
        `INSERT INTO dk_personal_data_erasure (id, status, source, email)
         VALUES ('dkera_zq', 'proposed', 'customer_deleted', 'zqproposed@kunde.example')`
      )
      expect((await sweepAt(suite, afterMonths(0, 92))).report.abandoned_cart).toEqual({
        ...{ erased: 1, waiting: {}, parked: 0 },
      })
    })

    it("takes a login that became no account, and does not take it for somebody who uses the e-mail", async () => {
      const database = suite.database()
      const login = (email: string) =>
        suite.call("POST", "/auth/customer/emailpass/register", {
          body: { email, password: "hemmeligt-1" },
        })
      expect((await login("zqlogin@kunde.example")).status).toBe(200)
      await guestLeaves(suite, "zqmailbox@kunde.example", { last_name: "zqmailboxlast" })
      expect((await login("zqmailbox@kunde.example")).status).toBe(200)
      await suite.settle()
      const logins = () => tablesHolding(database, "zqlogin@")
      expect((await sweepAt(suite, afterMonths(0, 89))).report).toEqual({})
      expect(await logins()).toEqual(["provider_identity"])
      await byHand(
        suite,
        "UPDATE auth_identity SET created_at = created_at - interval '2 days'",
        "UPDATE cart SET created_at = created_at - interval '100 days'",
        "UPDATE cart_line_item SET created_at = created_at - interval '100 days'",
        "UPDATE cart_address SET created_at = created_at - interval '100 days'"
      )
      // With the cart and the guest, or by its own term.
      await sweepAt(suite, new Date())
      await sweepAt(suite, afterMonths(0, 93))
      expect(await tablesHolding(database, "zqmailbox@")).toEqual([])
      expect(await logins()).toEqual([])
      expect((await sweepAt(suite, afterMonths(0, 94))).report).toEqual({})
    })
  })

  describe("orders that one sweep left for bookkeeping", () => {
    it("go on their day though the store keeps one of them", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const base = await soldToGuest(suite, headers, "zqveto")
      await sweepAt(suite, afterMonths(24, 3))
      await copyOrder(suite, base, {
        ...{ count: 5, mark: "zqv", email: "'zqv' || n || '@kunde.example'" },
        last_name: "'zqvlast' || n",
      })
      expect((await sweepAt(suite, afterMonths(24, 3))).report).toMatchObject({
        order_contact: { erased: 5 },
      })
      await byHand(
        suite,
        `UPDATE "order" SET created_at = created_at - interval '7 years'`,
        "UPDATE order_transaction SET created_at = created_at - interval '7 years'"
      )
      const wanted = copyId(base, "zqv", 2)
      registerPersonalData({
        veto: {
          name: "zq-store",
          ask: ({ keys }) => Promise.resolve(keys.order.includes(wanted) ? "open_lawsuit" : null),
        },
      })
      expect(await releaseRestrictions(database, sweepOptions(new Date()))).toBe(4)
      const names = await selectRows(
        database,
        "SELECT last_name FROM order_address WHERE last_name LIKE 'zqvlast%' GROUP BY 1"
      )
      expect(names).toEqual([{ last_name: "zqvlast2" }])
    })
  })
}
