import { isPaymentPage } from "./page-hosts"
import { parsePayment } from "./payment-state"
import { cutSessionData, openedSessionData, readSessionData, sessionDataOf } from "./session-data"

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

describe("what a session holds", () => {
  const opened = {
    session_id: "payses_1",
    account: "default",
    capture: "shipment" as const,
    payment_id: "a".repeat(32),
    amount: 100,
    currency: "DKK",
    expires_at: "2026-11-27T09:00:00.000Z",
  }
  const always = ["session_id", "account", "capture", "payment_id", "amount", "currency", "status"]

  it("is the page while it is open, with the language the shopper reads", () => {
    const data = openedSessionData(opened, {
      hosted_url: "https://test.checkout.dibspayment.eu/hostedpaymentpage/?checkoutKey=1",
      language: "da-DK",
    })
    expect(Object.keys(data)).toEqual([...always, "expires_at", "hosted_url"])
    expect(data).toMatchObject({
      status: "pending",
      hosted_url:
        "https://test.checkout.dibspayment.eu/hostedpaymentpage/?checkoutKey=1&language=da-DK",
    })
  })

  it("is the public key where the checkout is embedded, and no page", () => {
    const data = openedSessionData(opened, {
      checkout_key: "test-checkout-key",
      checkout_script: "https://test.checkout.dibspayment.eu/v1/checkout.js?v=1",
      language: "en-GB",
    })
    expect(Object.keys(data)).toEqual([
      ...always,
      "expires_at",
      "checkout_key",
      "checkout_script",
      "language",
    ])
  })

  it("is ids, totals and states once it is paid: no page, no key, nobody, no card", () => {
    const payment = parsePayment({
      paymentId: opened.payment_id,
      summary: { reservedAmount: 100 },
      orderDetails: { amount: 100, currency: "DKK" },
      consumer: { privatePerson: { email: "canary@example.dk", firstName: "Canary" } },
      paymentDetails: {
        paymentType: "CARD",
        paymentMethod: "Visa",
        cardDetails: { maskedPan: "492500canary", expiryDate: "1239" },
      },
      checkout: { url: "https://test.checkout.dibspayment.eu/?pid=canary" },
      paymentAccountReference: "canary",
    })
    const data = sessionDataOf(readSessionData(opened), payment, "authorized")
    expect(Object.keys(data)).toEqual([
      ...always,
      "payment_type",
      "payment_method",
      "reserved",
      "charged",
      "refunded",
      "cancelled",
    ])
    expect(JSON.stringify(data)).not.toMatch(/canary|1239/i)
  })

  it("takes no key, page or person from a storefront", () => {
    const forged = {
      hosted_url: "https://evil.example",
      checkout_key: "x",
      checkout_script: "https://evil.example/x.js",
      email: "canary@example.dk",
      language: "da",
    }
    expect(cutSessionData(forged)).toEqual({ language: "da" })
  })
})
