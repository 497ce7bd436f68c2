import { createServer } from "node:http"
import type { IncomingMessage, Server, ServerResponse } from "node:http"
import { createNetsClient } from "./client"
import type { NetsClient } from "./client"
import {
  errorOfAnswer,
  isNotFoundAtNets,
  isRateLimited,
  isUnknownOutcome,
  retryAfterOf,
} from "./client-error"
import { summaryLine } from "./domain/order-lines"
import type { CreatePaymentBody } from "./domain/wire"

const ID = "a".repeat(32)
const embedded: CreatePaymentBody = {
  order: { items: [summaryLine(100, "Ordre")], amount: 100, currency: "DKK" },
  checkout: {
    integrationType: "EmbeddedCheckout",
    url: "https://shop.example/pay",
    termsUrl: "https://shop.example/terms",
    merchantTermsUrl: "https://shop.example/privacy",
    merchantHandlesConsumerData: true,
    charge: false,
    publicDevice: true,
  },
  notifications: { webHooks: [] },
  myReference: "payses_1",
}
const hosted: CreatePaymentBody = {
  ...embedded,
  checkout: {
    ...embedded.checkout,
    integrationType: "HostedPaymentPage",
    returnUrl: "https://shop.example/return",
    cancelUrl: "https://shop.example/cart",
  },
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void

let server: Server
let client: NetsClient
let calls: string[]
let answers: Answer[]

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(JSON.stringify(body))
const bare =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end()
const broken: Answer = (response) => {
  response.destroy()
}
const payment = (extra: object = {}): Answer => json(200, { payment: { paymentId: ID, ...extra } })

const rejection = async (promise: Promise<unknown>): Promise<object & { code: string }> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason
  )
  if (!(error instanceof Object && "code" in error)) throw new Error("no error")
  return Object.assign(error, { code: String(error.code) })
}

beforeEach(async () => {
  calls = []
  answers = []
  server = createServer((request, response) => {
    calls.push(`${request.method ?? ""} ${request.url ?? ""}`)
    const answer = answers.shift() ?? bare(500)
    request.resume().on("end", () => {
      answer(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const baseUrl = `http://127.0.0.1:${port.toString()}`
  client = createNetsClient({
    baseUrl,
    secretKey: "a-secret-key",
    isPaymentPage: (page) => page.origin === baseUrl,
  })
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

describe("an answer that is not the payment API's", () => {
  it.each<[string, Answer]>([
    ["a redirect", bare(302, { location: "http://127.0.0.1:1/" })],
    ["more than is read", (response) => response.writeHead(201).end("x".repeat(1_100_000))],
    ["broken JSON", (response) => response.writeHead(201).end("{ truncated")],
    ["no payment id", json(201, {})],
    ["no page", json(201, { paymentId: ID })],
    ["a foreign page", json(201, { paymentId: ID, hostedPaymentPageUrl: "https://evil.example" })],
  ])("is not believed: %s", async (_what, answer) => {
    answers = [answer]
    expect((await rejection(client.create(hosted))).code).toBe("nets_unknown_strange_answer")
    expect(calls).toEqual(["POST /v1/payments"])
  })

  it("of another payment is not taken for this one", async () => {
    answers = [payment({ paymentId: "b".repeat(32) })]
    expect((await rejection(client.retrieve(ID))).code).toBe("nets_unknown_strange_answer")
  })
})

describe("an answer that does not come in time", () => {
  const stalled: Answer = (response) => response.writeHead(200).write("{")
  const silent: Answer = () => undefined

  it.each<[string, Answer]>([
    ["at all", silent],
    ["to its end", stalled],
  ])("%s is given up after 15 seconds", async (_what, answer) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    const limit = jest.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout(100))
    answers = [answer]
    const error = await rejection(client.terminate(ID))
    expect(error.code).toBe("nets_unknown_no_answer")
    expect(limit.mock.calls).toEqual([[15_000]])
    limit.mockRestore()
  })
})

describe("an embedded payment", () => {
  it("has no page", async () => {
    answers = [json(201, { paymentId: ID, expiresAt: "2026-11-27T10:00:00.0000+01:00" })]
    expect(await client.create(embedded)).toEqual({
      payment_id: ID,
      expires_at: "2026-11-27T09:00:00.000Z",
    })
  })
})

describe("repeats", () => {
  it("are made of reads, three times at most", async () => {
    answers = [broken, bare(503), payment()]
    expect(await client.retrieve(ID)).toMatchObject({ payment_id: ID })
    answers = [bare(500), bare(502), bare(503), payment()]
    expect((await rejection(client.retrieve(ID))).code).toBe("nets_unknown_http_503")
    expect(calls).toHaveLength(6)
  })

  it("are made once of what carries a key, with the same key", async () => {
    const keys: unknown[] = []
    const noting =
      (answer: Answer): Answer =>
      (response, request) => {
        keys.push(request.headers["idempotency-key"])
        answer(response, request)
      }
    answers = [noting(broken), noting(json(201, { chargeId: ID }))]
    await client.charge(ID, { amount: 1 }, "the-key")
    answers = [noting(bare(500)), noting(bare(500)), noting(json(201, {}))]
    const lost = await rejection(client.refundCharge(ID, { amount: 1 }, "other-key"))
    expect(isUnknownOutcome(lost)).toBe(true)
    expect(keys).toEqual(["the-key", "the-key", "other-key", "other-key"])
  })

  it.each<[string, () => Promise<unknown>]>([
    ["create", () => client.create(hosted)],
    ["cancel", () => client.cancel(ID, { amount: 1 })],
    ["terminate", () => client.terminate(ID)],
    ["cancelPendingRefund", () => client.cancelPendingRefund(ID)],
  ])("are never made of %s", async (_name, call) => {
    answers = [broken, bare(204)]
    expect((await rejection(call())).code).toBe("nets_unknown_no_answer")
    expect(calls).toHaveLength(1)
  })

  it("are not made of a refusal", async () => {
    answers = [json(400, { errors: { amount: ["canary"] } }), payment()]
    expect((await rejection(client.retrieve(ID))).code).toBe("nets_refused_http_400")
    expect(calls).toHaveLength(1)
  })
})

describe("being asked to wait", () => {
  it.each([
    [{ "retry-after": "120" }, 120],
    [{ "retry-after": "99999" }, 3_600],
    [{ "retry-after": "soon" }, 60],
    [{}, 60],
  ])("is an outcome of its own: 429 with %j", async (headers, seconds) => {
    answers = [json(429, { code: "42900", message: "canary" }, headers)]
    const error = await rejection(client.retrieve(ID))
    expect(error.code).toBe("nets_rate_limited_http_429")
    expect(isRateLimited(error)).toBe(true)
    expect(isUnknownOutcome(error)).toBe(false)
    expect(retryAfterOf(error)).toBe(seconds)
    expect(calls).toHaveLength(1)
  })

  it("understands a date", async () => {
    const date = new Date(Date.now() + 300_000).toUTCString()
    answers = [bare(429, { "retry-after": date })]
    const seconds = retryAfterOf(await rejection(client.retrieve(ID)))
    expect(seconds).toBeGreaterThan(290)
    expect(seconds).toBeLessThanOrEqual(301)
  })

  it("for long is passed on, for a moment is waited for", async () => {
    answers = [bare(503, { "retry-after": "30" }), payment()]
    const error = await rejection(client.retrieve(ID))
    expect(isUnknownOutcome(error)).toBe(true)
    expect(retryAfterOf(error)).toBe(30)
    expect(calls).toHaveLength(1)
    answers = [bare(503, { "retry-after": "1" }), payment()]
    const start = performance.now()
    expect(await client.retrieve(ID)).toMatchObject({ payment_id: ID })
    expect(performance.now() - start).toBeGreaterThan(950)
  })
})

describe("the key check", () => {
  it("asks for no payment, and says nothing when Nets is down", async () => {
    answers = [bare(404), bare(401), bare(500), bare(500), bare(500)]
    expect(await client.isKeyAccepted()).toBe(true)
    expect(await client.isKeyAccepted()).toBe(false)
    expect(isUnknownOutcome(await rejection(client.isKeyAccepted()))).toBe(true)
    expect(new Set(calls)).toEqual(new Set([`GET /v1/payments/${"0".repeat(32)}`]))
  })
})

describe("the order's number", () => {
  const page = "https://shop.example/pay"
  const path = `PUT /v1/payments/${ID}/referenceinformation`

  it("is written with the page Nets knows", async () => {
    answers = [payment({ checkout: { url: page }, orderDetails: {} }), bare(204)]
    await client.setReference(ID, "1001")
    expect(calls).toEqual([`GET /v1/payments/${ID}`, path])
  })

  it("is left alone when it is there, even if it came in between", async () => {
    answers = [payment({ checkout: { url: page }, orderDetails: { reference: "1001" } })]
    await client.setReference(ID, "1001")
    expect(calls).toHaveLength(1)
    answers = [payment({ checkout: { url: page } }), json(500, { code: "1016" })]
    await client.setReference(ID, "1001")
    answers = [payment({ checkout: { url: page } }), json(500, { code: "1017" })]
    expect((await rejection(client.setReference(ID, "1001"))).code).toBe("nets_refused_1017")
  })
})

it("stops a pending refund at its own address", async () => {
  answers = [bare(204), json(500, { code: "1025" })]
  await client.cancelPendingRefund(ID)
  const late = await rejection(client.cancelPendingRefund(ID))
  expect(late).toMatchObject({
    code: "nets_refused_1025",
    message: "The refund cannot be stopped any more.",
  })
  expect(calls[0]).toBe(`POST /v1/pending-refunds/${ID}/cancel`)
})

describe("errorOfAnswer", () => {
  it.each<[number, unknown, string]>([
    [401, { code: "40100" }, "nets_refused_http_401"],
    [402, { code: "1029", message: "canary" }, "nets_refused_1029"],
    [402, { code: "05", message: "canary" }, "nets_refused_5"],
    [404, undefined, "nets_refused_http_404"],
    [404, { code: "40400" }, "nets_refused_http_404"],
    [404, { code: 1011 }, "nets_refused_1011"],
    [405, "<html>canary</html>", "nets_refused_http_405"],
    [408, undefined, "nets_unknown_http_408"],
    [409, { code: "40900" }, "nets_refused_40900"],
    [400, [], "nets_refused_http_400"],
    [500, { code: "1005" }, "nets_refused_1005"],
    [500, { code: "1008" }, "nets_unknown_1008"],
    [500, { code: "77777", source: "internal" }, "nets_unknown_http_500"],
    [502, "<html>", "nets_unknown_http_502"],
  ])("a %i with %j is %s", (status, body, code) => {
    const error = errorOfAnswer(status, body)
    expect(error.code).toBe(code)
    expect(error.message).not.toContain("canary")
    expect(isNotFoundAtNets(error)).toBe(code === "nets_refused_http_404")
  })

  it("is nobody else's", () => {
    expect(isUnknownOutcome(new Error("nets_unknown_1000"))).toBe(false)
    expect(isRateLimited(undefined)).toBe(false)
    expect(retryAfterOf({ retry_after: "1" })).toBeUndefined()
  })
})
