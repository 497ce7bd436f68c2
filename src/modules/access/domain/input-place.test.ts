import { inputPlaceOf } from "./input-place"

describe("inputPlaceOf", () => {
  it.each([
    ["/store/carts", "ask", "refuse"],
    ["/store/carts/cart_1", "ask", "refuse"],
    ["/store/carts/cart_1/buyer", "ask", "refuse"],
    ["/STORE/customers/me/addresses", "ask", "refuse"],
    ["/store/carts/cart_1/complete", "pass", "pass"],
    ["/store/carts/cart_1/complete/", "pass", "pass"],
    ["/store/payment-collections/pay_1/payment-sessions", "pass", "refuse"],
    ["/store/privacy/breach-reports", "mask", "mask"],
    ["/store/privacy/requests", "mask", "refuse"],
    ["/store/returns", "mask", "refuse"],
    ["/store/orders/order_1/transfer/request", "mask", "refuse"],
    ["/admin/payments/pay_1/capture", "pass", "pass"],
    ["/admin/payments/pay_1/refund", "pass", "pass"],
    ["/admin/payment-collections/paycol_1/mark-as-paid", "pass", "pass"],
    ["/admin/orders/order_1", "mask", "refuse"],
    ["/admin/orders/order_1/external-invoices", "pass", "refuse"],
    ["/admin/draft-orders", "mask", "refuse"],
    ["/admin/privacy/holds", "mask", "refuse"],
    ["/admin/products", "pass", "refuse"],
  ])("%s: CPR numbers %s, cards %s", (path, cpr, cards) => {
    expect(inputPlaceOf(path)).toEqual({ cpr, cards })
  })
})
