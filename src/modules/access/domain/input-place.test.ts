import { inputPlaceOf } from "./input-place"

describe("inputPlaceOf", () => {
  it.each([
    ["/store/carts", "ask", true],
    ["/store/carts/cart_1", "ask", true],
    ["/store/carts/cart_1/buyer", "ask", true],
    ["/STORE/customers/me/addresses", "ask", true],
    ["/store/carts/cart_1/complete", "pass", false],
    ["/store/carts/cart_1/complete/", "pass", false],
    ["/store/payment-collections/pay_1/payment-sessions", "pass", true],
    ["/store/returns", "mask", true],
    ["/store/orders/order_1/transfer/request", "mask", true],
    ["/admin/payments/pay_1/capture", "pass", false],
    ["/admin/payments/pay_1/refund", "pass", false],
    ["/admin/payment-collections/paycol_1/mark-as-paid", "pass", false],
    ["/admin/orders/order_1", "mask", true],
    ["/admin/orders/order_1/external-invoices", "pass", true],
    ["/admin/draft-orders", "mask", true],
    ["/admin/privacy/holds", "mask", true],
    ["/admin/products", "pass", true],
  ])("%s: CPR numbers %s, cards looked for: %s", (path, cpr, cards) => {
    expect(inputPlaceOf(path)).toEqual({ cpr, cards })
  })
})
