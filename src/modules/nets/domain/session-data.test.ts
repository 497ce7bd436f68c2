import { chargeKey, refundKey } from "./operation-keys"
import { isPaymentPage } from "./page-hosts"
import { pageLanguage } from "./language"
import { cutSessionData, readSessionData } from "./session-data"

describe("session data", () => {
  it("takes a language from the storefront and nothing else", () => {
    const posted = { language: "da-DK", payment_id: "f".repeat(32), amount: 1, note: "x" }
    expect(cutSessionData(posted)).toEqual({ language: "da-DK" })
    expect(cutSessionData({ language: "<script>" })).toEqual({})
    expect(cutSessionData("text")).toEqual({})
  })

  it("believes only ids of the right form", () => {
    expect(readSessionData({ payment_id: "../1", account: "b2b", session_id: "payses_1" })).toEqual(
      {
        account: "b2b",
        capture: "shipment",
        session_id: "payses_1",
      }
    )
    expect(readSessionData(undefined)).toEqual({ account: "default", capture: "shipment" })
    expect(readSessionData({ capture: "manual" }).capture).toBe("manual")
  })
})

it("makes keys from facts that fit and differ", () => {
  const id = "0123456789abcdef0123456789ABCDEF"
  const most = 2_147_483_647
  expect(chargeKey(id, most, most).length).toBeLessThanOrEqual(64)
  expect(chargeKey(id, 0, 100)).toBe(chargeKey(id, 0, 100))
  const keys = [
    chargeKey(id, 0, 100),
    chargeKey(id, 100, 100),
    chargeKey(id, 0, 101),
    refundKey(id, 0, 100, 0),
    refundKey(id, 0, 100, 1),
  ]
  expect(new Set(keys).size).toBe(5)
  expect(refundKey(id, most, most, 999).length).toBeLessThanOrEqual(64)
})

it("sends shoppers to Nets' pages only", () => {
  const nets = "https://test.checkout.dibspayment.eu/hostedpaymentpage/?pid=1"
  expect(isPaymentPage(new URL(nets), undefined)).toBe(true)
  for (const page of [
    "http://test.checkout.dibspayment.eu/x",
    "https://dibspayment.eu.example/x",
    "https://evildibspayment.eu/x",
    "http://127.0.0.1:4010/pay/1",
  ]) {
    expect(isPaymentPage(new URL(page), undefined)).toBe(false)
  }
  expect(isPaymentPage(new URL("http://127.0.0.1:4010/pay/1"), "http://127.0.0.1:4010")).toBe(true)
  expect(isPaymentPage(new URL(nets), "http://127.0.0.1:4010")).toBe(false)
})

it.each([
  ["da", "en", "da-DK"],
  ["da-DK", "en", "da-DK"],
  ["en_US", "da", "en-GB"],
  [null, "da", "da-DK"],
  ["xx", "da", "da-DK"],
  ["", "xx", "en-GB"],
])("speaks %j (else %j) as %s", (locale, fallback, language) => {
  expect(pageLanguage(locale, fallback)).toBe(language)
})
