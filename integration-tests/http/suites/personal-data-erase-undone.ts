import { Modules } from "@medusajs/framework/utils"
import { selectRows } from "../../../src/shared/postgres"
import { finishErasures } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { erasuresOf } from "../helpers/erasures"
import { EXPORTS } from "../helpers/exports"
import {
  ADDRESS,
  buy,
  completeCart,
  createCart,
  eventually,
  register,
  shopper,
  staff,
  startPayment,
} from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const ERASE_NOW = { override_blocks: true, grace_hours: 0 }

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)

  const fillCart = (name: string, token?: string) =>
    createCart(suite, {
      ...(token !== undefined && { token }),
      email: `${name}@kunde.example`,
      shipping_address: { ...ADDRESS, last_name: `${name}last`, address_1: `${name}street` },
    })
  const complete = (cartId: string, token?: string) =>
    suite.call<{ type: string }>("POST", `/store/carts/${cartId}/complete`, {
      headers: shopper(token),
    })

  const atAuthorisation = () =>
    jest
      .spyOn(suite.container().resolve(Modules.PAYMENT), "authorizePaymentSession")
      .mockRejectedValue(new Error("cut"))

  /** A cart whose order Medusa took back: its payment could not be authorised, or a later step failed. */
  const undoPurchase = async (
    cartId: string,
    token?: string,
    cutAt: () => jest.SpyInstance = atAuthorisation
  ): Promise<void> => {
    await startPayment(suite, cartId, { ...(token !== undefined && { token }) })
    const cut = cutAt()
    await complete(cartId, token)
    cut.mockRestore()
    const links = await selectRows<{ orders: number; deleted: boolean }>(
      suite.database(),
      `SELECT (SELECT count(*) FROM "order" o WHERE o.id = l.order_id)::int AS orders, l.deleted_at IS NOT NULL AS deleted
         FROM order_cart l WHERE l.cart_id = ?`,
      [cartId]
    )
    expect(links).toEqual([{ orders: 0, deleted: true }])
  }

  /** Lets a checkout hang where it calls a method, past the two minutes of its lock; gives what breaks it off there. */
  const hangAt = async (
    cartId: string,
    begin: (wait: () => Promise<never>) => jest.SpyInstance
  ): Promise<() => Promise<void>> => {
    let breakOff: () => void = () => undefined
    const hanging = new Promise<never>((_resolve, reject) => {
      breakOff = () => {
        reject(new Error("cut"))
      }
    })
    const hang = begin(() => hanging)
    const checkout = complete(cartId)
    await eventually(() => Promise.resolve(hang.mock.calls.length > 0))
    hang.mockRestore()
    await suite.container().resolve(Modules.LOCKING).release(cartId)
    return async () => {
      breakOff()
      await checkout
    }
  }

  describe("a purchase that Medusa undid", () => {
    it("is handed out, and nothing of its cart is left after an erasure", async () => {
      const headers = await staff(suite)
      const account = await register(suite, { email: "zqundoneown@kunde.example" })
      const own = await fillCart("zqundoneown", account.token)
      await undoPurchase(own, account.token)
      const guests = await fillCart("zqundoneguest")
      await undoPurchase(guests)
      for (const [name, cartId] of [
        ["zqundoneown", own] as const,
        ["zqundoneguest", guests] as const,
      ]) {
        const subject = { email: `${name}@kunde.example` }
        const handedOut = await suite.call("POST", EXPORTS, {
          headers,
          body: { ...subject, profile: "access" },
        })
        expect(handedOut.text).toContain(`${name}street`)
        const { erasure } = await erase(headers, { ...subject, grace_hours: 0 })
        expect(erasure?.status).toBe("done")
        expect(await tablesHolding(suite.database(), name)).toEqual([])
        expect((await complete(cartId)).status).toBeGreaterThanOrEqual(400)
      }
    })

    it("and that was tried again leaves nothing of its cart either", async () => {
      const headers = await staff(suite)
      const cartId = await fillCart("zqretried")
      await undoPurchase(cartId)
      const orderId = await completeCart(suite, cartId)
      await suite.settle()
      await suite.call("POST", `/admin/orders/${orderId}/cancel`, { headers })
      await suite.settle()
      const { erasure } = await erase(headers, { email: "zqretried@kunde.example", ...ERASE_NOW })
      expect(erasure?.status).toBe("done")
      expect(await tablesHolding(suite.database(), "zqretried")).toEqual([])
    })

    it("is not waited for once its payment is cancelled", async () => {
      const cartId = await fillCart("zqcancelled")
      const locking = suite.container().resolve(Modules.LOCKING)
      await undoPurchase(cartId, undefined, () =>
        jest.spyOn(locking, "release").mockRejectedValueOnce(new Error("cut"))
      )
      const sessions = await selectRows<{ status: string; is_cancelled: boolean }>(
        suite.database(),
        `SELECT s.status, p.canceled_at IS NOT NULL AS is_cancelled FROM cart_payment_collection l
           JOIN payment_session s USING (payment_collection_id) JOIN payment p ON p.payment_session_id = s.id
          WHERE l.cart_id = ?`,
        [cartId]
      )
      expect(sessions).toEqual([{ status: "authorized", is_cancelled: true }])
      const subject = { email: "zqcancelled@kunde.example", grace_hours: 0 }
      const { erasure } = await erase(await staff(suite), subject)
      expect(erasure?.status).toBe("done")
      expect(await tablesHolding(suite.database(), "zqcancelled")).toEqual([])
    })

    it("and that somebody else goes on with is theirs, though an erasure waited for it", async () => {
      const cartId = await fillCart("zqgivenup")
      await undoPurchase(cartId)
      const locking = suite.container().resolve(Modules.LOCKING)
      await locking.acquire(cartId, { ownerId: "checkout" })
      const { erasure } = await erase(await staff(suite), {
        ...{ email: "zqgivenup@kunde.example", grace_hours: 0 },
      })
      expect(erasure?.waiting).toMatchObject([{ id: cartId }])
      await locking.release(cartId, { ownerId: "checkout" })
      const { token, email } = await register(suite, { email: "zqtakenover@kunde.example" })
      const headers = shopper(token)
      await suite.call("POST", `/store/carts/${cartId}/customer`, { headers })
      const address = { ...ADDRESS, last_name: "zqtakenover", address_1: "zqtakenoverstreet" }
      await suite.call("POST", `/store/carts/${cartId}`, {
        headers,
        body: { email, shipping_address: address, billing_address: address },
      })
      await finishErasures(suite.container())
      expect(await tablesHolding(suite.database(), "zqtakenoverstreet")).toContain("cart_address")
      expect((await suite.call("GET", `/store/carts/${cartId}`, { headers })).status).toBe(200)
    })

    it("is waited for while it is tried again", async () => {
      const headers = await staff(suite)
      const cartId = await fillCart("zqtrying")
      await undoPurchase(cartId)
      const locking = suite.container().resolve(Modules.LOCKING)
      await locking.acquire(cartId, { ownerId: "checkout" })
      const { erasure } = await erase(headers, { email: "zqtrying@kunde.example", ...ERASE_NOW })
      expect(erasure).toMatchObject({
        status: "planned",
        waiting: [{ id: cartId, reason: "payment_in_progress" }],
      })
      await locking.release(cartId, { ownerId: "checkout" })
      await finishErasures(suite.container())
      expect(await tablesHolding(suite.database(), "zqtrying")).toEqual([])
    })

    it("after its erasure is erased by the second look", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const cartId = await fillCart("zqafter")
      await startPayment(suite, cartId)
      const payments = suite.container().resolve(Modules.PAYMENT)
      const breakOff = await hangAt(cartId, (wait) =>
        jest.spyOn(payments, "authorizePaymentSession").mockImplementation(wait)
      )
      const { erasure } = await erase(headers, { email: "zqafter@kunde.example", ...ERASE_NOW })
      expect(erasure?.status).toBe("done")
      await breakOff()
      expect(await tablesHolding(database, "zqafter")).toContain("cart")
      await database.raw(
        `UPDATE dk_personal_data_erasure SET finished_at = finished_at - interval '5 minutes'`
      )
      await finishErasures(suite.container())
      expect(await tablesHolding(database, "zqafter")).toEqual([])
    })

    it("with an account's e-mail that a visitor typed is left to staff", async () => {
      const headers = await staff(suite)
      const email = "zqtyped@kunde.example"
      await register(suite, { email, last_name: "zqtypedowner" })
      const cartId = await fillCart("zqtyped")
      await undoPurchase(cartId)
      expect((await preview(headers, { email })).uncertain_orders).toMatchObject([
        { id: cartId, type: "cart", reason: "no_login" },
      ])
      await erase(headers, { email, ...ERASE_NOW })
      expect(await tablesHolding(suite.database(), "zqtypedowner")).not.toContain("customer")
      expect(await tablesHolding(suite.database(), "zqtypedstreet")).toContain("cart_address")
    })
  })

  describe("a cart that Medusa undid", () => {
    it("leaves no address behind once its shopper, who filled another, is erased", async () => {
      const taxes = suite.container().resolve(Modules.TAX)
      const cut = jest.spyOn(taxes, "getTaxLines").mockRejectedValue(new Error("cut"))
      await expect(fillCart("zqtwice")).rejects.toThrow()
      cut.mockRestore()
      expect(await tablesHolding(suite.database(), "zqtwice")).toEqual(["cart_address"])
      await suite
        .database()
        .raw(
          `UPDATE cart_address SET created_at = now() - interval '5 minutes' WHERE address_1 = ?`,
          ["zqtwicestreet"]
        )
      await buy(suite, await fillCart("zqtwice"))
      await suite.settle()
      const { erasure } = await erase(await staff(suite), {
        ...{ email: "zqtwice@kunde.example", ...ERASE_NOW },
      })
      expect(erasure?.status).toBe("done")
      expect(await tablesHolding(suite.database(), "zqtwice")).toEqual([])
    })
  })

  describe("a checkout whose lock has run out", () => {
    it("is waited for while its own record says that it runs", async () => {
      const headers = await staff(suite)
      const cartId = await fillCart("zqslow")
      await startPayment(suite, cartId)
      const orders = suite.container().resolve(Modules.ORDER)
      const breakOff = await hangAt(cartId, (wait) =>
        jest.spyOn(orders, "createOrders").mockImplementation(wait)
      )
      const { erasure } = await erase(headers, { email: "zqslow@kunde.example", ...ERASE_NOW })
      expect(erasure).toMatchObject({
        status: "planned",
        waiting: [{ id: cartId, reason: "payment_in_progress" }],
      })
      await breakOff()
      await finishErasures(suite.container())
      expect(await tablesHolding(suite.database(), "zqslow")).toEqual([])
    })
  })
}
