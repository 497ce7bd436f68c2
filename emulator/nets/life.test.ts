import { startEmulator } from "."
import { createBody, line, lines, order, testShop, until } from "./test-shop"

const shop = testShop()
const { call, charge, create, paid, pay, retrieve, view } = shop

beforeEach(() => shop.start())
afterEach(shop.stop)

const cancel = (id: string, body: unknown) => call("POST", `/v1/payments/${id}/cancels`, body)
const terminate = (id: string) => call("PUT", `/v1/payments/${id}/terminate`)
const codeOf = ({ json }: { json: Record<string, unknown> }) => json.code

describe("a call", () => {
  it("answers 401 without a body for a wrong key", async () => {
    const wrong = { authorization: "wrong" }
    const answer = await call("POST", "/v1/payments", createBody(), wrong)
    expect(answer).toMatchObject({ status: 401, text: "" })
  })

  it("answers 404 for an unknown id and 405 for one of the wrong form, without a body", async () => {
    const unknown = "0".repeat(32)
    expect(await call("GET", `/v1/payments/${unknown}`)).toMatchObject({ status: 404, text: "" })
    for (const path of ["/v1/payments/", "/v1/payments/abc", "/v1/payments/a/terminate"]) {
      expect(await call("GET", path)).toMatchObject({ status: 405, text: "" })
    }
  })
})

describe("a payment", () => {
  it("is retrieved without zeros, then with what is reserved, charged, refunded and cancelled", async () => {
    const id = await create()
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    const open = await retrieve(id)
    expect(open).toMatchObject({ summary: {}, paymentDetails: { cardDetails: {} } })
    expect(open.created).toMatch(/\.\d{4}\+00:00$/)
    expect((open.consumer as Record<string, unknown>).privatePerson).toEqual({ phoneNumber: {} })

    expect(codeOf(await charge(id, { amount: 10_000 }))).toBe("1003")
    expect((await pay(id)).status).toBe(200)
    expect((await pay(id)).status).toBe(409)
    expect(await terminate(id)).toMatchObject({ status: 409, text: "" })

    expect(await charge(id, { amount: 4_000 })).toMatchObject({
      status: 402,
      json: { code: "1015", message: "Order items missing", source: "internal" },
    })
    const { json } = await charge(id, lines(4_000))
    expect(codeOf(await charge(id, lines(7_000)))).toBe("1001")
    expect(codeOf(await charge(id, { amount: 0 }))).toBe("1002")
    expect((await charge(id, { amount: -1 })).status).toBe(400)

    const refunds = `/v1/charges/${String(json.chargeId)}/refunds`
    expect((await call("POST", refunds, { amount: 4_000 })).status).toBe(201)
    expect((await cancel(id, lines(6_000))).status).toBe(204)
    const end = await retrieve(id)
    expect(end).toMatchObject({
      summary: {
        reservedAmount: 10_000,
        chargedAmount: 4_000,
        refundedAmount: 4_000,
        cancelledAmount: 6_000,
      },
      charges: [{ chargeId: json.chargeId, amount: 4_000 }],
      refunds: [{ state: "Completed", amount: 4_000 }],
    })
    expect(end).not.toHaveProperty("orderDetails.orderItems")
  })

  it("charges at once when its checkout says so", async () => {
    const id = await paid({ checkout: { charge: true } })
    expect(await view(id)).toMatchObject({ reserved: 10_000, charged: 10_000 })
    expect(codeOf(await charge(id, { amount: 10_000 }))).toBe("1008")
  })

  it("may end while it is open, and not be paid after that", async () => {
    const id = await create()
    expect((await terminate(id)).status).toBe(204)
    expect((await terminate(id)).status).toBe(409)
    expect((await pay(id)).status).toBe(409)
    expect(await retrieve(id)).toHaveProperty("terminated")
  })

  it("takes new lines while it is open, whose sum must fit", async () => {
    const id = await create()
    const path = `/v1/payments/${id}/orderitems`
    const wrong = await call("PUT", path, { amount: 5_000, items: [line(4_999)] })
    expect(wrong.json.errors).toEqual({ amount: ["Amount dosent match sum of orderitems"] })
    const fits = { amount: 5_000, items: [line(5_000)] }
    expect((await call("PUT", path, fits)).status).toBe(204)
    await pay(id)
    expect(await view(id)).toMatchObject({ amount: 5_000, reserved: 5_000 })
    expect((await call("PUT", path, fits)).status).toBe(409)
    const unknown = `/v1/payments/${"0".repeat(32)}/orderitems`
    expect((await call("PUT", unknown, fits)).status).toBe(404)
    expect((await call("PUT", "/v1/payments//orderitems", fits)).status).toBe(405)
  })

  it("waits for the cost of shipping when the shop handles it", async () => {
    const id = await create({ checkout: { shipping: { merchantHandlesShippingCost: true } } })
    expect(codeOf(await pay(id))).toBe("1021")
    const update = { amount: 10_000, items: [line(10_000)], shipping: { costSpecified: true } }
    await call("PUT", `/v1/payments/${id}/orderitems`, update)
    expect((await pay(id)).status).toBe(200)
  })

  it("takes its order reference once and its merchant's reference at any time", async () => {
    const id = await create()
    const path = `/v1/payments/${id}/referenceinformation`
    const body = { checkoutUrl: "https://shop.example", reference: "1001" }
    expect((await call("PUT", path, body)).status).toBe(204)
    expect((await call("PUT", path, body)).status).toBe(204)
    expect(codeOf(await call("PUT", path, { ...body, reference: "1002" }))).toBe("1016")
    const mine = `/v1/payments/${id}/myreference`
    expect((await call("PUT", mine, { myReference: "x".repeat(37) })).status).toBe(400)
    await pay(id)
    expect((await call("PUT", mine, { myReference: "payses_2" })).status).toBe(204)
    expect(await retrieve(id)).toMatchObject({
      orderDetails: { reference: "1001" },
      myReference: "payses_2",
    })
  })

  it("of an embedded checkout stays on its domain", async () => {
    const id = await create({
      checkout: { integrationType: "EmbeddedCheckout", url: "https://shop.example/pay" },
    })
    const path = `/v1/payments/${id}/referenceinformation`
    const moved = { checkoutUrl: "https://other.example", reference: "1" }
    expect(codeOf(await call("PUT", path, moved))).toBe("1017")
    const same = { checkoutUrl: "https://shop.example/done", reference: "1" }
    expect((await call("PUT", path, same)).status).toBe(204)
  })
})

describe("a cancel", () => {
  it("releases the whole, once", async () => {
    const id = await paid()
    expect((await cancel(id, { amount: 10_000 })).status).toBe(204)
    expect(codeOf(await cancel(id, { amount: 10_000 }))).toBe("1019")
    expect(codeOf(await charge(id, { amount: 10_000 }))).toBe("1019")
  })

  it("needs lines for a part, and what is open, reserved and left", async () => {
    expect(codeOf(await cancel(await create(), { amount: 10_000 }))).toBe("1003")
    const id = await paid()
    await charge(id, lines(4_000))
    expect(codeOf(await cancel(id, { amount: 6_000 }))).toBe("1015")
    expect((await cancel(id, lines(6_001))).status).toBe(400)
    expect((await cancel(id, lines(6_000))).status).toBe(204)
    const full = await paid({ checkout: { charge: true } })
    expect(codeOf(await cancel(full, { amount: 10_000 }))).toBe("1008")
  })

  it("of a part does not go with a refund of a part", async () => {
    const id = await paid()
    const { json } = await charge(id, lines(4_000))
    await call("POST", `/v1/charges/${String(json.chargeId)}/refunds`, lines(1_000))
    expect(codeOf(await cancel(id, lines(6_000)))).toBe("1007")
  })

  it("that the method refuses changes nothing", async () => {
    const id = await paid()
    await call("POST", `/emulator/payments/${id}/decline`, { action: "cancel", code: 1000 })
    expect(codeOf(await cancel(id, { amount: 10_000 }))).toBe("1000")
    expect(await view(id)).toMatchObject({ cancelled: 0 })
    expect((await cancel(id, { amount: 10_000 })).status).toBe(204)
  })
})

describe("a charge", () => {
  it("with a known key gives the same id, and is refused for another amount", async () => {
    const id = await paid()
    const key = { "idempotency-key": "k1" }
    const first = await charge(id, lines(4_000), key)
    const second = await charge(id, lines(4_000), key)
    expect(second).toMatchObject({ status: 201, json: { chargeId: first.json.chargeId } })
    expect(codeOf(await charge(id, lines(1_000), key))).toBe("1026")
    expect((await charge(id, lines(4_000), { "idempotency-key": "k2" })).status).toBe(201)
    expect(await view(id)).toMatchObject({ charged: 8_000 })
    expect((await charge(id, lines(1), { "idempotency-key": "k".repeat(65) })).status).toBe(400)
  })

  it("that the method refuses may be tried again with its key, or not, by switch", async () => {
    const key = { "idempotency-key": "k1" }
    const tryTwice = async () => {
      const id = await paid()
      await call("POST", `/emulator/payments/${id}/decline`, { action: "charge", code: 1029 })
      expect(await charge(id, { amount: 10_000 }, key)).toMatchObject({
        status: 402,
        json: { code: "1029", source: "Issuer" },
      })
      return charge(id, { amount: 10_000 }, key)
    }
    expect((await tryTwice()).status).toBe(201)
    shop.emulator().switches.replay_refusals = true
    expect(codeOf(await tryTwice())).toBe("1029")
  })

  it("checks its other fields", async () => {
    const id = await paid()
    const x = (length: number) => "x".repeat(length)
    const wrong = {
      amount: 10_000,
      myReference: x(37),
      finalCharge: "yes",
      shipping: { trackingNumber: x(256), provider: x(5) },
      paymentMethodReference: x(21),
    }
    const { json } = await charge(id, wrong)
    expect(Object.keys(json.errors as object).sort()).toEqual([
      "finalCharge",
      "myReference",
      "paymentMethodReference",
      "shipping.provider",
      "shipping.trackingNumber",
    ])
    const { json: done } = await charge(id, { amount: 10_000, finalCharge: true })
    const { json: read } = await call("GET", `/v1/charges/${String(done.chargeId)}`)
    expect(read).toEqual({ chargeId: done.chargeId, amount: 10_000 })
  })
})

describe("test amounts", () => {
  it("below 2.00 are refused with their last digits, and may be tried again", async () => {
    const id = await create(order(133))
    expect((await pay(id)).json.declined).toBe(33)
    expect(await view(id)).toMatchObject({ reserved: 0 })
    shop.emulator().switches.test_amounts = false
    expect((await pay(id)).json.declined).toBeUndefined()
    expect(await view(id)).toMatchObject({ reserved: 133 })
  })

  it("of 3.XX take their time, in which nothing else may happen", async () => {
    shop.emulator().switches.delay_second_ms = 150
    const id = await create(order(310))
    const paying = pay(id)
    await until(async () => (await view(id)).paying === true)
    expect((await terminate(id)).status).toBe(409)
    expect((await pay(id)).status).toBe(409)
    expect((await paying).status).toBe(200)
    expect(await view(id)).toMatchObject({ reserved: 310 })
  })
})

it("listens on loopback only", async () => {
  await expect(startEmulator({ host: "0.0.0.0" as "127.0.0.1" })).rejects.toThrow("loopback")
})
