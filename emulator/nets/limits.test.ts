import { createBody, line, testShop } from "./test-shop"

const shop = testShop()
const NOW = Date.UTC(2026, 0, 1)
const DAY = 86_400_000

beforeAll(() => shop.start({ allowLoopback: false, now: () => NOW }))
afterAll(shop.stop)

const x = (length: number) => "x".repeat(length)
const item = (more: object) => ({ order: { items: [{ ...line(10_000), ...more }] } })
const checkout = (more: object) => ({ checkout: more })
const hook = (more: object) => {
  const whole = { eventName: "payment.refund.failed", url: "https://shop.example/h" }
  return { notifications: { webHooks: [{ ...whole, authorization: x(8), ...more }] } }
}
const embedded = (url: unknown) =>
  checkout({ integrationType: "EmbeddedCheckout", returnUrl: undefined, url })
const methods = (...names: string[]) => ({
  paymentMethodsConfiguration: names.map((name) => ({ name, enabled: true })),
})
const expiresAt = (days: number) =>
  checkout({ expiresAt: new Date(NOW + days * DAY).toISOString() })

/** Field, a body at its limit that is accepted, and one beyond it that is refused. */
const LIMITS: [field: string, accepted: object, refused: object][] = [
  ["order.amount", {}, { order: { amount: 2_147_483_648 } }],
  ["order.amount", {}, { order: { amount: 99.5 } }],
  ["order.amount", {}, { order: { amount: 0 } }],
  ["order.currency", {}, { order: { currency: "dkk" } }],
  ["order.currency", {}, { order: { currency: "QQQ" } }],
  ["order.items", {}, { order: { items: [] } }],
  ["order.reference", { order: { reference: x(128) } }, { order: { reference: x(129) } }],
  ["order.items[0].reference", item({ reference: x(128) }), item({ reference: x(129) })],
  ["order.items[0].reference", item({ reference: "a & 'b'" }), item({ reference: "a<b" })],
  ["order.items[0].name", item({ name: x(128) }), item({ name: x(129) })],
  ["order.items[0].name", item({ name: `Mål 3/4" & Søn` }), item({ name: "a\\b" })],
  ["order.items[0].name", item({ name: "x" }), item({ name: "" })],
  ["order.items[0].unit", item({ unit: x(128) }), item({ unit: x(129) })],
  ["order.items[0].unit", item({ unit: "stk." }), item({ unit: `"` })],
  ["order.items[0].quantity", item({ quantity: 0.5 }), item({ quantity: -1 })],
  ["order.items[0].unitPrice", item({ unitPrice: -1 }), item({ unitPrice: 0.5 })],
  ["order.items[0].unitPrice", item({}), item({ unitPrice: undefined })],
  ["order.items[0].taxRate", item({ taxRate: 99_999 }), item({ taxRate: 100_000 })],
  ["order.items[0].taxRate", item({ taxRate: 0 }), item({ taxRate: -1 })],
  ["order.items[0].taxAmount", item({ taxAmount: 2_000 }), item({ taxAmount: "2000" })],
  ["order.items[0].netTotalAmount", item({ netTotalAmount: -5 }), item({ netTotalAmount: null })],
  ["order.items[0].grossTotalAmount", {}, item({ grossTotalAmount: 3_000_000_000 })],
  ["amount", {}, item({ grossTotalAmount: 9_999 })],
  ["checkout.integrationType", {}, checkout({ integrationType: "hostedPaymentPage" })],
  [
    "checkout.url",
    embedded(`https://a.example/${x(238)}`),
    embedded(`https://a.example/${x(239)}`),
  ],
  ["checkout.url", embedded("https://a.example/pay"), embedded(undefined)],
  ["checkout.returnUrl", {}, checkout({ returnUrl: undefined })],
  ["checkout.returnUrl", {}, checkout({ returnUrl: "/back" })],
  ["checkout.cancelUrl", checkout({ cancelUrl: undefined }), checkout({ cancelUrl: "cart" })],
  ["checkout.termsUrl", {}, checkout({ termsUrl: undefined })],
  [
    "checkout.termsUrl",
    checkout({ termsUrl: "https://a.example/?a=1&b=2" }),
    checkout({ termsUrl: "https://a.example/'" }),
  ],
  ["checkout.merchantTermsUrl", {}, checkout({ merchantTermsUrl: "privacy" })],
  ["checkout.charge", checkout({ charge: true }), checkout({ charge: "true" })],
  [
    "checkout.merchantHandlesConsumerData",
    checkout({ merchantHandlesConsumerData: true }),
    checkout({ merchantHandlesConsumerData: 1 }),
  ],
  ["checkout.publicDevice", checkout({ publicDevice: true }), checkout({ publicDevice: "no" })],
  ["checkout.countryCode", checkout({ countryCode: "DNK" }), checkout({ countryCode: "DK" })],
  ["checkout.expiresAt", expiresAt(45), expiresAt(46)],
  ["checkout.expiresAt", expiresAt(1), expiresAt(-1)],
  ["checkout.expiresAt", {}, checkout({ expiresAt: "2026-01-02" })],
  [
    "checkout.shippingCountries[0].countryCode",
    checkout({ shippingCountries: [{ countryCode: "DNK" }] }),
    checkout({ shippingCountries: ["DNK"] }),
  ],
  [
    "checkout.shipping.countries[0].countryCode",
    checkout({ shipping: { countries: [{ countryCode: "SWE" }] } }),
    checkout({ shipping: { countries: [{ countryCode: "se" }] } }),
  ],
  [
    "checkout.consumerType.default",
    checkout({ consumerType: { default: "B2B", supportedTypes: ["B2C", "B2B"] } }),
    checkout({ consumerType: { default: "b2b" } }),
  ],
  [
    "checkout.consumerType.supportedTypes[1]",
    checkout({ consumerType: { supportedTypes: ["B2C"] } }),
    checkout({ consumerType: { supportedTypes: ["B2C", "company"] } }),
  ],
  [
    "checkout.appearance.textOptions.completePaymentButtonText",
    checkout({ appearance: { textOptions: { completePaymentButtonText: "order" } } }),
    checkout({ appearance: { textOptions: { completePaymentButtonText: "Køb" } } }),
  ],
  [
    "checkout.appearance.displayOptions.showOrderSummary",
    checkout({ appearance: { displayOptions: { showOrderSummary: false } } }),
    checkout({ appearance: { displayOptions: { showOrderSummary: "no" } } }),
  ],
  ["notifications.WebHooks[0].Url", hook({}), hook({ url: "http://shop.example/h" })],
  ["notifications.WebHooks[0].Url", hook({}), hook({ url: "https://localhost/h" })],
  ["notifications.WebHooks[0].Url", hook({}), hook({ url: "https://192.168.1.4/h" })],
  ["notifications.WebHooks[0].Url", hook({}), hook({ url: "https://intranet/h" })],
  [
    "notifications.WebHooks[0].Url",
    hook({ url: "https://a.example/?a=1" }),
    hook({ url: "https://a.example/?a=1&b=2" }),
  ],
  [
    "notifications.WebHooks[0].Url",
    hook({ url: `https://a.example/${x(238)}` }),
    hook({ url: `https://a.example/${x(239)}` }),
  ],
  [
    "notifications.WebHooks[0].Authorization",
    hook({ authorization: x(64) }),
    hook({ authorization: x(65) }),
  ],
  [
    "notifications.WebHooks[0].Authorization",
    hook({ authorization: x(8) }),
    hook({ authorization: x(7) }),
  ],
  ["notifications.WebHooks[0].Authorization", hook({}), hook({ authorization: "under_score" })],
  ["notifications.WebHooks[0].EventName", hook({}), hook({ eventName: "payment.paid" })],
  ["paymentMethodsConfiguration", methods("Card", "MobilePay"), methods("Card", "Visa")],
  ["paymentMethodsConfiguration[0].name", methods("Visa", "Arvato"), methods("Riverty")],
  [
    "paymentMethods[0].name",
    { paymentMethods: [{ name: "easy-invoice", fee: line(100) }] },
    { paymentMethods: [{ name: "invoice" }] },
  ],
  ["myReference", { myReference: x(36) }, { myReference: x(37) }],
  ["myReference", { myReference: "payses_01" }, { myReference: "a&b" }],
  [
    "additionalPaymentMethodData.riverty.orderReference",
    { additionalPaymentMethodData: { riverty: { orderReference: x(127) } } },
    { additionalPaymentMethodData: { riverty: { orderReference: x(128) } } },
  ],
]

const create = (overrides: object) =>
  shop.call("POST", "/v1/payments", createBody({ ...overrides }))

describe("limits of the create call", () => {
  it.each(LIMITS)("%s", (field, accepted, refused) => shop.holds(field, accepted, refused))

  it("allow 32 webhooks", async () => {
    const { webHooks } = hook({}).notifications
    const many = (count: number) => ({
      notifications: { webHooks: Array.from({ length: count }, () => webHooks[0]) },
    })
    expect((await create(many(32))).status).toBe(201)
    expect((await create(many(33))).json.errors).toEqual({
      "notifications.WebHooks": ["At most 32 webhooks are allowed"],
    })
  })

  it("say the sentences that are known", async () => {
    const sum = await create({ order: { amount: 9_999 } })
    expect(sum.json.errors).toEqual({ amount: ["Amount dosent match sum of orderitems"] })
    const url = await create(hook({ url: "https://127.0.0.1/h" }))
    expect(url.json.errors).toEqual({
      "notifications.WebHooks[0].Url": ["Field is not accepted as a valid URL"],
    })
  })

  it("let the largest amount through, and add up without rounding", async () => {
    const most = 2_147_483_647
    const items = [line(most), line(most), line(-most)]
    expect((await create({ order: { amount: most, items } })).status).toBe(201)
  })

  it("want a reference of a method to be new", async () => {
    const data = { additionalPaymentMethodData: { payPal: { orderReference: "order-1" } } }
    expect((await create(data)).status).toBe(201)
    expect((await create(data)).json.errors).toEqual({
      "additionalPaymentMethodData.payPal.orderReference": ["Field must be unique"],
    })
  })

  it("tell a body that is no JSON, and one with what the emulator lacks, in one message", async () => {
    const broken = await shop.call("POST", "/v1/payments", "{")
    expect(broken).toMatchObject({ status: 400, json: { message: "The body is not valid JSON" } })
    const subscription = await create({ subscription: { interval: 30 } })
    expect(subscription).toMatchObject({
      status: 400,
      json: { message: expect.any(String) as string },
    })
  })
})
