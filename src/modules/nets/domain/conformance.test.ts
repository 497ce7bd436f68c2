import fc from "fast-check"
import {
  describeWithReferenceData,
  readReferenceJson,
} from "../../../../integration-tests/helpers/reference-data"
import { errorOfAnswer } from "../client-error"
import { derivePaymentState, parsePayment } from "./payment-state"
import { readObject } from "./read"
import { parseWebhook } from "./webhook"

const PERSON =
  /@|addressLine|postalCode|firstName|lastName|phoneNumber|dateOfBirth|registrationNumber/
const CARD = /truncatedPan|maskedPan|expiry|cardDetails|paymentAccountReference|"ip"|acsUrl|"eci"/i

/** Every text in a JSON value that a person or card could be recognised by: the values below these names. */
const secretsOf = (value: unknown, inside = false): string[] => {
  if (Array.isArray(value)) return value.flatMap((entry) => secretsOf(entry, inside))
  if (typeof value === "string") return inside && value.length > 4 ? [value] : []
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) =>
    secretsOf(entry, inside || /^(consumer|cardDetails|invoiceDetails)$/.test(key))
  )
}

const upper = (key: string) => key.charAt(0).toUpperCase() + key.slice(1)
const inUpperCase = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inUpperCase)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [upper(key), inUpperCase(entry)])
  )
}

describeWithReferenceData("fixtures/nets", "every published and recorded body", () => {
  const all = readReferenceJson("fixtures/nets")
  const payments = all.flatMap(([name, content]): [string, unknown][] => {
    const outer = readObject(content)
    const body = "expectedSdkStatus" in outer ? readObject(outer.body) : outer
    return "payment" in body ? [[name, body]] : []
  })
  const webhooks = all.filter(([, content]) => "event" in readObject(content))
  const errors = all.filter(([name]) => name.includes("errors/"))

  it("is there", () => {
    expect(all).toHaveLength(70)
    expect(payments.length).toBeGreaterThanOrEqual(19)
    expect(webhooks.length).toBeGreaterThanOrEqual(35)
    expect(errors).toHaveLength(8)
  })

  it.each(payments)("the payment %s is read, and nobody is in what is kept", (_name, body) => {
    const kept = parsePayment(body)
    const { amount = 0, currency = "" } = kept
    expect(kept.payment_id).toBeDefined()
    const state = derivePaymentState(readObject(body), { amount, currency })
    expect(state.status).toMatch(/^(pending|requires_more|authorized|captured|canceled|mismatch)$/)
    expect(parsePayment(inUpperCase(body))).toEqual(kept)
    const text = JSON.stringify([kept, state])
    expect(text).not.toMatch(PERSON)
    expect(text).not.toMatch(CARD)
    for (const secret of secretsOf(body)) {
      // The official shape writes "string" everywhere, in fields that are kept too.
      if (secret !== "string") expect(text).not.toContain(secret)
    }
  })

  it.each(webhooks)("the webhook %s is read, and nobody is in what is kept", (_name, body) => {
    const kept = parseWebhook(body)
    expect(kept).not.toBeNull()
    expect(parseWebhook(JSON.stringify(body))).toEqual(kept)
    expect(parseWebhook(inUpperCase(body))).toEqual(kept)
    const text = JSON.stringify(kept)
    expect(text).not.toMatch(PERSON)
    expect(text).not.toMatch(CARD)
    for (const secret of secretsOf(body)) {
      if (secret !== "string") expect(text).not.toContain(secret)
    }
  })

  it.each(errors)("the error %s becomes a refusal without its text", (_name, body) => {
    const error = errorOfAnswer(400, body)
    expect(error.code).toMatch(/^nets_refused_/)
    expect(error.message).not.toMatch(/dosent|valid URL|conflicts|Too many/)
  })

  it.each(all)("%s never breaks a reader it is not meant for", (_name, body) => {
    expect(() => parsePayment(body)).not.toThrow()
    expect(() => parseWebhook(body)).not.toThrow()
    expect(() => errorOfAnswer(500, body)).not.toThrow()
  })
})

describe("a webhook", () => {
  const ids = fc.record({
    id: fc.stringMatching(/^[0-9a-f]{32}$/),
    paymentId: fc.stringMatching(/^[0-9a-f]{32}$/),
    event: fc.stringMatching(/^payment(\.[a-z0-9]{1,12}){1,4}$/),
  })

  it("keeps what identifies it, whatever else it carries", () => {
    fc.assert(
      fc.property(ids, fc.jsonValue(), ({ id, paymentId, event }, noise) => {
        const body = { id, event, data: { paymentId, noise, consumer: noise }, noise }
        expect(parseWebhook(body)).toEqual({ event, event_id: id, payment_id: paymentId })
        expect(parseWebhook(JSON.stringify(body))).toEqual(parseWebhook(body))
      })
    )
  })

  it("is null, never an error, for any other JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseWebhook(value)).toBeNull()
        expect(parseWebhook(JSON.stringify(value))).toBeNull()
      })
    )
  })
})
