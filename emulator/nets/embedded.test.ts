import { order, testShop } from "./test-shop"

const shop = testShop()
const { call, create, paid, view } = shop

beforeEach(() => shop.start())
afterEach(shop.stop)

const PAGE = "https://shop.example/checkout"

const embedded = (more: object = {}) => ({
  checkout: { integrationType: "EmbeddedCheckout", url: PAGE },
  ...more,
})

const frame = (id: string, more: Record<string, string> = {}) => {
  const base = { checkoutKey: "emulator-checkout-key", language: "da-DK", parent: PAGE }
  return call("GET", `/embedded/${id}?${new URLSearchParams({ ...base, ...more }).toString()}`)
}

const press = (id: string, choice: string) => call("POST", `/embedded/${id}/pay`, { choice })

describe("the embedded checkout", () => {
  it("is created without a hosted page, for a page of the shop", async () => {
    const { json } = await call("POST", "/v1/payments", {
      order: order(10_000).order,
      checkout: { url: PAGE, termsUrl: "https://shop.example/terms" },
    })
    expect(json).not.toHaveProperty("hostedPaymentPageUrl")
    const read = await call("GET", `/v1/payments/${String(json.paymentId)}`)
    expect(read.json.payment).toMatchObject({ checkout: { url: PAGE, cancelUrl: "" } })
  })

  it("gives the script without a secret, out of reach of faults", async () => {
    await call("POST", "/emulator/faults", { path: "", kind: "html" })
    const { status, text, headers } = await call("GET", "/v1/checkout.js?v=1", undefined, {
      authorization: "",
    })
    expect(status).toBe(200)
    expect(headers.get("content-type")).toContain("text/javascript")
    expect(text).toContain("window.Dibs")
  })

  it("shows a frame in the shopper's language and the shop's colours", async () => {
    const theme = { primaryColor: "#00ff00", textColor: "red; } body { display: none" }
    const { text } = await frame(await create(embedded()), { theme: JSON.stringify(theme) })
    expect(text).toContain("Nets-emulator")
    expect(text).toContain("Betal med kort")
    expect(text).toContain("background: #00ff00")
    expect(text).not.toContain("display: none")
  })

  it("shows nothing for a wrong key, another domain or a hosted payment", async () => {
    const id = await create(embedded())
    expect((await frame(id, { checkoutKey: "wrong" })).text).toContain("401")
    expect((await frame(id, { parent: "https://other.example/checkout" })).text).toContain("1017")
    expect((await frame(await create())).status).toBe(403)
    expect((await frame("0".repeat(32))).status).toBe(404)
  })

  it("pays, declines, and tells a frame that comes back", async () => {
    const id = await create(embedded())
    expect((await press(id, "decline")).json).toEqual({ result: "declined" })
    expect((await press(id, "bitcoin")).status).toBe(400)
    expect((await press(id, "card")).json).toEqual({ result: "paid" })
    expect((await press(id, "card")).status).toBe(409)
    expect(await view(id)).toMatchObject({ reserved: 10_000 })
    const { text } = await frame(id)
    expect(text).toContain("data-completed")
    expect(text).not.toContain("Betal med kort")
  })

  it("comes back to the shop's page from a wallet", async () => {
    const id = await create(embedded())
    const answer = await call("POST", `/pay/${id}`, "choice=mobilepay")
    expect(answer.headers.get("location")).toBe(`${PAGE}?paymentid=${id}`)
    const { json } = await call("POST", `/emulator/payments/${await paid(embedded())}/redeliver`)
    expect(json.return_url).toMatch(/^https:\/\/shop\.example\/checkout\?paymentid=/)
  })
})
