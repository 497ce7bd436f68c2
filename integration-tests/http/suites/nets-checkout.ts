import { createCart } from "../helpers/shop"
import { payAtNets, startNetsPayment, viewPayment } from "../helpers/nets"
import type { Suite } from "../helpers/suite"
import { eventually } from "../helpers/shop"

/** The order a cart has become. */
const orderOf = (suite: Suite, cartId: string) => async () => {
  const { rows } = await suite
    .database()
    .raw<{ rows: { order_id: string }[] }>("SELECT order_id FROM order_cart WHERE cart_id = ?", [
      cartId,
    ])
  return rows[0]?.order_id
}

export default (suite: Suite): void => {
  describe("paying at Nets", () => {
    it("places the order when the shopper never comes back", async () => {
      const cartId = await createCart(suite, { locale: "da-DK" })
      const { paymentId, sessionId, data } = await startNetsPayment(suite, cartId)
      expect(data.hosted_url).toBe(`${process.env.NETS_URL ?? ""}/pay/${paymentId}?language=da-DK`)
      const before = await viewPayment(paymentId)
      expect(before).toMatchObject({ my_reference: sessionId, amount: 13_800, currency: "DKK" })
      expect(before.items).toMatchObject([
        { name: "Notesbog Havblik", taxRate: 2_500, grossTotalAmount: 8_900, taxAmount: 1_780 },
        { name: "Levering til døren", taxRate: 2_500, grossTotalAmount: 4_900, taxAmount: 980 },
      ])
      await payAtNets(paymentId)
      await eventually(orderOf(suite, cartId))
    })
  })
}
