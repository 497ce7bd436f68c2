import {
  errorOfAnswer,
  isNotFoundAtNets,
  isReferenceSet,
  isUnknownOutcome,
  isWrongKey,
  noAnswer,
  retryAfterOf,
  strangeAnswer,
  wrongId,
} from "./client-error"
import { parsePayment } from "./domain/payment-state"
import type { NetsPayment } from "./domain/payment-state"
import { isNetsId, readId, readObject, readText, readTime } from "./domain/read"
import { readRetryAfter } from "./domain/retry-after"
import type { AmountBody, CreatePaymentBody } from "./domain/wire"

export type NetsClientSettings = {
  /** Where the payment API is, without `/v1`. */
  baseUrl: string
  secretKey: string
  /** Whether the shopper may be sent to this page. */
  isPaymentPage: (page: URL) => boolean
}

/** `hosted_url` only for a payment on the hosted page. */
export type CreatedPayment = { payment_id: string; hosted_url?: string; expires_at?: string }

/** Everything the plugin asks of Nets. Amounts are minor units. Errors: see `client-error.ts`. */
export type NetsClient = {
  create: (body: CreatePaymentBody) => Promise<CreatedPayment>
  /** One of the 30 reads an hour Nets allows for a payment. */
  retrieve: (paymentId: string) => Promise<NetsPayment>
  charge: (paymentId: string, body: AmountBody, key: string) => Promise<void>
  refundPayment: (paymentId: string, body: AmountBody, key: string) => Promise<void>
  refundCharge: (chargeId: string, body: AmountBody, key: string) => Promise<void>
  /** Stops a refund that is still pending; refused with code 1025 when it is too late. */
  cancelPendingRefund: (refundId: string) => Promise<void>
  cancel: (paymentId: string, body: AmountBody) => Promise<void>
  /** Ends an open checkout; an error when it is not open any more. */
  terminate: (paymentId: string) => Promise<void>
  /** Writes the order's number on the payment, once: one that is set already stays. Reads the payment. */
  setReference: (paymentId: string, reference: string) => Promise<void>
  /** Whether Nets takes the secret key; asks for a payment that cannot exist, and creates nothing. */
  isKeyAccepted: () => Promise<boolean>
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

type Answer = { status: number; text: string; retryAfter: number | undefined }

const TIMEOUT_MS = 15_000
const MAX_ANSWER_BYTES = 1_000_000
const WAIT_MS = 250
/** Who asks for more patience is not asked again here; the caller comes back. */
const LONGEST_WAIT_SECONDS = 2
const NO_PAYMENT = "0".repeat(32)

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
): Promise<Answer> => {
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
    const retryAfter = readRetryAfter(response.headers.get("retry-after"), new Date())
    return { status: response.status, text: await readCapped(response), retryAfter }
  } catch (error) {
    // The cause may hold the address and headers of the request, so it is not passed on.
    throw isUnknownOutcome(error) ? error : noAnswer()
  }
}

const once = async (settings: NetsClientSettings, request: Request): Promise<unknown> => {
  const { status, text, retryAfter } = await exchange(settings, request)
  const json = parseJson(text)
  if (status >= 200 && status < 300) {
    if (text !== "" && json === undefined) throw strangeAnswer()
    return json
  }
  if (status >= 300 && status < 400) throw strangeAnswer()
  throw errorOfAnswer(status, json, retryAfter)
}

/** Milliseconds before the next try; undefined when there must not be one. */
const waitBefore = (error: unknown, attempt: number, tries: number): number | undefined => {
  if (attempt >= tries || !isUnknownOutcome(error)) return undefined
  const asked = retryAfterOf(error) ?? 0
  return asked > LONGEST_WAIT_SECONDS ? undefined : Math.max(WAIT_MS * attempt, asked * 1000)
}

/** The one network function: time limit, no redirects, capped answers, repeats only where that is safe. */
const send = async (settings: NetsClientSettings, request: Request): Promise<unknown> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(settings, request)
    } catch (error) {
      const wait = waitBefore(error, attempt, request.tries)
      if (wait === undefined) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

/** A path with an id in it; an empty or odd id would reach another resource. */
const pathOf = (resource: string, id: string, action = ""): string => {
  if (!isNetsId(id)) throw wrongId()
  return `/${resource}/${id}${action}`
}

const readPage = (answer: unknown, { isPaymentPage }: NetsClientSettings): string => {
  const page = readText(readObject(answer).hostedPaymentPageUrl, 2_000)
  if (page === undefined || !URL.canParse(page)) throw strangeAnswer()
  if (!isPaymentPage(new URL(page))) throw strangeAnswer()
  return page
}

const create = async (
  settings: NetsClientSettings,
  body: CreatePaymentBody
): Promise<CreatedPayment> => {
  const answer = await send(settings, { method: "POST", path: "/payments", body, tries: 1 })
  const created = readObject(answer)
  const paymentId = readId(created.paymentId)
  const expiresAt = readTime(created.expiresAt)
  if (paymentId === undefined) throw strangeAnswer()
  const hosted = body.checkout.integrationType === "HostedPaymentPage"
  return {
    payment_id: paymentId,
    ...(hosted && { hosted_url: readPage(answer, settings) }),
    ...(expiresAt !== undefined && { expires_at: expiresAt }),
  }
}

/** The answer of a read, which may be repeated: it changes nothing. */
const read = (settings: NetsClientSettings, id: string): Promise<unknown> =>
  send(settings, { method: "GET", path: pathOf("payments", id), tries: 3 })

const retrieve = async (settings: NetsClientSettings, id: string): Promise<NetsPayment> => {
  const payment = parsePayment(await read(settings, id))
  if (payment.payment_id?.replaceAll("-", "") !== id.replaceAll("-", "")) throw strangeAnswer()
  return payment
}

/** The call repeats the page's address, which Nets does not let anybody change: so it is taken from Nets itself. */
const setReference = async (
  settings: NetsClientSettings,
  id: string,
  reference: string
): Promise<void> => {
  const payment = readObject(readObject(await read(settings, id)).payment)
  if (readText(readObject(payment.orderDetails).reference) !== undefined) return
  const checkoutUrl = readText(readObject(payment.checkout).url, 2_000)
  if (checkoutUrl === undefined) throw strangeAnswer()
  const path = pathOf("payments", id, "/referenceinformation")
  try {
    await send(settings, { method: "PUT", path, body: { checkoutUrl, reference }, tries: 2 })
  } catch (error) {
    if (!isReferenceSet(error)) throw error
  }
}

const isKeyAccepted = async (settings: NetsClientSettings): Promise<boolean> => {
  try {
    await read(settings, NO_PAYMENT)
    return true
  } catch (error) {
    if (isWrongKey(error)) return false
    if (isNotFoundAtNets(error)) return true
    throw error
  }
}

/** The client of one Nets account. */
export const createNetsClient = (settings: NetsClientSettings): NetsClient => {
  const post = async (path: string, body?: object, key?: string): Promise<void> => {
    const keyed = key === undefined ? { tries: 1 } : { key, tries: 2 }
    await send(settings, { method: "POST", path, ...(body && { body }), ...keyed })
  }
  return {
    create: (body) => create(settings, body),
    retrieve: (id) => retrieve(settings, id),
    charge: async (id, body, key) => post(pathOf("payments", id, "/charges"), body, key),
    refundPayment: async (id, body, key) => post(pathOf("payments", id, "/refunds"), body, key),
    refundCharge: async (id, body, key) => post(pathOf("charges", id, "/refunds"), body, key),
    cancelPendingRefund: async (id) => post(pathOf("pending-refunds", id, "/cancel")),
    cancel: async (id, body) => post(pathOf("payments", id, "/cancels"), body),
    terminate: async (id) => {
      await send(settings, { method: "PUT", path: pathOf("payments", id, "/terminate"), tries: 1 })
    },
    setReference: (id, reference) => setReference(settings, id, reference),
    isKeyAccepted: () => isKeyAccepted(settings),
  }
}
