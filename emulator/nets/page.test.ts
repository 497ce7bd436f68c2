import { known, line, order, testShop } from "./test-shop"

const shop = testShop()
const { call, create, paid, view } = shop

beforeEach(() => shop.start())
afterEach(shop.stop)

const press = (id: string, choice: string, query = "") =>
  fetch(`${shop.emulator().url}/pay/${id}${query}`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ choice }),
  })

const page = async (id: string, language = "da-DK"): Promise<string> =>
  (await call("GET", `/pay/${id}?language=${language}`)).text

describe("the hosted page", () => {
  it("speaks Danish and English under a clear banner and escapes what it shows", async () => {
    const id = await create({ order: { items: [line(10_000, { name: 'A & "B"' })] } })
    const danish = await page(id)
    expect(danish).toContain("Nets-emulator: her flyttes ingen penge")
    expect(danish).toContain("Betal med kort")
    expect(danish).toContain("A &amp; &quot;B&quot;")
    const english = await page(id, "en-GB")
    expect(english).toContain("no money moves here")
    expect(english).toContain("Pay with card")
    expect(await page(id, "fi-FI")).toContain("Pay with card")
  })

  it("offers what the currency and the payment allow", async () => {
    const danish = await page(await create())
    for (const name of ["kort", "MobilePay", "Apple Pay", "Google Pay", "PayPal", "Riverty"]) {
      expect(danish).toContain(`Betal med ${name}`)
    }
    expect(danish).not.toMatch(/Swish|Vipps|Klarna|EasyInvoice/)
    expect(await page(await create(known))).toContain("Betal med Klarna")
    expect(await page(await create(order(10_000, "NOK")))).toContain("Betal med Vipps")
    expect(await page(await create(order(10_000, "SEK")))).toContain("Betal med Swish")
    const named = { paymentMethodsConfiguration: [{ name: "EasyInvoice", enabled: true }] }
    expect(await page(await create(named))).toContain("Betal med EasyInvoice")
    const only = { paymentMethodsConfiguration: [{ name: "MobilePay", enabled: true }] }
    expect(await page(await create(only))).not.toContain("Betal med kort")
  })

  it("returns to the shop with the payment id, named by switch, or to the cancel address", async () => {
    const id = await create()
    const cancelled = await press(id, "cancel")
    expect(cancelled.headers.get("location")).toBe("https://shop.example/cart")
    const payed = await press(id, "card")
    expect(payed.status).toBe(303)
    expect(payed.headers.get("location")).toBe(`https://shop.example/back?a=1&paymentid=${id}`)
    expect(await page(id)).toContain("Betalingen er afsluttet")
    expect(await page(id)).toContain(`paymentid=${id}`)
    shop.emulator().switches.return_parameter = "paymentId"
    const other = await create()
    const location = (await press(other, "mobilepay")).headers.get("location")
    expect(location).toBe(`https://shop.example/back?a=1&paymentId=${other}`)
  })

  it("lets a refused shopper try again in the same language", async () => {
    const id = await create()
    const declined = await press(id, "decline", "?language=da-DK")
    const location = declined.headers.get("location") ?? ""
    expect(location).toBe(`/pay/${id}?language=da-DK&declined=1`)
    expect((await call("GET", location)).text).toContain("Betalingen blev afvist")
    expect((await press(id, "card")).status).toBe(303)
    expect(await view(id)).toMatchObject({ reserved: 10_000 })
  })

  it("takes a second press for what it is", async () => {
    const id = await paid()
    const again = await press(id, "card", "?language=da-DK")
    expect(again.headers.get("location")).toBe(`/pay/${id}?language=da-DK`)
    expect(await view(id)).toMatchObject({ reserved: 10_000 })
  })
})

describe("the portal", () => {
  const submit = (id: string, action: string, amount = "") =>
    fetch(`${shop.emulator().url}/portal/${id}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ action, amount }),
    })

  it("lists payments and moves their money outside the shop", async () => {
    const id = await paid({ myReference: "payses_1" })
    const list = (await call("GET", "/portal")).text
    expect(list).toContain("Nets emulator")
    expect(list).toContain(`/portal/${id}`)
    expect(list).toContain("reserved")
    expect((await submit(id, "charge", "4000")).headers.get("location")).toBe(`/portal/${id}`)
    await submit(id, "cancel")
    await submit(id, "refund", "1500")
    expect(await view(id)).toMatchObject({ charged: 4_000, cancelled: 6_000, refunded: 1_500 })
    const shown = (await call("GET", `/portal/${id}`)).text
    expect(shown).toMatch(/DKK\s15\.00/)
    expect(shown).toContain("Completed")
  })

  it("says what the service refuses", async () => {
    const id = await paid()
    const { headers } = await submit(id, "charge", "10001")
    const { text } = await call("GET", headers.get("location") ?? "")
    expect(text).toContain("Overcharge")
    expect(await view(id)).toMatchObject({ charged: 0 })
  })

  it("is worked by the control route too, for every method", async () => {
    const id = await paid({}, "arvato")
    const act = (body: object) => call("POST", `/emulator/payments/${id}/portal`, body)
    expect((await act({ action: "charge" })).json.payment).toMatchObject({ charged: 10_000 })
    const refunded = await act({ action: "refund", amount: 2_500 })
    expect(refunded.json.payment).toMatchObject({ refunded: 2_500 })
    expect((await act({ action: "steal" })).status).toBe(400)
  })
})
