import { openedSessionData } from "./domain/session-data"
import { readPayment } from "../../storefront/payment"

const created = {
  session_id: "payses_1",
  account: "default",
  capture: "shipment" as const,
  payment_id: "0".repeat(32),
  amount: 8_900,
  currency: "DKK",
}
const checkout = { language: "da-DK", checkout_key: "a-key", checkout_script: "https://a.example" }

it("a session on the hosted page has a page", () => {
  const data = openedSessionData(created, {
    hosted_url: "https://pay.example/p",
    language: "da-DK",
  })
  expect(readPayment(data)).toEqual({
    type: "page",
    page: "https://pay.example/p?language=da-DK",
    payment_id: created.payment_id,
  })
})

it("an embedded session has what its checkout is shown with", () => {
  expect(readPayment(openedSessionData(created, checkout))).toEqual({
    type: "embedded",
    payment_id: created.payment_id,
    ...checkout,
  })
})

it.each([{}, { hosted_url: "" }, { payment_id: "1", checkout_key: 7 }, { checkout_key: "a-key" }])(
  "%j has nothing to show",
  (data) => {
    expect(readPayment(data)).toEqual({ type: "none" })
  }
)
