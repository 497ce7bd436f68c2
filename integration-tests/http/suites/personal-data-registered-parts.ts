import { tablesHolding } from "../helpers/canary"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { addGift, startWithGifts } from "../helpers/gift-messages"
import { forgetRegistrations } from "../helpers/registry"
import { captureOrder, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

export default (suite: Suite): void => {
  describe("key paths, sections and recipients, as the documentation registers them", () => {
    const { erase } = erasuresOf(suite)

    forgetRegistrations()
    beforeEach(() => startWithGifts(suite))

    it("shape the export and leave only the declared keys of a JSON column", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { account, orderId } = await buyOnce(suite, "zqparts")
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await addGift(suite, orderId, "zqparts")
      const metadata = JSON.stringify({ gift_campaign: "zqpartscampaign", memo: "zqpartsmemo" })
      await database("order").where({ id: orderId }).update({ metadata })
      const body = { customer_id: account.customerId }

      const exported = await suite.call<{ sections: object }>("POST", "/admin/privacy/exports", {
        headers,
        body,
      })
      for (const word of ["paper", "dedication", "campaign", "memo"]) {
        expect(exported.text).toContain(`zqparts${word}`)
      }
      expect(exported.text).not.toContain("zqpartscode")
      expect(exported.text).toContain("gifts_sent")
      expect(exported.body.sections).toMatchObject({ gifts_sent: { rows: [{ gifts: 1 }] } })
      expect(exported.text).toContain("Korttrykkeriet ApS")
      expect(exported.text).toContain("Gift Fonts Inc.")

      const { erasure } = await erase(headers, { ...body, grace_hours: 0 })
      expect(erasure?.status).toBe("done")
      expect(await tablesHolding(database, "zqpartspaper")).toEqual(["gift_message"])
      expect(await tablesHolding(database, "zqpartscampaign")).toEqual(["order"])
      for (const word of ["code", "dedication", "memo"]) {
        expect([word, await tablesHolding(database, `zqparts${word}`)]).toEqual([word, []])
      }
    })
  })
}
