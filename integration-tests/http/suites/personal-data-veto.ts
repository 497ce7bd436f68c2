import { finishErasures } from "../../../src/workflows/personal-data"
import { printRows, tablesHolding } from "../helpers/canary"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { addGift, startWithGifts } from "../helpers/gift-messages"
import { forgetRegistrations } from "../helpers/registry"
import { captureOrder, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

export default (suite: Suite): void => {
  describe("the store's veto, as the documentation shows it", () => {
    const { erase, preview } = erasuresOf(suite)

    forgetRegistrations()
    beforeEach(() => startWithGifts(suite))

    it("stops an erasure as a whole while it says so, and lets it finish by itself afterwards", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { account, orderId } = await buyOnce(suite, "zqveto")
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await addGift(suite, orderId, "zqveto", "in_court")
      await suite.settle()
      const rows = async () => [
        await printRows(database, "customer", "id = ?", [account.customerId]),
        await printRows(database, "gift_message", "order_id = ?", [orderId]),
        await printRows(database, "order", "id = ?", [orderId]),
      ]
      const before = await rows()
      const body = { customer_id: account.customerId }

      expect((await preview(headers, body)).blocked).toContainEqual(
        expect.objectContaining({ reason: "veto:open_lawsuit", display_id: null })
      )
      const { erasure } = await erase(headers, { ...body, grace_hours: 0 })
      expect(erasure?.status).toBe("planned")
      await finishErasures(suite.container())
      expect(await rows()).toEqual(before)

      await database("gift_message").update({ state: "sent" })
      await finishErasures(suite.container())
      expect(await tablesHolding(database, "zqvetomessage")).toEqual([])
      expect(await tablesHolding(database, account.email)).toEqual([])
    })
  })
}
