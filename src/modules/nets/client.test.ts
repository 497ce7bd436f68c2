import { EMULATOR_SECRET_KEY, startEmulator } from "../../../emulator/nets"
import type { Emulator } from "../../../emulator/nets"
import { createNetsClient } from "./client"
import type { NetsClient } from "./client"
import { isPaymentPage } from "./domain/page-hosts"
import { summaryLine } from "./domain/order-lines"
import type { CreatePaymentBody } from "./domain/wire"
import { chargeRecorded, dropSession, refundRecorded, releaseReservation } from "./move-money"

const body = (overrides: { charge?: boolean } = {}, amount = 10_000): CreatePaymentBody => ({
  order: { items: [summaryLine(10_000, "Ordre")], amount, currency: "DKK" },
  checkout: {
    integrationType: "HostedPaymentPage",
    returnUrl: "https://shop.example/return",
    cancelUrl: "https://shop.example/cart",
    termsUrl: "https://shop.example/terms",
    merchantTermsUrl: "https://shop.example/privacy",
    merchantHandlesConsumerData: true,
    charge: false,
    publicDevice: true,
    ...overrides,
  },
  notifications: { webHooks: [] },
  myReference: "payses_1",
})

const rejection = async (promise: Promise<unknown>): Promise<{ code: string; message: string }> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason
  )
  if (!(error instanceof Object && "code" in error && "message" in error))
    throw new Error("no error")
  return { code: String(error.code), message: String(error.message) }
}

let emulator: Emulator
let client: NetsClient

const clientOf = (baseUrl: string, secretKey = EMULATOR_SECRET_KEY): NetsClient =>
  createNetsClient({ baseUrl, secretKey, isPaymentPage: (page) => isPaymentPage(page, baseUrl) })

const post = (path: string, data: object = {}) =>
  fetch(emulator.url + path, { method: "POST", body: JSON.stringify(data) })

const pay = async (overrides: { charge?: boolean } = {}, method = "card") => {
  const { payment_id: id } = await client.create(body(overrides))
  await post(`/emulator/payments/${id}/pay`, { method })
  return id
}

const fault = (path: string, kind: string, extra: object = {}) =>
  post("/emulator/faults", { path, kind, ...extra })

const rows = (amount: number, total = amount) => ({ currency: "dkk", amount, total })

beforeEach(async () => {
  emulator = await startEmulator()
  client = clientOf(emulator.url)
})

afterEach(() => emulator.stop())

describe("the client", () => {
  it("reads a payment by allow-list", async () => {
    const id = await pay()
    expect(await client.retrieve(id)).toMatchObject({
      payment_id: id,
      my_reference: "payses_1",
      amount: 10_000,
      currency: "DKK",
      reserved: 10_000,
      payment_method: "Visa",
    })
    expect(JSON.stringify(await client.retrieve(id))).not.toMatch(/canary/i)
  })

  it("names refused fields and codes, not what was sent", async () => {
    const sum = await rejection(client.create(body({}, 9_999)))
    expect(sum).toEqual({
      code: "nets_refused_http_400",
      message: "Nets refused the request: fields amount.",
    })
    const key = await rejection(clientOf(emulator.url, "wrong-key").create(body()))
    expect(key.code).toBe("nets_refused_http_401")
    expect(key.message).not.toContain("wrong-key")
    const id = await pay()
    const over = { amount: 20_000, orderItems: [summaryLine(20_000, "Ordre")] }
    expect((await rejection(client.charge(id, over, "k"))).code).toBe("nets_refused_1001")
  })

  it("tells a key that is taken from one that is not, and creates nothing", async () => {
    expect(await client.isKeyAccepted()).toBe(true)
    expect(await clientOf(emulator.url, "wrong-key").isKeyAccepted()).toBe(false)
  })

  it("writes an order's number once", async () => {
    const id = await pay()
    await client.setReference(id, "1001")
    await client.setReference(id, "1002")
    const view = await fetch(`${emulator.url}/v1/payments/${id}`, {
      headers: { authorization: EMULATOR_SECRET_KEY },
    })
    expect(await view.json()).toMatchObject({ payment: { orderDetails: { reference: "1001" } } })
  })

  it("builds no path from an id that is none", async () => {
    for (const id of ["", "../payments", "a".repeat(31), `${"a".repeat(32)}/charges`]) {
      expect((await rejection(client.retrieve(id))).code).toBe("nets_refused_id")
    }
  })

  it("reads again after an error, but sends a create and a cancel once", async () => {
    const id = await pay()
    await fault("/payments", "html")
    await fault("/payments", "unavailable")
    expect(await client.retrieve(id)).toMatchObject({ reserved: 10_000 })
    await fault("/cancels", "unavailable")
    expect((await rejection(client.cancel(id, { amount: 10_000 }))).code).toBe("nets_unknown_1000")
    await fault("/payments", "answer_lost")
    expect((await rejection(client.create(body()))).code).toBe("nets_unknown_no_answer")
  })
})

describe("money", () => {
  it("is charged to what is recorded, never beyond", async () => {
    const id = await pay()
    await chargeRecorded(client, id, rows(4_000))
    await chargeRecorded(client, id, rows(4_000))
    expect(await client.retrieve(id)).toMatchObject({ charged: 4_000 })
    await chargeRecorded(client, id, rows(6_000, 10_000))
    const full = await chargeRecorded(client, id, rows(6_000, 10_000))
    expect(full.charges.map(({ amount }) => amount)).toEqual([4_000, 6_000])
    expect((await rejection(chargeRecorded(client, id, rows(1, 10_001)))).code).toBe(
      "nets_not_reserved"
    )
  })

  it("is not charged again when it was charged at once", async () => {
    const swish = await pay({}, "swish")
    expect((await chargeRecorded(client, swish, rows(10_000))).charges).toHaveLength(1)
    const auto = await pay({ charge: true })
    expect((await chargeRecorded(client, auto, rows(10_000))).charges).toHaveLength(1)
  })

  it("is refunded once over several charges, also when the answer is lost", async () => {
    const id = await pay()
    await chargeRecorded(client, id, rows(4_000))
    await chargeRecorded(client, id, rows(6_000, 10_000))
    await fault("/refunds", "answer_lost")
    await fault("/refunds", "unavailable")
    expect(refunded(await refundRecorded(client, id, rows(7_000)))).toBe(7_000)
    expect(refunded(await refundRecorded(client, id, rows(7_000)))).toBe(7_000)
    const more = await rejection(refundRecorded(client, id, rows(3_001, 10_001)))
    expect(more.code).toBe("nets_not_charged")
  })

  it("is released once; what is charged is not", async () => {
    const id = await pay()
    await chargeRecorded(client, id, rows(4_000))
    await fault("/cancels", "answer_lost")
    expect(await releaseReservation(client, id)).toMatchObject({ charged: 4_000, cancelled: 6_000 })
    expect((await rejection(releaseReservation(client, id))).code).toBe("nets_charged")
    const open = (await client.create(body())).payment_id
    expect(await releaseReservation(client, open)).toMatchObject({ terminated: true })
    expect(await releaseReservation(client, open)).toMatchObject({ terminated: true })
  })

  it("keeps its session once it is paid", async () => {
    const open = (await client.create(body())).payment_id
    await dropSession(client, open)
    await dropSession(client, open)
    expect(await client.retrieve(open)).toMatchObject({ terminated: true })
    expect((await rejection(dropSession(client, await pay()))).code).toBe("payment_in_progress")
    expect((await rejection(dropSession(client, await pay({ charge: true })))).code).toBe(
      "payment_in_progress"
    )
    await dropSession(client, "0".repeat(32))
  })

  it("is kept when the shopper pays between the look and the end of the checkout", async () => {
    const { payment_id: id } = await client.create(body())
    const racing: NetsClient = {
      ...client,
      terminate: async (paymentId) => {
        await post(`/emulator/payments/${paymentId}/pay`)
        return client.terminate(paymentId)
      },
    }
    expect((await rejection(dropSession(racing, id))).code).toBe("payment_in_progress")
    expect(await client.retrieve(id)).toMatchObject({ reserved: 10_000, cancelled: 0 })
  })
})

const refunded = (payment: { refunded: number }): number => payment.refunded
