import {
  describeWithReferenceData,
  readReferenceJson,
} from "../../../../integration-tests/helpers/reference-data"
import { readObject } from "./read"
import { parseWebhook } from "./webhook"

const paymentId = "025400006091b1ef6937598058c4e487"
const body = (data: object = {}, envelope: object = {}) => ({
  id: "36ce3ff4a896450ea2b70f3263554772",
  event: "payment.charge.created.v2",
  timestamp: "2021-05-04T22:09:08.4342+02:00",
  data: { paymentId, ...data },
  ...envelope,
})

describe("parseWebhook", () => {
  it("reads text and object alike, numbers as texts, and times of any offset", () => {
    const money = { amount: { amount: "5500", currency: "sek" } }
    const expected = {
      event: "payment.charge.created.v2",
      event_id: "36ce3ff4a896450ea2b70f3263554772",
      payment_id: paymentId,
      occurred_at: "2021-05-04T20:09:08.434Z",
      amount: 5_500,
      currency: "SEK",
    }
    expect(parseWebhook(body(money))).toEqual(expected)
    expect(parseWebhook(JSON.stringify(body(money)))).toEqual(expected)
  })

  it("takes an event it has never heard of", () => {
    expect(parseWebhook(body({}, { event: "payment.future.status.v3" }))?.event).toBe(
      "payment.future.status.v3"
    )
  })

  it("keeps nothing it does not know", () => {
    const consumer = { email: "canary@example.dk", ip: "203.0.113.9" }
    const noisy = body({ consumer, cardDetails: { truncatedPan: "canary" }, myReference: "" })
    expect(JSON.stringify(parseWebhook(noisy))).not.toMatch(/canary|203/)
    const error = { code: "33", message: "canary", source: "Issuer" }
    expect(parseWebhook(body({ error }))).toMatchObject({ error_code: "33" })
    expect(JSON.stringify(parseWebhook(body({ error })))).not.toContain("canary")
  })

  it.each([
    [""],
    ["{"],
    [null],
    [[]],
    [{}],
    [body({ paymentId: "../admin" })],
    [body({}, { event: "" })],
    [body({}, { event: "a b" })],
    [body({}, { id: "x".repeat(65) })],
  ])("gives null for %j", (value) => {
    expect(parseWebhook(value)).toBeNull()
  })

  it("drops an amount that is no 32-bit whole number", () => {
    for (const amount of [1.5, "1.5", 2 ** 31, "99999999999", null]) {
      expect(parseWebhook(body({ amount: { amount, currency: "DKK" } }))?.amount).toBeUndefined()
    }
  })
})

describeWithReferenceData("fixtures/nets/webhooks", "published and recorded webhooks", () => {
  const all = [
    ...readReferenceJson("fixtures/nets/webhooks"),
    ...readReferenceJson("fixtures/nets/solidus/webhooks"),
  ]

  it.each(all)("%s", (_name, content) => {
    const { id, event, data } = readObject(content)
    const parsed = parseWebhook(content)
    expect(parsed).toMatchObject({ event_id: id, event, payment_id: readObject(data).paymentId })
    const money = readObject(readObject(data).amount ?? readObject(readObject(data).order).amount)
    if (money.amount !== undefined) {
      expect(parsed).toMatchObject({ amount: Number(money.amount), currency: money.currency })
    }
    expect(JSON.stringify(parsed)).not.toMatch(/@|addressLine|truncatedPan|maskedPan|"ip"/)
  })

  it("are all there", () => {
    expect(all).toHaveLength(35)
  })
})
