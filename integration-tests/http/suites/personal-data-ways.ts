import { Modules } from "@medusajs/framework/utils"
import { resolveSubject } from "../../../src/modules/personal-data/engine/resolve"
import { tablesHolding } from "../helpers/canary"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { ADDRESS, createCart, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  const { erase } = erasuresOf(suite)

  describe("the ways a person is found", () => {
    it("lead to logins of any provider, budgets, payment accounts and replaced addresses, whichever row is asked for", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const guestOrder = await guestBuys(suite, "ZqWays@kunde.example", {
        last_name: "Zqwayslast",
        address_1: "zqwaysguest",
      })
      const { account, orderId } = await buyOnce(suite, "zqways")
      const id = account.customerId
      await suite
        .container()
        .resolve(Modules.AUTH)
        .createAuthIdentities([
          {
            app_metadata: { customer_id: id },
            provider_identities: [
              { provider: "google", entity_id: "1234567", user_metadata: { name: "zqwaysgoogle" } },
            ],
          },
        ])
      await database.raw(
        `INSERT INTO account_holder (id, provider_id, external_id, email, data) VALUES ('acchld_zqways', 'pp_system_default', 'zqwaysholder', ?, '{"name":"zqwaysholdername"}')`,
        [account.email.toUpperCase()]
      )
      await database.raw(
        `INSERT INTO promotion_campaign (id, name, campaign_identifier) VALUES ('procamp_ways', 'Ways', 'ways')`
      )
      await database.raw(
        `INSERT INTO promotion_campaign_budget (id, type, campaign_id, raw_limit, raw_used) VALUES ('probudg_ways', 'use_by_attribute', 'procamp_ways', '{}', '{}')`
      )
      for (const value of [account.email.toUpperCase(), id]) {
        await database.raw(
          `INSERT INTO promotion_campaign_budget_usage (id, attribute_value, used, budget_id, raw_used) VALUES (?, ?, 1, 'probudg_ways', '{}')`,
          [`probudgus_${value.slice(0, 8)}`, value]
        )
      }
      const changed = await suite.call("POST", `/admin/orders/${orderId}`, {
        headers,
        body: {
          shipping_address: { ...ADDRESS, last_name: "zqwayslast", address_1: "zqwaysnewstreet" },
        },
      })
      expect(changed.status).toBe(200)
      const cart = await createCart(suite, {
        token: account.token,
        email: account.email,
        delivery: false,
      })
      await suite.call("POST", `/store/carts/${cart}`, {
        headers: shopper(account.token),
        body: { shipping_address: { ...ADDRESS, address_1: "zqwayscart" } },
      })
      await suite.call("POST", `/store/carts/${cart}`, {
        headers: shopper(account.token),
        body: { shipping_address: { ...ADDRESS, address_1: "zqwaysreplaced" } },
      })
      await database.raw("UPDATE customer SET deleted_at = now() WHERE id = ?", [id])

      const exported = await suite.call("POST", "/admin/privacy/exports", {
        headers,
        body: { customer_id: id },
      })
      for (const text of [
        "zqwaysguest",
        "zqwaysgoogle",
        "zqwaysholder",
        "zqwaysnewstreet",
        "zqwayscart",
        "zqwaysreplaced",
      ]) {
        expect([text, exported.text.includes(text)]).toEqual([text, true])
      }
      await erase(headers, { email: "zqways@KUNDE.example", override_blocks: true, grace_hours: 0 })
      await suite.settle()
      expect(await tablesHolding(database, "zqways")).toEqual([])
      for (const text of [guestOrder, orderId]) {
        expect(await tablesHolding(database, text)).toContain("order")
      }
      expect(await tablesHolding(database, id)).not.toContain("promotion_campaign_budget_usage")
    })

    it("lead to store credit and gift cards where the store has them", async () => {
      const { account } = await buyOnce(suite, "zqcredit")
      const rollBack = new Error("roll back")
      const work = suite.database().transaction(async (transaction) => {
        expect(
          (await resolveSubject(transaction, { customer_id: account.customerId })).keys.gift_card
        ).toEqual([])
        await transaction.raw("CREATE TABLE store_credit_account (id text, customer_id text)")
        await transaction.raw("CREATE TABLE loyalty_gift_card (id text, line_item_id text)")
        await transaction.raw(
          "CREATE TABLE loyalty_gift_card_store_credit_store_credit_account (gift_card_id text, store_credit_account_id text)"
        )
        await transaction.raw(
          "CREATE TABLE order_order_loyalty_gift_card (order_id text, gift_card_id text)"
        )
        await transaction.raw(
          "INSERT INTO store_credit_account VALUES ('sc_theirs', ?), ('sc_other', 'cus_other')",
          [account.customerId]
        )
        await transaction.raw(
          "INSERT INTO loyalty_gift_card VALUES ('gc_theirs', NULL), ('gc_other', NULL)"
        )
        await transaction.raw(
          "INSERT INTO loyalty_gift_card_store_credit_store_credit_account VALUES ('gc_theirs', 'sc_theirs'), ('gc_other', 'sc_other')"
        )
        const { keys } = await resolveSubject(transaction, { customer_id: account.customerId })
        expect([keys.store_credit_account, keys.gift_card]).toEqual([["sc_theirs"], ["gc_theirs"]])
        throw rollBack
      })
      await expect(work).rejects.toBe(rollBack)
    })
  })
}
