import { METHOD_NAMES } from "../../modules/nets/domain/methods"
import type { MethodName } from "../../modules/nets/domain/methods"
import { parseNetsOptions } from "../../modules/nets/options"
import { parseProviderOptions } from "./options"
import { paymentBody } from "./payment-body"
import type { ReadSale } from "./read-sale"

const account = {
  secretKey: "a-secret-key",
  checkoutKey: "a-checkout-key",
  environment: "test",
  termsUrl: { da: "https://shop.example/vilkaar", en: "https://shop.example/terms" },
  privacyUrl: "https://shop.example/privacy",
}

const place = {
  first_name: "Åse",
  last_name: "Canary",
  phone: "20304050",
  address_1: "Prøvegade 12",
  postal_code: "111 22",
  city: "Stockholm",
  country_code: "se",
}

const sale: ReadSale = {
  sale: {
    lines: [
      {
        kind: "item",
        reference: "sku-1",
        name: "Notesbog",
        quantity: 1,
        total: "89",
        tax_total: "17.8",
        tax_rate: 25,
      },
    ],
    credits: [],
  },
  consumer: { email: "canary@example.dk", billing_address: place, shipping_address: place },
  locale: "da-DK",
  needs_shipping: true,
}

type Overrides = {
  account?: object
  provider?: object
  sale?: ReadSale | undefined
  language?: string
  amount?: number
  currency?: string
}

const bodyOf = (overrides: Overrides = {}) => {
  const settings = parseNetsOptions({
    storefrontUrl: "https://shop.example/",
    publicUrl: "https://api.shop.example/",
    nets: { accounts: { default: { ...account, ...overrides.account } } },
  })
  const { default: parsed } = settings.accounts
  if (!parsed) throw new Error("no account")
  const setup = { ...parsed, ...parseProviderOptions(overrides.provider) }
  return paymentBody(settings, setup, {
    session_id: "payses_1",
    amount: overrides.amount ?? 89,
    currency: overrides.currency ?? "dkk",
    sale: "sale" in overrides ? overrides.sale : sale,
    language: overrides.language ?? "da-DK",
  })
}

describe("the create call", () => {
  it("sends the shopper to the hosted page and back", () => {
    const { checkout, order, notifications, myReference } = bodyOf()
    expect(checkout).toMatchObject({
      integrationType: "HostedPaymentPage",
      returnUrl: "https://shop.example/checkout/return",
      cancelUrl: "https://shop.example/checkout",
      countryCode: "SWE",
      charge: false,
    })
    expect(checkout).not.toHaveProperty("url")
    expect(order).toMatchObject({ amount: 8_900, currency: "DKK" })
    expect(order.items).toHaveLength(1)
    expect(myReference).toBe("payses_1")
    const urls = new Set(notifications.webHooks.map(({ url }) => url))
    expect([...urls]).toEqual(["https://api.shop.example/hooks/nets/payses_1"])
  })

  it("names the shop's own page for an embedded checkout", () => {
    const { checkout } = bodyOf({
      provider: { integration: "embedded" },
      account: { embeddedPath: "/kasse/betal" },
    })
    expect(checkout).toMatchObject({
      integrationType: "EmbeddedCheckout",
      url: "https://shop.example/kasse/betal",
    })
    expect(checkout).not.toHaveProperty("returnUrl")
  })

  it("shows terms and privacy in the page's language", () => {
    expect(bodyOf().checkout.termsUrl).toBe("https://shop.example/vilkaar")
    const english = bodyOf({ language: "en-GB" }).checkout
    expect(english.termsUrl).toBe("https://shop.example/terms")
    expect(english.merchantTermsUrl).toBe("https://shop.example/privacy")
  })

  it("charges at once what has nothing to send, and everything when told so", () => {
    expect(bodyOf({ sale: { ...sale, needs_shipping: false } }).checkout.charge).toBe(true)
    expect(bodyOf({ provider: { capture: "auto" } }).checkout.charge).toBe(true)
    expect(bodyOf({ sale: undefined }).checkout.charge).toBe(false)
  })

  it("offers the methods of the provider only", () => {
    expect(bodyOf()).not.toHaveProperty("paymentMethodsConfiguration")
    expect(bodyOf({ provider: { methods: ["MobilePay"] } }).paymentMethodsConfiguration).toEqual([
      { name: "MobilePay", enabled: true },
    ])
  })

  it.each([
    [0, "dkk", /^amount: /],
    [-1, "dkk", /^amount: /],
    [0.004, "dkk", /^amount: /],
    [21_474_836.48, "dkk", /^amount: /],
    [89, "isk", /^currency_code: /],
  ])("is not made of %d %s", (amount, currency, message) => {
    expect(() => bodyOf({ amount, currency })).toThrow(message)
  })
})

describe("who buys", () => {
  const harmless: MethodName[] = METHOD_NAMES.filter(
    (name) => !/arvato|easy|ratepay|klarna/i.test(name)
  )

  it("is told to Nets where every method may be on the page, or one that needs it", () => {
    for (const provider of [{}, { methods: ["Visa", "Klarna"] }]) {
      const { checkout } = bodyOf({ provider })
      expect(checkout.consumer).toMatchObject({
        email: "canary@example.dk",
        billingAddress: { postalCode: "11122", country: "SWE" },
        privatePerson: { firstName: "Åse", lastName: "Canary" },
      })
      expect(checkout.merchantHandlesConsumerData).toBe(true)
      expect(checkout.consumerType).toEqual({ default: "B2C", supportedTypes: ["B2C"] })
    }
  })

  it("stays in the shop where no method on the page needs it", () => {
    const body = bodyOf({ provider: { methods: harmless } })
    expect(harmless).toContain("MobilePay")
    expect(JSON.stringify(body)).not.toMatch(/canary|Prøvegade|20304050/i)
    expect(body.checkout.merchantHandlesConsumerData).toBe(true)
    expect(body.checkout.countryCode).toBe("SWE")
  })

  it("is the shop's decision either way", () => {
    const never = bodyOf({ account: { consumerData: "never" } })
    expect(JSON.stringify(never)).not.toMatch(/canary/i)
    const always = bodyOf({
      account: { consumerData: "always" },
      provider: { methods: ["Visa"] },
    })
    expect(always.checkout.consumer?.email).toBe("canary@example.dk")
  })

  it("is a company when the buyer is one", () => {
    const buyer = { type: "public" as const, company_name: "Åstrup Skole" }
    const { checkout } = bodyOf({ sale: { ...sale, consumer: { ...sale.consumer, buyer } } })
    expect(checkout.consumerType).toEqual({ default: "B2B", supportedTypes: ["B2B"] })
    expect(checkout.consumer).toMatchObject({ company: { name: "Åstrup Skole" } })
    expect(checkout.consumer).not.toHaveProperty("privatePerson")
  })

  it("may be unknown", () => {
    expect(bodyOf({ sale: undefined }).checkout).not.toHaveProperty("consumer")
    expect(bodyOf({ sale: undefined }).checkout.countryCode).toBe("DNK")
  })
})

describe("the provider's options", () => {
  it.each([
    [{ methods: ["Visa", "Bitcoin"] }, "methods.1"],
    [{ methods: ["Card"] }, "methods.0"],
    [{ methods: [] }, "methods"],
    [{ integration: "popup" }, "integration"],
    [{ capture: "later" }, "capture"],
  ])("%j are refused by name", (options, name) => {
    expect(() => parseProviderOptions(options)).toThrow(`option "${name}" of providers/nets`)
  })
})
