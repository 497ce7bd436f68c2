import { known, line, lines, order, testShop } from "./test-shop"

const shop = testShop()
const { call, charge, create, paid, pay, retrieve, view } = shop

beforeEach(() => shop.start())
afterEach(shop.stop)

const EVENTS = ["payment.reservation.created.v2", "payment.checkout.completed"]

const heardEvents = async (method: string, more: object = {}): Promise<string[]> => {
  const id = await create({
    ...more,
    notifications: {
      webHooks: EVENTS.map((eventName) => ({
        eventName,
        url: "http://127.0.0.1:9/h",
        authorization: "x".repeat(8),
      })),
    },
  })
  await pay(id, method)
  const { deliveries } = await view(id)
  return (deliveries as { event: string }[]).map(({ event }) => event)
}

describe("methods", () => {
  it.each([
    ["card", "CARD", "Visa"],
    ["Dankort", "CARD", "Dankort"],
    ["mobilepay", "WALLET", "MobilePay"],
    ["vipps", "WALLET", "Vipps"],
    ["applepay", "WALLET", "ApplePay"],
    ["googlepay", "WALLET", "GooglePay"],
    ["paypal", "WALLET", "PayPal"],
    ["arvato", "INVOICE", "Arvato"],
  ])("%s is reserved, then told", async (method, paymentType, paymentMethod) => {
    const id = await paid({}, method)
    expect(await retrieve(id)).toMatchObject({
      summary: { reservedAmount: 10_000 },
      paymentDetails: { paymentType, paymentMethod },
    })
    expect(await heardEvents(method)).toEqual(EVENTS)
  })

  it.each(["swish", "trustly", "sofort"])(
    "%s is charged at once, reserves nothing and sends no reservation",
    async (method) => {
      const id = await paid({}, method)
      const { summary, paymentDetails } = await retrieve(id)
      expect(summary).toEqual({ chargedAmount: 10_000 })
      expect(paymentDetails).toMatchObject({ paymentType: "A2A" })
      expect(await heardEvents(method)).toEqual(["payment.checkout.completed"])
      expect((await charge(id, { amount: 10_000 })).json.code).toBe("1008")
      expect((await call("POST", `/v1/payments/${id}/cancels`, { amount: 10_000 })).json.code).toBe(
        "1008"
      )
      expect((await call("POST", `/v1/payments/${id}/refunds`, { amount: 10_000 })).status).toBe(
        201
      )
    }
  )

  it("only cards hold card data", async () => {
    const { paymentDetails: wallet } = await retrieve(await paid({}, "mobilepay"))
    expect(wallet).toMatchObject({ cardDetails: {} })
    expect(JSON.stringify(wallet)).not.toContain("maskedPan")
    const { paymentDetails } = await retrieve(await paid())
    expect(paymentDetails).toHaveProperty("cardDetails.maskedPan")
  })

  it("cards and wallets release a part; invoices only the whole or all that is left", async () => {
    const cancel = (id: string) => call("POST", `/v1/payments/${id}/cancels`, lines(3_000))
    expect((await cancel(await paid())).status).toBe(204)
    expect((await cancel(await paid({}, "vipps"))).status).toBe(204)
    const invoice = await paid({}, "arvato")
    expect((await cancel(invoice)).json.code).toBe("1007")
    await charge(invoice, lines(7_000))
    expect((await cancel(invoice)).status).toBe(204)
  })

  it("PayPal is charged in whole only, and refunded by its charge", async () => {
    const id = await paid({}, "paypal")
    expect((await charge(id, lines(4_000))).json.code).toBe("1024")
    const { json } = await charge(id, { amount: 10_000 })
    const refused = await call("POST", `/v1/payments/${id}/refunds`, { amount: 10_000 })
    expect(refused).toMatchObject({ status: 400, json: { message: expect.any(String) as string } })
    const refunds = `/v1/charges/${String(json.chargeId)}/refunds`
    expect((await call("POST", refunds, { amount: 10_000 })).status).toBe(201)
  })

  it.each([
    "Arvato",
    "PayPal",
    "RatePayInvoice",
    "RatePaySepa",
    "RatePayInstallment",
    "EasyInvoice",
    "EasyCampaign",
    "EasyInstallment",
  ])("%s is not refunded by payment", async (method) => {
    const id = await paid({}, method)
    await charge(id, lines(10_000))
    expect((await call("POST", `/v1/payments/${id}/refunds`, lines(10_000))).status).toBe(400)
  })

  it("the configuration of a payment restricts it", async () => {
    const offer = (...names: string[]) => ({
      paymentMethodsConfiguration: names.map((name) => ({ name, enabled: true })),
    })
    const id = await create(offer("Card", "MobilePay"))
    expect((await pay(id, "swish")).status).toBe(400)
    expect((await pay(id, "dankort")).status).toBe(200)
    const off = { paymentMethodsConfiguration: [{ name: "Visa", enabled: false }] }
    expect((await pay(await create(off), "visa")).status).toBe(400)
    expect((await pay(await create(), "bitcoin")).status).toBe(400)
  })

  it("are listed by currency", async () => {
    const { json, text } = await call("GET", "/v1/paymentmethods?Currency=SEK&Enabled=true")
    expect(json).toContainEqual({
      name: "Swish",
      paymentType: "A2A",
      currency: "SEK",
      enabled: true,
    })
    expect(text).not.toContain("Dankort")
    expect((await call("GET", "/v1/paymentmethods?Currency=SEK")).text).toContain("Dankort")
  })
})

describe("Klarna", () => {
  it("is offered only with country and phone, and sends no reservation", async () => {
    expect((await pay(await create(), "klarna")).status).toBe(400)
    const country = { checkout: { countryCode: "DNK" } }
    expect((await pay(await create(country), "klarna")).status).toBe(400)
    const id = await paid(known, "klarna")
    expect(await view(id)).toMatchObject({ reserved: 10_000, method: "Klarna" })
    expect(await heardEvents("klarna", known)).toEqual(["payment.checkout.completed"])
  })
})

describe("an invoice", () => {
  it("is charged by lines, with a number of its own or the shop's", async () => {
    const id = await paid({}, "arvato")
    expect((await charge(id, { amount: 10_000 })).json.code).toBe("1015")
    const own = await charge(id, { ...lines(4_000), paymentMethodReference: "F-1001" })
    expect(own.json.invoice).toEqual({ invoiceNumber: "F-1001" })
    const again = await charge(id, { ...lines(1_000), paymentMethodReference: "F-1001" })
    expect(again.json.errors).toHaveProperty("paymentMethodReference")
    const given = await charge(id, lines(6_000))
    expect(given.json.invoice).toEqual({ invoiceNumber: expect.stringMatching(/^E/) as string })
    const { json } = await call("GET", `/v1/charges/${String(own.json.chargeId)}`)
    expect(json).toMatchObject({
      amount: 4_000,
      invoiceDetails: { link: expect.any(String) as string },
    })
    const refunds = `/v1/charges/${String(own.json.chargeId)}/refunds`
    expect((await call("POST", refunds, { amount: 4_000 })).json.code).toBe("1015")
    expect((await call("POST", refunds, lines(4_000))).status).toBe(201)
  })

  it("knows only lines of the order when so switched", async () => {
    shop.emulator().switches.invoice_lines = "of_order"
    const id = await paid({}, "arvato")
    const foreign = { amount: 4_000, orderItems: [line(4_000, { reference: "part" })] }
    expect((await charge(id, foreign)).json.errors).toHaveProperty(["orderItems[0].reference"])
    expect((await charge(id, lines(4_000))).status).toBe(201)
  })
})

describe("a surcharge", () => {
  it("stands beside every amount, and its parts add up", async () => {
    const id = await create(order(10_000))
    await pay(id, "card", { surcharge: 101 })
    expect((await retrieve(id)).summary).toEqual({
      reservedAmount: 10_000,
      reservedSurchargeAmount: 101,
    })
    const first = await charge(id, lines(3_333))
    await charge(id, lines(6_667))
    expect((await retrieve(id)).summary).toMatchObject({
      chargedAmount: 10_000,
      chargedSurchargeAmount: 101,
    })
    const { json } = await call("GET", `/v1/charges/${String(first.json.chargeId)}`)
    expect(json).toMatchObject({ amount: 3_333, surchargeAmount: 34 })
    await call("POST", `/v1/payments/${id}/refunds`, { amount: 10_000, orderItems: [line(10_000)] })
    expect((await retrieve(id)).summary).toMatchObject({ refundedSurchargeAmount: 101 })
  })
})
