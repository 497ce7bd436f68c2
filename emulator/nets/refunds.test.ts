import { lines, testShop } from "./test-shop"

const shop = testShop()
const { call, charge, paid, retrieve, view } = shop

beforeEach(() => shop.start())
afterEach(shop.stop)

const charged = async (...amounts: number[]): Promise<{ id: string; charges: string[] }> => {
  const id = await paid()
  const charges: string[] = []
  for (const amount of amounts) {
    charges.push(String((await charge(id, lines(amount))).json.chargeId))
  }
  return { id, charges }
}

const refundPayment = (id: string, body: unknown, headers = {}) =>
  call("POST", `/v1/payments/${id}/refunds`, body, headers)

const settle = (refundId: unknown, state: string) =>
  call("POST", `/emulator/refunds/${String(refundId)}`, { state })

describe("a refund", () => {
  it("of a charge takes no more than the charge has", async () => {
    const { charges } = await charged(4_000, 6_000)
    const path = `/v1/charges/${charges[0] ?? ""}/refunds`
    expect((await call("POST", path, lines(4_001))).json.code).toBe("1009")
    expect((await call("POST", path, { amount: 1_000 })).json.code).toBe("1015")
    expect((await call("POST", path, lines(1_000))).status).toBe(201)
    expect((await call("POST", path, lines(3_000))).status).toBe(201)
    expect((await call("POST", path, lines(1))).json.code).toBe("1023")
    expect((await call("POST", `/v1/charges/${"0".repeat(32)}/refunds`, lines(1))).status).toBe(404)
  })

  it("of a payment may span its charges, and leaves each with what is left of it", async () => {
    const { id, charges } = await charged(4_000, 6_000)
    expect((await refundPayment(await paid(), lines(1))).json.code).toBe("1011")
    expect((await refundPayment(id, lines(10_001))).json.code).toBe("1009")
    const { json } = await refundPayment(id, lines(7_000))
    expect(await view(id)).toMatchObject({ refunded: 7_000 })
    const rest = (charge: number, amount: number) =>
      call("POST", `/v1/charges/${charges[charge] ?? ""}/refunds`, lines(amount))
    expect((await rest(0, 1)).json.code).toBe("1023")
    expect((await rest(1, 3_001)).json.code).toBe("1009")
    const read = await call("GET", `/v1/refunds/${String(json.refundId)}`)
    expect(read.json).toEqual({ refundId: json.refundId, amount: 7_000 })
  })

  it("with a known key gives the same id, and is refused for another amount", async () => {
    const { id } = await charged(10_000)
    const key = { "idempotency-key": "r1" }
    const first = await refundPayment(id, lines(2_000), key)
    expect((await refundPayment(id, lines(2_000), key)).json).toEqual(first.json)
    expect(await refundPayment(id, lines(3_000), key)).toMatchObject({
      status: 500,
      json: { code: "1027" },
    })
    expect(await view(id)).toMatchObject({ refunded: 2_000 })
  })

  it("that the method refuses changes nothing", async () => {
    const { id } = await charged(10_000)
    await call("POST", `/emulator/payments/${id}/decline`, { action: "refund", code: 1000 })
    expect((await refundPayment(id, { amount: 10_000 })).json.code).toBe("1000")
    expect(await view(id)).toMatchObject({ refunded: 0, refunds: [] })
  })
})

describe("a pending refund", () => {
  beforeEach(() => {
    shop.emulator().switches.refund_state = "Pending"
  })

  it.each(["Completed", "Failed", "Expired", "Cancelled"])("ends as %s, once", async (state) => {
    const { id } = await charged(10_000)
    const { json } = await refundPayment(id, lines(4_000))
    expect(await retrieve(id)).toMatchObject({ refunds: [{ state: "Pending", amount: 4_000 }] })
    expect((await retrieve(id)).summary).not.toHaveProperty("refundedAmount")
    expect((await refundPayment(id, lines(6_001))).json.code).toBe("1009")
    expect((await settle(json.refundId, state)).status).toBe(204)
    expect((await settle(json.refundId, state)).status).toBe(409)
    expect(await retrieve(id)).toMatchObject({ refunds: [{ state }] })
    const again = await refundPayment(id, lines(6_001))
    expect(again.status).toBe(state === "Completed" ? 500 : 201)
  })

  it("may be cancelled by the shop, until it has ended", async () => {
    const { id } = await charged(10_000)
    const { json } = await refundPayment(id, { amount: 10_000 })
    const path = `/v1/pending-refunds/${String(json.refundId)}/cancel`
    expect(await call("POST", path)).toMatchObject({ status: 204, text: "" })
    expect((await call("POST", path)).json.code).toBe("1025")
    expect(await view(id)).toMatchObject({ refunds: [{ state: "Cancelled" }] })
    const unknown = `/v1/pending-refunds/${"0".repeat(32)}/cancel`
    expect((await call("POST", unknown)).status).toBe(404)
  })

  it("ends by the clock: completed when so switched, else expired", async () => {
    const { id } = await charged(10_000)
    await refundPayment(id, lines(1_000))
    shop.emulator().clock.advance(31 * 86_400_000)
    expect(await view(id)).toMatchObject({ refunds: [{ state: "Expired" }] })
    shop.emulator().switches.refund_after_seconds = 3_600
    await refundPayment(id, lines(2_000))
    shop.emulator().clock.advance(3_599_000)
    expect(await view(id)).toMatchObject({ refunds: [{}, { state: "Pending" }] })
    shop.emulator().clock.advance(1_000)
    expect(await view(id)).toMatchObject({ refunded: 2_000, refund_pending: 0 })
  })

  it("counts as refunded only when so switched", async () => {
    const { id } = await charged(10_000)
    await refundPayment(id, lines(1_000))
    expect((await retrieve(id)).summary).not.toHaveProperty("refundedAmount")
    shop.emulator().switches.refunded_includes_pending = true
    expect(await retrieve(id)).toMatchObject({ summary: { refundedAmount: 1_000 } })
  })
})
