import { createServer } from "node:http"
import { EMULATOR_SECRET_KEY, startEmulator } from "."
import type { Emulator, EmulatorOptions } from "."

type Answer = { status: number; text: string; json: Record<string, unknown> }
type Heard = { event: string; id: string; authorization: string; body: Record<string, unknown> }

let emulator: Emulator
let stopListening: (() => void) | undefined

const start = async (options: EmulatorOptions = {}): Promise<void> => {
  emulator = await startEmulator({ webhookRetryMs: 5, ...options })
}

afterEach(async () => {
  await emulator.stop()
  stopListening?.()
  stopListening = undefined
})

const call = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {}
): Promise<Answer> => {
  const response = await fetch(emulator.url + path, {
    method,
    headers: { authorization: EMULATOR_SECRET_KEY, "content-type": "application/json", ...headers },
    redirect: "manual",
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false
  const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {}
  return { status: response.status, text, json }
}

const line = (gross: number) => ({
  reference: "sku",
  name: "Notesbog",
  quantity: 1,
  unit: "stk",
  unitPrice: gross,
  netTotalAmount: gross,
  grossTotalAmount: gross,
})

const createBody = (
  overrides: { order?: object; checkout?: object; notifications?: object } = {}
) => ({
  order: { amount: 10_000, currency: "DKK", items: [line(10_000)], ...overrides.order },
  checkout: {
    integrationType: "HostedPaymentPage",
    returnUrl: "https://shop.example/back?a=1",
    cancelUrl: "https://shop.example/cart",
    termsUrl: "https://shop.example/terms",
    ...overrides.checkout,
  },
  ...(overrides.notifications && { notifications: overrides.notifications }),
})

const create = async (overrides = {}): Promise<string> => {
  const answer = await call("POST", "/v1/payments", createBody(overrides))
  expect(answer.status).toBe(201)
  return answer.json.paymentId as string
}

/** A shop's webhook address that answers `statuses` in turn, then 200. */
const listen = async (statuses: number[] = []): Promise<{ url: string; heard: Heard[] }> => {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let text = ""
    request.on("data", (chunk: Buffer) => (text += chunk.toString()))
    request.on("end", () => {
      const body = JSON.parse(text) as Record<string, unknown>
      const authorization = request.headers.authorization ?? ""
      heard.push({ event: String(body.event), id: String(body.id), authorization, body })
      response.statusCode = statuses.shift() ?? 200
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  stopListening = () => server.close()
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return { url: `http://127.0.0.1:${port.toString()}/hook`, heard }
}

const hooks = (url: string, ...events: string[]) => ({
  notifications: {
    webHooks: events.map((eventName) => ({ eventName, url, authorization: "a".repeat(64) })),
  },
})

const until = async (check: () => boolean): Promise<void> => {
  for (let round = 0; round < 200 && !check(); round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  expect(check()).toBe(true)
}

describe("create", () => {
  beforeEach(() => start({ allowLoopback: false }))

  it("answers 401 without a body for a wrong key", async () => {
    const answer = await call("POST", "/v1/payments", createBody(), { authorization: "wrong" })
    expect(answer).toMatchObject({ status: 401, text: "" })
  })

  it.each([
    [
      "a sum that differs",
      { order: { amount: 9_999 } },
      "amount",
      "Amount dosent match sum of orderitems",
    ],
    [
      "an http webhook",
      hooks("http://shop.example/h", "payment.created"),
      "notifications.WebHooks[0].Url",
      "Field is not accepted as a valid URL",
    ],
    [
      "a webhook on this machine",
      hooks("https://localhost/h", "payment.created"),
      "notifications.WebHooks[0].Url",
      "Field is not accepted as a valid URL",
    ],
    [
      "a wrong integration type",
      { checkout: { integrationType: "hostedpaymentpage" } },
      "checkout.integrationType",
      "Field is not accepted as a valid integration type",
    ],
    ["no terms", { checkout: { termsUrl: undefined } }, "checkout.termsUrl", "Field is required"],
    [
      "a fraction",
      { order: { amount: 99.5 } },
      "order.amount",
      "Field is not accepted as a valid amount",
    ],
    [
      "a name that is too long",
      { order: { items: [{ ...line(10_000), name: "x".repeat(129) }] } },
      "order.items[0].name",
      "Field must be at most 128 characters",
    ],
  ])("refuses %s by field", async (_what, overrides, field, message) => {
    const answer = await call("POST", "/v1/payments", createBody(overrides))
    expect(answer.status).toBe(400)
    expect(answer.json.errors).toMatchObject({ [field]: [message] })
  })

  it("refuses a body that is not JSON with a message", async () => {
    const response = await fetch(`${emulator.url}/v1/payments`, {
      method: "POST",
      headers: { authorization: EMULATOR_SECRET_KEY },
      body: "{",
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ message: "The body is not valid JSON" })
  })
})

describe("a payment's life", () => {
  beforeEach(() => start())

  it("is retrieved without zeros, then with its reservation, charge and refund", async () => {
    const id = await create()
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    const open = await call("GET", `/v1/payments/${id}`)
    expect(open.json.payment).toMatchObject({ summary: {}, paymentDetails: { cardDetails: {} } })

    expect((await call("POST", `/v1/payments/${id}/charges`, { amount: 10_000 })).json.code).toBe(
      "1003"
    )
    expect((await call("POST", `/emulator/payments/${id}/pay`)).status).toBe(200)
    expect((await call("POST", `/emulator/payments/${id}/pay`)).status).toBe(409)
    expect((await call("PUT", `/v1/payments/${id}/terminate`)).status).toBe(409)

    const partial = await call("POST", `/v1/payments/${id}/charges`, { amount: 4_000 })
    expect(partial).toMatchObject({ status: 402, json: { code: "1015" } })
    const body = { amount: 4_000, orderItems: [line(4_000)] }
    const charge = await call("POST", `/v1/payments/${id}/charges`, body)
    expect(charge.status).toBe(201)
    const over = { amount: 7_000, orderItems: [line(7_000)] }
    expect((await call("POST", `/v1/payments/${id}/charges`, over)).json.code).toBe("1001")

    const chargeId = String(charge.json.chargeId)
    const refund = await call("POST", `/v1/charges/${chargeId}/refunds`, { amount: 4_000 })
    expect(refund.status).toBe(201)
    const again = await call("POST", `/v1/charges/${chargeId}/refunds`, { amount: 4_000 })
    expect(again.json.code).toBe("1009")

    expect((await call("POST", `/v1/payments/${id}/cancels`, { amount: 6_000 })).status).toBe(204)
    const end = await call("GET", `/v1/payments/${id}`)
    expect(end.json.payment).toMatchObject({
      summary: {
        reservedAmount: 10_000,
        chargedAmount: 4_000,
        refundedAmount: 4_000,
        cancelledAmount: 6_000,
      },
      refunds: [{ state: "Completed", amount: 4_000 }],
    })
  })

  it("repeats a charge with the same key and refuses the key for another amount", async () => {
    const id = await create()
    await call("POST", `/emulator/payments/${id}/pay`)
    const key = { "idempotency-key": "k1" }
    const path = `/v1/payments/${id}/charges`
    const first = await call("POST", path, { amount: 4_000, orderItems: [line(4_000)] }, key)
    const second = await call("POST", path, { amount: 4_000, orderItems: [line(4_000)] }, key)
    expect(second.json.chargeId).toBe(first.json.chargeId)
    const other = await call("POST", path, { amount: 1_000, orderItems: [line(1_000)] }, key)
    expect(other.json.code).toBe("1026")
    const view = await call("GET", `/emulator/payments/${id}`)
    expect(view.json.payment).toMatchObject({ charged: 4_000 })
  })

  it("ends when terminated, limits retrieve calls, and answers 404 and 405", async () => {
    const id = await create()
    expect((await call("PUT", `/v1/payments/${id}/terminate`)).status).toBe(204)
    expect((await call("POST", `/emulator/payments/${id}/pay`)).status).toBe(409)
    expect((await call("GET", `/v1/payments/${"0".repeat(32)}`)).status).toBe(404)
    expect((await call("GET", "/v1/payments/")).status).toBe(405)
    for (let read = 0; read < 30; read += 1) await call("GET", `/v1/payments/${id}`)
    expect((await call("GET", `/v1/payments/${id}`)).status).toBe(429)
  })

  it("sets the order reference once", async () => {
    const id = await create()
    const path = `/v1/payments/${id}/referenceinformation`
    const body = { checkoutUrl: "https://shop.example", reference: "1001" }
    expect((await call("PUT", path, body)).status).toBe(204)
    expect((await call("PUT", path, body)).status).toBe(204)
    expect((await call("PUT", path, { ...body, reference: "1002" })).json.code).toBe("1016")
  })

  it("loses an answer after it has charged when told to", async () => {
    const id = await create()
    await call("POST", `/emulator/payments/${id}/pay`)
    await call("POST", "/emulator/faults", { path: "/charges", kind: "answer_lost" })
    await expect(call("POST", `/v1/payments/${id}/charges`, { amount: 10_000 })).rejects.toThrow()
    const view = await call("GET", `/emulator/payments/${id}`)
    expect(view.json.payment).toMatchObject({ charged: 10_000 })
  })
})

describe("webhooks", () => {
  it("come with the raw authorization until the answer is exactly 200, twins sharing an id", async () => {
    await start()
    const { url, heard } = await listen([500, 204])
    const events = [
      "payment.reservation.created",
      "payment.reservation.created.v2",
      "payment.charge.created.v2",
    ]
    const id = await create({ ...hooks(url, ...events), checkout: { charge: true } })
    await call("POST", `/emulator/payments/${id}/pay`, { method: "mobilepay" })
    await until(() => heard.length === 5)
    expect(new Set(heard.map(({ authorization }) => authorization))).toEqual(
      new Set(["a".repeat(64)])
    )
    const ids = (event: string) =>
      new Set(heard.filter((one) => one.event === event).map((one) => one.id))
    expect(ids(events[0] ?? "")).toEqual(ids(events[1] ?? ""))
    expect(heard.find(({ event }) => event === events[2])?.body).toMatchObject({
      merchantNumber: 100_000_001,
      data: { paymentId: id, amount: { amount: 10_000, currency: "DKK" } },
    })
    const view = await call("POST", `/emulator/payments/${id}/redeliver`)
    expect(view.json.statuses).toEqual([200, 200, 200])
    expect(heard).toHaveLength(8)
  })

  it("follow a pending refund to its end", async () => {
    await start({ refundState: "Pending" })
    const { url, heard } = await listen()
    const id = await create({
      ...hooks(url, "payment.refund.initiated.v2", "payment.refund.failed"),
      checkout: { charge: true },
    })
    await call("POST", `/emulator/payments/${id}/pay`)
    const refund = await call("POST", `/v1/payments/${id}/refunds`, { amount: 10_000 })
    await call("POST", `/emulator/refunds/${String(refund.json.refundId)}`, { state: "Failed" })
    await until(() => heard.length === 2)
    expect(heard.map(({ event }) => event).sort()).toEqual([
      "payment.refund.failed",
      "payment.refund.initiated.v2",
    ])
  })
})

describe("the hosted page", () => {
  beforeEach(() => start())

  const press = (id: string, choice: string) =>
    fetch(`${emulator.url}/pay/${id}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ choice }),
    })

  it("speaks Danish and English under a clear banner and escapes what it shows", async () => {
    const id = await create({ order: { items: [{ ...line(10_000), name: 'A & "B"' }] } })
    const danish = await call("GET", `/pay/${id}?language=da-DK`)
    expect(danish.text).toContain("Nets-emulator")
    expect(danish.text).toContain("Betal med kort")
    expect(danish.text).toContain("A &amp; &quot;B&quot;")
    expect((await call("GET", `/pay/${id}?language=en-GB`)).text).toContain("Pay with card")
  })

  it("returns to the shop with the payment id, or to the cancel address", async () => {
    const id = await create()
    const cancelled = await press(id, "cancel")
    expect(cancelled.headers.get("location")).toBe("https://shop.example/cart")
    const paid = await press(id, "card")
    expect(paid.status).toBe(303)
    expect(paid.headers.get("location")).toBe(`https://shop.example/back?a=1&paymentid=${id}`)
    expect((await call("GET", `/pay/${id}?language=da-DK`)).text).toContain(
      "Betalingen er afsluttet"
    )
  })
})

it("listens on loopback only", async () => {
  await start()
  await expect(startEmulator({ host: "0.0.0.0" as "127.0.0.1" })).rejects.toThrow("loopback")
})
