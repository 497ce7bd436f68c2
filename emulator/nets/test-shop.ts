import { createServer } from "node:http"
import { EMULATOR_SECRET_KEY, startEmulator } from "."
import type { Emulator, EmulatorOptions } from "."

type Json = Record<string, unknown>
export type Answer = { status: number; text: string; json: Json; headers: Headers }
export type Heard = { event: string; id: string; authorization: string; body: Json }

/** An order line of so many øre. */
export const line = (gross: number, more: Json = {}) => ({
  reference: "sku",
  name: "Notesbog",
  quantity: 1,
  unit: "stk",
  unitPrice: gross,
  netTotalAmount: gross,
  grossTotalAmount: gross,
  ...more,
})

export const lines = (amount: number) => ({ amount, orderItems: [line(amount)] })

const merge = (base: Json, more: Json): Json => {
  const merged = { ...base }
  for (const [name, value] of Object.entries(more)) {
    const old = merged[name]
    const isPart = (part: unknown): part is Json =>
      typeof part === "object" && part !== null && !Array.isArray(part)
    merged[name] = isPart(old) && isPart(value) ? merge(old, value) : value
  }
  return merged
}

/** A create body of 100 kr. that the emulator accepts, with `overrides` merged in part by part. */
export const createBody = (overrides: Json = {}): Json => {
  const base = {
    order: { amount: 10_000, currency: "DKK", items: [line(10_000)] },
    checkout: {
      integrationType: "HostedPaymentPage",
      returnUrl: "https://shop.example/back?a=1",
      cancelUrl: "https://shop.example/cart",
      termsUrl: "https://shop.example/terms",
    },
  }
  return merge(base, overrides)
}

/** Overrides for an order of another amount. */
export const order = (amount: number, currency = "DKK") => ({
  order: { amount, currency, items: [line(amount)] },
})

/** What Klarna wants to know before it is offered. */
export const known = {
  checkout: {
    countryCode: "DNK",
    consumer: { phoneNumber: { prefix: "+45", number: "12345678" } },
  },
}

/** Overrides that register one address for these events. */
export const hooks = (url: string, ...events: string[]) => ({
  notifications: {
    webHooks: events.map((eventName) => ({ eventName, url, authorization: "a".repeat(64) })),
  },
})

/** One emulator per test, and the calls of a shop to it. */
export const testShop = () => {
  let emulator: Emulator | undefined
  let stopListening: (() => void) | undefined

  const running = (): Emulator => {
    if (!emulator) throw new Error("The emulator is not started")
    return emulator
  }

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {}
  ): Promise<Answer> => {
    const response = await fetch(running().url + path, {
      method,
      headers: { authorization: EMULATOR_SECRET_KEY, ...headers },
      redirect: "manual",
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false
    const json = isJson ? (JSON.parse(text) as Json) : {}
    return { status: response.status, text, json, headers: response.headers }
  }

  const create = async (overrides: Json = {}): Promise<string> => {
    const answer = await call("POST", "/v1/payments", createBody(overrides))
    if (answer.status !== 201) throw new Error(`create: ${answer.text}`)
    return String(answer.json.paymentId)
  }

  const pay = (id: string, method = "card", more: Json = {}) =>
    call("POST", `/emulator/payments/${id}/pay`, { method, ...more })

  /** A shop's webhook address that answers `statuses` in turn, then 200. */
  const listen = async (statuses: number[] = []): Promise<{ url: string; heard: Heard[] }> => {
    const heard: Heard[] = []
    const server = createServer((request, response) => {
      let text = ""
      request.on("data", (chunk: Buffer) => (text += chunk.toString()))
      request.on("end", () => {
        const body = JSON.parse(text) as Json
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

  return {
    start: async (options: EmulatorOptions = {}): Promise<void> => {
      emulator = await startEmulator({ webhookRetryMs: 5, ...options })
    },
    stop: async (): Promise<void> => {
      await emulator?.stop()
      stopListening?.()
      emulator = undefined
      stopListening = undefined
    },
    emulator: running,
    call,
    create,
    pay,
    /** A payment of the given body that the shopper has paid. */
    paid: async (overrides: Json = {}, method = "card"): Promise<string> => {
      const id = await create(overrides)
      const answer = await pay(id, method)
      if (answer.status !== 200) throw new Error(`pay: ${answer.text}`)
      return id
    },
    charge: (id: string, body: unknown, headers: Record<string, string> = {}) =>
      call("POST", `/v1/payments/${id}/charges`, body, headers),
    retrieve: async (id: string): Promise<Json> =>
      (await call("GET", `/v1/payments/${id}`)).json.payment as Json,
    view: async (id: string): Promise<Json> =>
      (await call("GET", `/emulator/payments/${id}`)).json.payment as Json,
    /** The create call accepts a body, and refuses another for this one field. */
    holds: async (field: string, accepted: object, refused: object): Promise<void> => {
      await create({ ...accepted })
      const answer = await call("POST", "/v1/payments", createBody({ ...refused }))
      expect(answer.status).toBe(400)
      expect(Object.keys(answer.json.errors as object)).toEqual([field])
    },
    listen,
  }
}

/** Waits until something is so; fails after ten seconds. */
export const until = async (check: () => boolean | Promise<boolean>): Promise<void> => {
  for (let round = 0; round < 1_000; round += 1) {
    if (await check()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error("It did not happen")
}
