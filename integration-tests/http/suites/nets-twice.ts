import { processDueNetsReceipts, processNetsReceipts } from "../../../src/workflows/nets"
import {
  callNets,
  payAtNets,
  receiptsOf,
  reservationWebhook,
  startNetsPayment,
  viewPayment,
} from "../helpers/nets"
import { loseWebhooks, ordersOf, rowsOf, sweepNow } from "../helpers/nets-sales"
import { createCart, eventually } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  describe("the same webhook at several servers at once", () => {
    afterEach(async () => {
      await callNets("POST", "/emulator/reset")
    })

    it("has one effect, and a forged one beside it none", async () => {
      await loseWebhooks()
      const cartId = await createCart(suite)
      const { paymentId, sessionId } = await startNetsPayment(suite, cartId)
      await payAtNets(paymentId)
      const { headers, body } = reservationWebhook({ sessionId, paymentId })
      const send = (token: string) =>
        suite.call("POST", `/hooks/nets/${sessionId}`, { headers: { authorization: token }, body })
      const answers = await Promise.all([
        ...[1, 2, 3, 4].map(() => send(headers.authorization)),
        send("f".repeat(64)),
        // Other servers' jobs at the same moment.
        processDueNetsReceipts(suite.container()),
        processNetsReceipts(suite.container(), sessionId),
        sweepNow(suite),
      ])
      const statuses = answers.flatMap((answer) => (answer ? [answer.status] : []))
      expect(statuses).toEqual([200, 200, 200, 200, 401])
      await eventually(async () => (await receiptsOf(suite, sessionId)).every((row) => row.done_at))
      await sweepNow(suite)
      expect(await receiptsOf(suite, sessionId)).toHaveLength(1)
      expect(await ordersOf(suite, cartId)).toHaveLength(1)
      expect(await rowsOf(suite, `SELECT id FROM "order"`)).toHaveLength(1)
      expect(await rowsOf(suite, "SELECT id FROM payment")).toHaveLength(1)
      expect(await viewPayment(paymentId)).toMatchObject({
        reserved: 13_800,
        cancelled: 0,
        charged: 0,
      })
    })
  })
}
