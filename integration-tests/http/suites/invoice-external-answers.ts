import { bookkeeperOf, numbered, restoreModes, setModes } from "../helpers/external-invoices"
import { buy, captureOrder, createCart, eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  describe("what the shop's bookkeeping system is asked for", () => {
    let headers: Headers
    let staffed: ReturnType<typeof bookkeeperOf>

    beforeEach(async () => {
      headers = await staff(suite)
      staffed = bookkeeperOf(suite, headers)
      setModes(suite, [{ mode: "external" }])
    })

    afterEach(() => {
      restoreModes(suite)
    })

    it("is answered by a number from before the plugin asked, and by none that was meant for something else", async () => {
      const orderId = await buy(suite, await createCart(suite))
      await suite.settle()
      await staffed.record(orderId, numbered("10060"))
      await captureOrder(suite, orderId, headers)
      await eventually(async () => (await staffed.requests("status=answered")).count > 0)
      await staffed.refund(orderId, 38)
      await staffed.record(orderId, numbered("10061", { kind: "credit_note" }))
      // A credit note that nobody asked for.
      const kindness = numbered("10062", { kind: "credit_note" })
      const recorded = await staffed.record(orderId, kindness)
      expect((await staffed.requests()).count).toBe(0)

      await staffed.refund(orderId, 20)
      const [waiting, ...others] = (await staffed.requests()).invoice_requests
      expect(others).toEqual([])
      const { id } = recorded.body.external_invoice
      expect(waiting).toMatchObject({ order_id: orderId, unmatched: [{ id, number: "10062" }] })
      const [answered] = (await staffed.requests("status=answered")).invoice_requests
      const say = async (answers: string, body: object = kindness) => {
        const answer = await staffed.record(orderId, { ...body, answers })
        return [answer.status, answer.error.code]
      }
      expect((await staffed.record(orderId, kindness)).status).toBe(200)
      expect((await staffed.requests()).count).toBe(1)
      expect(await say("dkireq_other")).toEqual([400, "not_found"])
      expect(await say(answered?.id ?? "")).toEqual([400, "not_found"])
      const taken = numbered("10061", { kind: "credit_note" })
      expect(await say(waiting?.id ?? "", taken)).toEqual([409, "answers_another"])
      const both = numbered("10063", { kind: "credit_note", replaces: id })
      expect(await say(waiting?.id ?? "", both)).toEqual([400, "not_with_replaces"])
      expect(await say(waiting?.id ?? "")).toEqual([200, undefined])
      expect(await say(waiting?.id ?? "")).toEqual([200, undefined])
      const late = numbered("10064", { kind: "credit_note" })
      expect(await say(waiting?.id ?? "", late)).toEqual([409, "already_answered"])
      expect((await staffed.requests()).count).toBe(0)
      expect((await staffed.requests("status=answered")).invoice_requests).toMatchObject([
        { answer: { number: "10060" }, unmatched: [] },
        { answer: { number: "10061" } },
        { answer: { number: "10062" } },
      ])
    })
  })
}
