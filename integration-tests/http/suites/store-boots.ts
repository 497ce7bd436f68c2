import { completeCart, createCart, startPayment } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  describe("the seeded store", () => {
    it("sells a notebook with delivery, VAT included", async () => {
      const cartId = await createCart(suite)
      expect((await startPayment(suite, cartId)).status).toBe(200)
      const orderId = await completeCart(suite, cartId)
      const order = await suite
        .database()
        .raw<{ rows: { totals: { current_order_total: number } }[] }>(
          `SELECT totals FROM order_summary WHERE order_id = ?`,
          [orderId]
        )
      expect(order.rows[0]?.totals.current_order_total).toBe(138)
    })
  })
}
