import { createServer } from "node:http"
import type { Server } from "node:http"
import { join } from "node:path"
import { build } from "esbuild"
import type { Browser, Page } from "playwright-core"
import { EMULATOR_CHECKOUT_KEY, EMULATOR_SECRET_KEY, startEmulator } from "../emulator/nets"
import type { Emulator } from "../emulator/nets"
import { checkoutScript } from "../src/modules/nets/domain/page-hosts"
import { openedSessionData } from "../src/modules/nets/domain/session-data"
import { readPayment } from "../src/storefront/payment"
import { picture } from "./helpers/admin"
import { chromiumPath, openBrowser, openPage } from "./helpers/browser"

const run = chromiumPath === undefined ? describe.skip : describe
if (chromiumPath === undefined) console.log("Left out: the embedded checkout, no Chromium here.")

let emulator: Emulator
let server: Server
let browser: Browser
let shopUrl: string
let shopCode: string
/** What the shop's page is told of the payment, as the session's data says it. */
let payment: unknown

/** A shop's page with the package's own code around the checkout, and what it hears. */
const shopPage = (): string => `<!doctype html><html lang="da"><title>Shop</title>
<main></main><output></output><script src="/shop.js"></script>
<script>
  window.said = []
  window.mayPay = () => true
  window.say = (word) => {
    said.push(word)
    document.querySelector("output").textContent = said.join(" ")
  }
  window.mount = () => Shop.mountNetsCheckout({
    payment: ${JSON.stringify(payment)},
    container: document.querySelector("main"),
    onPay: () => window.mayPay(),
    onCompleted: (id) => say("done:" + id),
    theme: { primaryColor: "#14403c" },
  })
  mount().then((checkout) => { window.checkout = checkout }, (error) => say("failed:" + error.message))
</script></html>`

const policy = () =>
  `default-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' ${emulator.url}; frame-src ${emulator.url}`

/** A payment at the emulator, and how the shop is to show it. */
const open = async (): Promise<{ page: Page; id: string }> => {
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
      checkout: { url: `${shopUrl}/checkout/payment`, termsUrl: "https://shop.example/terms" },
    }),
  })
  const { paymentId: id } = (await response.json()) as { paymentId: string }
  const created = { session_id: "payses_1", account: "default", capture: "shipment" as const }
  payment = readPayment(
    openedSessionData(
      { ...created, payment_id: id, amount: 10_000, currency: "DKK" },
      {
        checkout_key: EMULATOR_CHECKOUT_KEY,
        checkout_script: checkoutScript("emulator", emulator.url),
        language: "da-DK",
      }
    )
  )
  const page = await openPage(browser)
  await page.goto(`${shopUrl}/checkout/payment`)
  return { page, id }
}

const reserved = async (id: string): Promise<unknown> => {
  const response = await fetch(`${emulator.url}/emulator/payments/${id}`)
  return ((await response.json()) as { payment: { reserved: number } }).payment.reserved
}

const press = (page: Page, name: string) =>
  page.frameLocator("iframe").getByRole("button", { name }).click()
const hears = (page: Page, text: string) => page.locator("output", { hasText: text }).waitFor()
const stopped = (page: Page) =>
  page.frameLocator("iframe").getByText("Butikken stoppede betalingen").waitFor()

run("an embedded checkout in a shop's page", () => {
  beforeAll(async () => {
    emulator = await startEmulator()
    const { outputFiles } = await build({
      entryPoints: [join(__dirname, "..", "src", "storefront", "index.ts")],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "Shop",
      loader: { ".css": "text" },
    })
    shopCode = outputFiles[0]?.text ?? ""
    server = createServer((request, response) => {
      const isCode = request.url === "/shop.js"
      response.setHeader("content-type", isCode ? "text/javascript" : "text/html; charset=utf-8")
      response.setHeader("content-security-policy", policy())
      response.end(isCode ? shopCode : shopPage())
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

  it("is shown, asks the shop, is paid and tells the shop which payment", async () => {
    const { page, id } = await open()
    await page.frameLocator("iframe").getByRole("button", { name: "Betal med kort" }).waitFor()
    await picture(page, "nets-embedded-shop")
    await press(page, "Betal med kort")
    await hears(page, `done:${id}`)
    expect(await reserved(id)).toBe(10_000)
  })

  it("is not paid when the shop says no, or cannot say", async () => {
    const { page, id } = await open()
    await page.evaluate("window.mayPay = () => Promise.resolve(false)")
    await press(page, "Betal med kort")
    await stopped(page)
    await page.evaluate("window.mayPay = () => Promise.reject(new Error('no network'))")
    await press(page, "Betal med kort")
    await stopped(page)
    await page.waitForTimeout(200)
    expect(await reserved(id)).toBe(0)
    await page.evaluate("window.mayPay = () => true")
    await press(page, "Betal med kort")
    await hears(page, `done:${id}`)
  })

  it("leaves the page and comes again without loading the script anew", async () => {
    const { page, id } = await open()
    await page.frameLocator("iframe").getByRole("button").first().waitFor()
    await page.evaluate("checkout.remove()")
    expect(await page.locator("main iframe").count()).toBe(0)
    await page.evaluate("mount().then((next) => { window.checkout = next })")
    await press(page, "Betal med kort")
    await hears(page, `done:${id}`)
    expect(await page.locator("script[src*='checkout.js']").count()).toBe(1)
  })

  it("says when the script does not load, and works when it is asked again", async () => {
    const { page: other } = await open()
    const page = await other.context().newPage()
    let isCut = true
    await page.route("**/v1/checkout.js*", (route) => (isCut ? route.abort() : route.continue()))
    await page.goto(`${shopUrl}/checkout/payment`)
    await hears(page, "failed:The checkout's script could not be loaded.")
    isCut = false
    await page.evaluate("mount()")
    await page.frameLocator("iframe").getByRole("button", { name: "Betal med kort" }).waitFor()
  })
})
