import { createServer } from "node:http"
import type { Server } from "node:http"
import type { Browser, Page } from "playwright-core"
import { EMULATOR_CHECKOUT_KEY, EMULATOR_SECRET_KEY, startEmulator } from "../emulator/nets"
import type { Emulator } from "../emulator/nets"
import { chromiumPath, openBrowser, openPage } from "./helpers/browser"

const run = chromiumPath === undefined ? describe.skip : describe
if (chromiumPath === undefined) console.log("Left out: the embedded stub, Chromium is not there.")

let emulator: Emulator
let server: Server
let browser: Browser
let shopUrl: string
/** What the shop's page does when the shopper presses pay. */
let answer = "checkout.send('payment-order-finalized', true)"

/** A shop's page around the checkout. It writes down what it hears. */
const shopPage = (paymentId: string): string => `<!doctype html><title>Shop</title>
<div id="dibs-checkout-content"></div><output></output>
<script src="${emulator.url}/v1/checkout.js?v=1"></script>
<script>
  const said = []
  const say = (word) => {
    said.push(word)
    document.querySelector("output").textContent = said.join(" ")
  }
  const checkout = new Dibs.Checkout({
    checkoutKey: "${EMULATOR_CHECKOUT_KEY}", paymentId: "${paymentId}", language: "da-DK",
  })
  checkout.on("pay-initialized", (id) => { say("pay:" + id); ${answer} })
  checkout.on("payment-completed", ({ paymentId }) => say("done:" + paymentId))
</script>`

const createPayment = async (): Promise<string> => {
  const line = { reference: "a", name: "Notesbog", quantity: 1, unit: "stk", unitPrice: 10_000 }
  const response = await fetch(`${emulator.url}/v1/payments`, {
    method: "POST",
    headers: { authorization: EMULATOR_SECRET_KEY },
    body: JSON.stringify({
      order: {
        amount: 10_000,
        currency: "DKK",
        items: [{ ...line, netTotalAmount: 10_000, grossTotalAmount: 10_000 }],
      },
      checkout: { url: `${shopUrl}/`, termsUrl: "https://shop.example/terms" },
    }),
  })
  return ((await response.json()) as { paymentId: string }).paymentId
}

const reserved = async (id: string): Promise<unknown> => {
  const response = await fetch(`${emulator.url}/emulator/payments/${id}`)
  return ((await response.json()) as { payment: { reserved: number } }).payment.reserved
}

const open = async (id: string): Promise<Page> => {
  const page = await openPage(browser)
  await page.goto(`${shopUrl}/?paymentid=${id}`)
  return page
}

const press = (page: Page, name: string) =>
  page.frameLocator("iframe").getByRole("button", { name }).click()

const hears = (page: Page, text: string) => page.locator("output", { hasText: text }).waitFor()

const alert = (page: Page, text: string) =>
  page.frameLocator("iframe").getByRole("alert").filter({ hasText: text }).waitFor()

run("the embedded checkout of the Nets emulator", () => {
  beforeAll(async () => {
    emulator = await startEmulator()
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? "/", "http://shop.invalid")
      response.setHeader("content-type", "text/html; charset=utf-8")
      response.end(shopPage((searchParams.get("paymentid") ?? "").replace(/[^0-9a-f]/g, "")))
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const address = server.address()
    const port = typeof address === "object" && address ? address.port : 0
    shopUrl = `http://127.0.0.1:${port.toString()}`
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
    await emulator.stop()
  })

  beforeEach(() => {
    answer = "checkout.send('payment-order-finalized', true)"
  })

  it("asks the shop, pays by card and tells the shop", async () => {
    const id = await createPayment()
    const page = await open(id)
    await press(page, "Betal med kort")
    await hears(page, `pay:${id} done:${id}`)
    expect(await reserved(id)).toBe(10_000)
    await page.reload()
    await hears(page, `done:${id}`)
  })

  it("does not pay until the shop has answered, nor when it says no", async () => {
    answer = ""
    const id = await createPayment()
    const page = await open(id)
    await press(page, "Betal med kort")
    await hears(page, `pay:${id}`)
    expect(await reserved(id)).toBe(0)
    await page.evaluate("checkout.send('payment-order-finalized', false)")
    await alert(page, "Butikken stoppede betalingen")
    expect(await reserved(id)).toBe(0)
    await press(page, "Betal med kort")
    await page.evaluate("checkout.send('payment-order-finalized', true)")
    await hears(page, `done:${id}`)
  })

  it("shows a declined card, and lets the shopper try again", async () => {
    const id = await createPayment()
    const page = await open(id)
    await press(page, "Lad kortet blive afvist")
    await alert(page, "Betalingen blev afvist")
    await press(page, "Betal med kort")
    await hears(page, `done:${id}`)
  })

  it("sends the shopper to a wallet and back to the shop's page", async () => {
    const id = await createPayment()
    const page = await open(id)
    await press(page, "Betal med MobilePay")
    await page.getByRole("button", { name: "Betal med MobilePay" }).click()
    await page.waitForURL(`${shopUrl}/?paymentid=${id}`)
    await hears(page, `done:${id}`)
  })

  it("freezes, thaws, changes language and goes away", async () => {
    const page = await open(await createPayment())
    const button = (name: string) => page.frameLocator("iframe").getByRole("button", { name })
    await button("Betal med kort").waitFor()
    await page.evaluate("checkout.freezeCheckout()")
    await page.frameLocator("iframe").locator("button:disabled").first().waitFor()
    await page.evaluate("checkout.thawCheckout()")
    await button("Betal med kort").click({ trial: true })
    await page.evaluate("checkout.setLanguage('en-GB')")
    await button("Pay with card").waitFor()
    await page.evaluate("checkout.setTheme({ primaryColor: '#0a0a0a' })")
    await page.waitForFunction(
      "document.querySelector('iframe').src.includes(encodeURIComponent('#0a0a0a'))"
    )
    await button("Pay with card").waitFor()
    await page.evaluate("checkout.cleanup()")
    expect(await page.locator("iframe").count()).toBe(0)
  })
})
