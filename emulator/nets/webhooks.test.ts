import { hooks, lines, testShop, until } from "./test-shop"
import type { Heard } from "./test-shop"

const shop = testShop()
const { call, charge, create, paid, pay, view } = shop

beforeEach(() => shop.start({ seed: 3 }))
afterEach(shop.stop)

const idsOf = (heard: readonly Heard[], event: string) =>
  new Set(heard.filter((one) => one.event === event).map(({ id }) => id))

const bodyOf = (heard: readonly Heard[], event: string) =>
  heard.find((one) => one.event === event)?.body

const deliveriesOf = async (id: string) =>
  (await view(id)).deliveries as { event: string; lost?: true; attempts: number }[]

describe("webhooks", () => {
  it("come with the raw authorization until the answer is exactly 200, twins sharing an id", async () => {
    const { url, heard } = await shop.listen([500, 204])
    const events = [
      "payment.reservation.created",
      "payment.reservation.created.v2",
      "payment.charge.created.v2",
    ]
    const id = await paid({ ...hooks(url, ...events), checkout: { charge: true } }, "mobilepay")
    await until(() => heard.length === 5)
    expect(new Set(heard.map(({ authorization }) => authorization))).toEqual(
      new Set(["a".repeat(64)])
    )
    expect(idsOf(heard, "payment.reservation.created")).toEqual(
      idsOf(heard, "payment.reservation.created.v2")
    )
    expect(bodyOf(heard, "payment.charge.created.v2")).toMatchObject({
      merchantNumber: 100_000_001,
      data: { paymentId: id, amount: { amount: 10_000, currency: "DKK" } },
    })
    const again = await call("POST", `/emulator/payments/${id}/redeliver`)
    expect(again.json.statuses).toEqual([200, 200, 200])
    expect(heard).toHaveLength(8)
  })

  it("are given up after ten tries", async () => {
    await shop.stop()
    await shop.start({ webhookRetryMs: 0 })
    const { url, heard } = await shop.listen(Array.from({ length: 20 }, () => 500))
    await create(hooks(url, "payment.created"))
    await until(() => heard.length === 10)
    const fates = async () => (await call("GET", "/emulator/summary")).json.webhooks
    await until(async () => JSON.stringify(await fates()).includes('"waiting":0'))
    expect(await fates()).toEqual({ ok: 0, lost: 0, given_up: 1, open: 0, waiting: 0 })
    expect(heard).toHaveLength(10)
  })

  it("tell every step of a charge, a cancel and a refund with ids of their own", async () => {
    shop.emulator().switches.refund_state = "Pending"
    const { url, heard } = await shop.listen()
    const events = [
      "payment.created",
      "payment.checkout.completed",
      "payment.charge.created",
      "payment.charge.created.v2",
      "payment.cancel.created",
      "payment.refund.initiated",
      "payment.refund.initiated.v2",
      "payment.refund.completed",
      "payment.refund.failed",
    ]
    const id = await paid({ ...hooks(url, ...events), myReference: "payses_1" })
    const { chargeId } = (await charge(id, lines(4_000))).json
    await call("POST", `/v1/payments/${id}/cancels`, lines(6_000))
    const refund = async (amount: number, state: string) => {
      const { json } = await call("POST", `/v1/payments/${id}/refunds`, lines(amount))
      await call("POST", `/emulator/refunds/${String(json.refundId)}`, { state })
      return json.refundId
    }
    const failed = await refund(1_000, "Failed")
    const done = await refund(4_000, "Completed")
    await until(() => heard.length === 11)
    expect(idsOf(heard, "payment.charge.created")).toEqual(new Set([chargeId]))
    expect(idsOf(heard, "payment.charge.created.v2")).toEqual(new Set([chargeId]))
    expect(idsOf(heard, "payment.refund.initiated.v2")).toEqual(new Set([failed, done]))
    expect(idsOf(heard, "payment.refund.initiated")).toEqual(new Set([failed, done]))
    expect(bodyOf(heard, "payment.created")).toMatchObject({
      merchantId: 100_000_001,
      data: { myReference: "payses_1", order: { amount: { amount: 10_000, currency: "DKK" } } },
    })
    expect(bodyOf(heard, "payment.refund.initiated.v2")?.data).toMatchObject({ chargeId })
    const completed = bodyOf(heard, "payment.refund.completed")?.data
    expect(completed).toMatchObject({ refundId: done, amount: { amount: 4_000 } })
    expect(completed).not.toHaveProperty("chargeId")
    expect(bodyOf(heard, "payment.refund.failed")?.data).toMatchObject({
      refundId: failed,
      error: { code: "1014", source: "Internal" },
    })
    const { id: cancelId } = bodyOf(heard, "payment.cancel.created") ?? {}
    expect(bodyOf(heard, "payment.cancel.created")?.data).toMatchObject({ cancelId })
  })

  it("tell what was refused", async () => {
    const { url, heard } = await shop.listen()
    const events = [
      "payment.reservation.failed",
      "payment.charge.failed",
      "payment.charge.failed.v2",
      "payment.cancel.failed",
    ]
    const id = await create(hooks(url, ...events))
    await call("POST", `/emulator/payments/${id}/refuse`, { code: 14 })
    await pay(id)
    for (const action of ["charge", "cancel"]) {
      await call("POST", `/emulator/payments/${id}/decline`, { action })
    }
    await charge(id, { amount: 10_000 })
    await call("POST", `/v1/payments/${id}/cancels`, { amount: 10_000 })
    await until(() => heard.length === 4)
    expect(bodyOf(heard, "payment.reservation.failed")?.data).toMatchObject({
      error: { code: "14", source: "Issuer" },
    })
    expect(idsOf(heard, "payment.charge.failed")).toEqual(idsOf(heard, "payment.charge.failed.v2"))
    expect(bodyOf(heard, "payment.cancel.failed")?.data).toMatchObject({ error: { code: "1020" } })
  })

  it("carry card data, names and address only where the service does", async () => {
    const { url, heard } = await shop.listen()
    const events = [
      "payment.reservation.created",
      "payment.reservation.created.v2",
      "payment.checkout.completed",
    ]
    await paid(hooks(url, ...events))
    await until(() => heard.length === 3)
    const textOf = (event: string) => JSON.stringify(bodyOf(heard, event))
    expect(textOf("payment.reservation.created")).toContain("truncatedPan")
    expect(textOf("payment.reservation.created.v2")).not.toMatch(/pan|ip"|canary/i)
    expect(textOf("payment.checkout.completed")).toMatch(/canary.*"postcode"/i)
    shop.emulator().switches.webhook_consumer = "ip"
    await paid(hooks(url, "payment.checkout.completed"))
    await until(() => heard.length === 4)
    expect(heard[3]?.body.data).toMatchObject({ consumer: { ip: "203.0.113.77" } })
    expect(JSON.stringify(heard[3])).not.toMatch(/canary/i)
  })
})

describe("switches of webhooks", () => {
  const created = ["payment.created"]

  it("write amounts as texts and name the merchant in other ways", async () => {
    const { switches } = shop.emulator()
    Object.assign(switches, {
      webhook_amounts: "strings",
      webhook_merchant: "both",
      webhook_empty_reference: true,
    })
    const { url, heard } = await shop.listen()
    await create(hooks(url, ...created))
    await until(() => heard.length === 1)
    expect(heard[0]?.body).toMatchObject({
      merchantId: 100_000_001,
      merchantNumber: 0,
      data: {
        myReference: "",
        order: { amount: { amount: "10000" }, orderItems: [{ unitPrice: "10000" }] },
      },
    })
    switches.webhook_merchant = "text"
    await create(hooks(url, ...created))
    await until(() => heard.length === 2)
    expect(heard[1]?.body.merchantId).toBe("100000001")
  })

  it("lose a share, the same ones for the same seed", async () => {
    const { url, heard } = await shop.listen()
    const fates = async (): Promise<boolean[]> => {
      const lost: boolean[] = []
      for (let turn = 0; turn < 30; turn += 1) {
        const [delivery] = await deliveriesOf(await create(hooks(url, ...created)))
        lost.push(delivery?.lost === true)
      }
      return lost
    }
    shop.emulator().switches.webhook_lost_rate = 0.2
    const first = await fates()
    const lost = first.filter(Boolean).length
    expect(lost).toBeGreaterThan(0)
    expect(lost).toBeLessThan(15)
    await until(() => heard.length === 30 - lost)
    await call("POST", "/emulator/seed", { seed: 3 })
    expect(await fates()).toEqual(first)
  })

  it("send twice", async () => {
    shop.emulator().switches.webhook_duplicate_rate = 1
    const { url, heard } = await shop.listen()
    await create(hooks(url, ...created))
    await until(() => heard.length === 2)
    expect(idsOf(heard, "payment.created").size).toBe(1)
  })

  it("send late", async () => {
    Object.assign(shop.emulator().switches, { webhook_late_rate: 1, webhook_late_ms: 700 })
    const { url, heard } = await shop.listen()
    await create(hooks(url, ...created))
    const { json } = await call("GET", "/emulator/summary")
    expect(json.webhooks).toMatchObject({ open: 1, waiting: 1 })
    expect(heard).toHaveLength(0)
    await until(() => heard.length === 1)
  })

  it("send out of order", async () => {
    const { url, heard } = await shop.listen()
    shop.emulator().switches.webhook_reorder_ms = 100
    const events = ["payment.created", "payment.checkout.completed", "payment.charge.created.v2"]
    const overtaken = async (): Promise<boolean> => {
      const before = heard.length
      await paid({ ...hooks(url, ...events), checkout: { charge: true } })
      await until(() => heard.length === before + 3)
      return heard.slice(before).some(({ event }, index) => event !== events[index])
    }
    await until(overtaken)
  })

  it("send before the answer of the call that caused them", async () => {
    shop.emulator().switches.webhook_before_answer = true
    const { url, heard } = await shop.listen()
    const id = await create(hooks(url, "payment.created", "payment.charge.created.v2"))
    expect(heard.map(({ event }) => event)).toEqual(["payment.created"])
    await pay(id)
    await charge(id, { amount: 10_000 })
    expect(heard.map(({ event }) => event)).toContain("payment.charge.created.v2")
  })
})
