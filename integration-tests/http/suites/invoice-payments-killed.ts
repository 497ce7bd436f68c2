import closeSettled from "../../../src/jobs/invoice-close-settled"
import { copenhagenDay } from "../../../src/rules"
import { dyingAt } from "../helpers/dying"
import { buyOnInvoice, cartOf, receive, SCHOOL } from "../helpers/on-account"
import { staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  describe("a payment received", () => {
    it("whose booking is killed before any statement that writes stands on the order once, wherever it was", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      let deaths = 0
      for (let at = 1, isOver = false; !isOver; at += 1) {
        const orderId = await buyOnInvoice(suite, await cartOf(suite, SCHOOL))
        await suite.settle()
        const key = `form-${orderId}`
        const money = { headers, amount: 13_800, received_on: copenhagenDay(new Date()), key }
        // Whatever is answered: it died when it came to so many statements.
        const died = await dyingAt(database, at, async () => {
          await receive(suite, orderId, money)
          throw new Error("over")
        }).catch(() => false)
        isOver = !died
        if (died) deaths += 1
        await suite.settle()
        for (const table of ["capture", "refund"]) {
          await database(table).update({
            created_at: database.raw("now() - interval '11 minutes'"),
          })
        }
        await Promise.all([closeSettled(suite.container()), closeSettled(suite.container())])
        const again = await receive(suite, orderId, money)
        expect([at, again.status]).toEqual([at, 201])
        expect(again.body.on_account).toMatchObject({ received: 13_800, owed: 0 })
        expect(again.body.payments_received).toHaveLength(1)
        const { body } = await suite.call<{ order: { payment_status: string } }>(
          ...(["GET", `/admin/orders/${orderId}?fields=payment_status`, { headers }] as const)
        )
        expect([at, body.order.payment_status]).toEqual([at, "captured"])
        const booked = await database("order_transaction")
          .where({ order_id: orderId, reference: "capture" })
          .whereNull("deleted_at")
          .pluck("amount")
        expect(booked.map(Number)).toEqual([138])
      }
      expect(deaths).toBeGreaterThan(4)
    })

    it("is given back once, on the order too, when the order is cancelled", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const orderId = await buyOnInvoice(suite, await cartOf(suite, SCHOOL))
      await suite.settle()
      await receive(suite, orderId, {
        headers,
        amount: 13_800,
        received_on: copenhagenDay(new Date()),
      })
      expect(
        (await suite.call("POST", `/admin/orders/${orderId}/cancel`, { headers })).status
      ).toBe(200)
      await suite.settle()
      const amounts = async () =>
        (await database("order_transaction").where({ order_id: orderId }).pluck("amount")).map(
          Number
        )
      expect((await amounts()).sort()).toEqual([-138, 138])
      for (const table of ["capture", "refund"]) {
        await database(table).update({ created_at: database.raw("now() - interval '11 minutes'") })
      }
      await closeSettled(suite.container())
      expect((await amounts()).sort()).toEqual([-138, 138])
    })
  })
}
