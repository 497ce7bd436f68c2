import { selectRows } from "../../../src/shared/postgres"
import { tablesHolding } from "../helpers/canary"
import { AUTHORITY } from "../helpers/deliveries"
import { setBuyer } from "../helpers/invoices"
import { ADDRESS, buy, createCart, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** Of somebody born in 1862, and a published test card. */
const CPR = "211062-5009"
const CARD = "4111 1111 1111 1111"

export default (suite: Suite): void => {
  const update = (cartId: string, body: object) =>
    suite.call("POST", `/store/carts/${cartId}`, { headers: shopper(), body })
  const inAddress = (address_2: string) => ({ shipping_address: { ...ADDRESS, address_2 } })

  describe("what must not be stored", () => {
    it("is asked about at checkout: the same request passes when the person says that it is none", async () => {
      const cartId = await createCart(suite)
      const asked = await update(cartId, inAddress(CPR))
      expect([asked.status, asked.error.code]).toEqual([422, "looks_like_cpr"])
      expect(asked.error.message).toContain("shipping_address.address_2")
      expect(asked.text).not.toContain("211062")
      expect(await tablesHolding(suite.database(), CPR)).toEqual([])
      const confirmed = await update(cartId, { ...inAddress(CPR), confirm_not_cpr: true })
      expect(confirmed.status).toBe(200)
      const named = { ...inAddress(`cpr ${CPR}`), confirm_not_cpr: true }
      expect((await update(cartId, named)).error.code).toBe("looks_like_cpr")
      const key = { metadata: { [CPR]: true } }
      expect((await update(cartId, key)).error.message).toMatch(/^metadata\.\*: /)
      // Whoever confirms what nobody asked about is not refused either.
      expect(
        (await update(cartId, { ...inAddress("st. tv."), confirm_not_cpr: true })).status
      ).toBe(200)
    })

    it("is a card's number or code anywhere, and is never repeated", async () => {
      const headers = await staff(suite)
      const cartId = await createCart(suite)
      const number = await update(cartId, {
        metadata: { note: { lines: [`Kort: ${CARD} 12/29`] } },
      })
      expect([number.status, number.error]).toEqual([
        400,
        expect.objectContaining({ type: "invalid_data", code: "looks_like_card_number" }),
      ])
      expect(number.text).toContain("metadata.note.lines.0")
      expect(number.text).not.toContain("4111")
      const code = await update(cartId, { metadata: { cvc: "123" } })
      expect([code.status, code.error.code]).toEqual([400, "looks_like_card_code"])
      const product = await suite.call("POST", "/admin/products", {
        headers,
        body: { title: CARD, options: [{ title: "A", values: ["1"] }] },
      })
      expect([product.status, product.error.code]).toEqual([400, "looks_like_card_number"])
      expect(await tablesHolding(suite.database(), CARD)).toEqual([])
    })

    it("is masked in what staff writes about an order, which goes through", async () => {
      const headers = await staff(suite)
      const orderId = await buy(suite, await createCart(suite))
      const { status } = await suite.call("POST", `/admin/orders/${orderId}`, {
        headers,
        body: { metadata: { note: `Kunden skrev ${CPR}`, "cpr 2110625009": 2110625009 } },
      })
      expect(status).toBe(200)
      const rows = await selectRows(suite.database(), `SELECT metadata FROM "order" WHERE id = ?`, [
        orderId,
      ])
      expect(rows).toEqual([
        { metadata: { note: "Kunden skrev 211062-****", "cpr 211062-****": "211062-****" } },
      ])
    })

    it("is no municipality's requisition number of ten digits, which can order", async () => {
      const cartId = await createCart(suite)
      const buyer = { ...AUTHORITY, order_reference: "2110625009" }
      await setBuyer(suite, `/store/carts/${cartId}`, shopper(), buyer)
      expect(await buy(suite, cartId)).toMatch(/^order_/)
    })
  })
}
