import { errorOfAnswer, isUnknownOutcome, noAnswer, strangeAnswer, wrongId } from "./client-error"
import { parsePayment } from "./domain/payment-state"
import type { NetsPayment } from "./domain/payment-state"
import { isNetsId, readId, readObject, readText, readTime } from "./domain/read"
import type { AmountBody, CreatePaymentBody } from "./domain/wire"

export type NetsClientSettings = {
  /** Where the payment API is, without `/v1`. */
  baseUrl: string
  secretKey: string
  /** Whether the shopper may be sent to this page. */
  isPaymentPage: (page: URL) => boolean
}

export type CreatedPayment = { payment_id: string; hosted_url: string; expires_at?: string }

/** Everything the plugin asks of Nets. Amounts are minor units. Errors: see `client-error.ts`. */
export type NetsClient = {
  create: (body: CreatePaymentBody) => Promise<CreatedPayment>
  retrieve: (paymentId: string) => Promise<NetsPayment>
  charge: (paymentId: string, body: AmountBody, key: string) => Promise<void>
  refundPayment: (paymentId: string, body: AmountBody, key: string) => Promise<void>
  refundCharge: (chargeId: string, body: AmountBody, key: string) => Promise<void>
  cancel: (paymentId: string, body: AmountBody) => Promise<void>
  /** Ends an open checkout; an error when it is not open any more. */
  terminate: (paymentId: string) => Promise<void>
}

type Request = {
  method: "GET" | "POST" | "PUT"
  path: string
  body?: object
  /** Idempotency key, where the API takes one. */
  key?: string
  /** How often the call may be made: more than once only when repeating it changes nothing. */
  tries: number
}

const TIMEOUT_MS = 15_000
const MAX_ANSWER_BYTES = 1_000_000
const WAIT_MS = 250

const readCapped = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader()
  const parts: Uint8Array[] = []
  for (let size = 0; reader;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > MAX_ANSWER_BYTES) {
      await reader.cancel()
      throw strangeAnswer()
    }
    parts.push(value)
  }
  return Buffer.concat(parts).toString("utf8")
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const exchange = async (
  { baseUrl, secretKey }: NetsClientSettings,
  { method, path, body, key }: Request
): Promise<{ status: number; text: string }> => {
  const headers = {
    authorization: secretKey,
    accept: "application/json",
    commerceplatformtag: "medusa-plugin-denmark",
    ...(body && { "content-type": "application/json" }),
    ...(key !== undefined && { "idempotency-key": key }),
  }
  try {
    const response = await fetch(`${baseUrl}/v1${path}`, {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: response.status, text: await readCapped(response) }
  } catch (error) {
    // The cause may hold the address and headers of the request, so it is not passed on.
    throw isUnknownOutcome(error) ? error : noAnswer()
  }
}

const once = async (settings: NetsClientSettings, request: Request): Promise<unknown> => {
  const { status, text } = await exchange(settings, request)
  const json = parseJson(text)
  if (status >= 200 && status < 300) {
    if (text !== "" && json === undefined) throw strangeAnswer()
    return json
  }
  if (status >= 300 && status < 400) throw strangeAnswer()
  throw errorOfAnswer(status, json)
}

/** The one network function: time limit, no redirects, capped answers, repeats only where that is safe. */
const send = async (settings: NetsClientSettings, request: Request): Promise<unknown> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(settings, request)
    } catch (error) {
      if (attempt >= request.tries || !isUnknownOutcome(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * attempt))
    }
  }
}

/** A path with an id in it; an empty or odd id would reach another resource. */
const pathOf = (resource: string, id: string, action = ""): string => {
  if (!isNetsId(id)) throw wrongId()
  return `/${resource}/${id}${action}`
}

const readCreated = (answer: unknown, settings: NetsClientSettings): CreatedPayment => {
  const created = readObject(answer)
  const paymentId = readId(created.paymentId)
  const page = readText(created.hostedPaymentPageUrl, 2_000)
  const expiresAt = readTime(created.expiresAt)
  if (paymentId === undefined || page === undefined || !URL.canParse(page)) throw strangeAnswer()
  if (!settings.isPaymentPage(new URL(page))) throw strangeAnswer()
  return {
    payment_id: paymentId,
    hosted_url: page,
    ...(expiresAt !== undefined && { expires_at: expiresAt }),
  }
}

/** The client of one Nets account. */
export const createNetsClient = (settings: NetsClientSettings): NetsClient => {
  const post = async (path: string, body: object, key?: string): Promise<void> => {
    const keyed = key === undefined ? { tries: 1 } : { key, tries: 2 }
    await send(settings, { method: "POST", path, body, ...keyed })
  }
  return {
    create: async (body) =>
      readCreated(
        await send(settings, { method: "POST", path: "/payments", body, tries: 1 }),
        settings
      ),
    retrieve: async (id) => {
      const path = pathOf("payments", id)
      const payment = parsePayment(await send(settings, { method: "GET", path, tries: 3 }))
      if (payment.payment_id?.replaceAll("-", "") !== id.replaceAll("-", "")) throw strangeAnswer()
      return payment
    },
    charge: (id, body, key) => post(pathOf("payments", id, "/charges"), body, key),
    refundPayment: (id, body, key) => post(pathOf("payments", id, "/refunds"), body, key),
    refundCharge: (id, body, key) => post(pathOf("charges", id, "/refunds"), body, key),
    cancel: (id, body) => post(pathOf("payments", id, "/cancels"), body),
    terminate: async (id) => {
      await send(settings, { method: "PUT", path: pathOf("payments", id, "/terminate"), tries: 1 })
    },
  }
}
