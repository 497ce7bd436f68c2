import type { Browser, Page } from "playwright-core"
import { capture } from "../helpers/after-sale"
import type { RunningDemo, Stage } from "../helpers/demo"
import { callEmulator } from "../helpers/nets"
import { run } from "../helpers/run"
import { fillCart } from "../helpers/sale"
import type * as Fetch from "../../docs/examples/storefront-fetch"
import type * as Sdk from "../../docs/examples/storefront-medusa-js"

const COMPANY = { type: "business", cvr: "13585628", company_name: "Prøve ApS" } as const
const WRONG = { ...COMPANY, cvr: "13585629" }

declare global {
  interface Window {
    fetchGuide: typeof Fetch
    sdkGuide: typeof Sdk
  }
}

let demo: RunningDemo
let browser: Browser
let page: Page

/** An example of the guide as a bundler of a storefront makes it. */
const bundled = (file: string, name: string, defined: Record<string, string> = {}) =>
  run(
    "node_modules/.bin/esbuild",
    [
      ...[file, "--bundle", "--format=iife", "--log-level=error"],
      ...[`--global-name=${name}`, "--target=es2022", "--jsx=automatic", "--loader:.css=text"],
      "--alias:medusa-plugin-denmark/storefront=./src/storefront/index.ts",
      ...Object.entries(defined).map(([key, value]) => `--define:${key}=${JSON.stringify(value)}`),
    ],
    { cwd: process.cwd() }
  )

/**
 * A page of another shop at the address that the store allows. What is no file is served by the server itself: a page that a
 * test makes up has no address space, and a browser keeps it from everything on this machine.
 */
const openShop = async (): Promise<void> => {
  const context = await browser.newContext({ bypassCSP: true, locale: "da-DK" })
  page = await context.newPage()
  await page.goto(`${demo.storefront_url}/own-shop.html`)
  await page.setContent("<!doctype html><div id=root></div>")
}

const newCart = (): Promise<string> =>
  fillCart(demo, `guide.${Date.now().toString()}@kunde.example`)

/** Pays on the page that a payment leads to, as the shopper does there. */
const payAt = async (address: string): Promise<void> => {
  const id = new URL(address).pathname.split("/").at(-1) ?? ""
  await callEmulator(demo, `/payments/${id}/pay`, { method: "card" })
}

export default (stage: Stage): void => {
  describe("the storefront guide in a real page", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    beforeEach(openShop)

    afterEach(() => page.context().close())

    it("sells by fetch alone, from who buys to the invoice", async () => {
      await page.addScriptTag({
        content: await bundled("docs/examples/storefront-fetch.ts", "fetchGuide"),
      })
      const store = { url: demo.url, key: demo.publishable_key }
      const cartId = await newCart()
      const given = { store, cartId, company: COMPANY, wrong: WRONG }
      const before = await page.evaluate(async ({ store, cartId, company, wrong }) => {
        const guide = window.fetchGuide
        const refused = await guide.sayWhoBuys(store, cartId, wrong)
        const taken = await guide.sayWhoBuys(store, cartId, company)
        const notice = await guide.showPrivacyNotice(store, cartId, "da")
        const payment = await guide.startPayment(store, cartId, "pp_nets_nets")
        return { refused, taken, notice, payment }
      }, given)
      expect(before.refused).toMatchObject({ refused: { code: "check_digit" } })
      expect(before.taken).toMatchObject({ buyer: { type: "business", cvr: COMPANY.cvr } })
      expect(before.notice?.body).toContain("Nordlys Papir")
      if (!("page" in before.payment) || before.payment.page === null)
        throw new Error("There is no page to pay on")
      await payAt(before.payment.page)
      const sold = await page.evaluate(
        async ({ store, cartId }) => {
          const finished = await window.fetchGuide.finish(store, cartId)
          if (!("type" in finished) || finished.type !== "order") return null
          const receipt = await window.fetchGuide.receiptToken(store, finished.order.id, cartId)
          return "token" in receipt ? { orderId: finished.order.id, token: receipt.token } : null
        },
        { store, cartId }
      )
      if (!sold) throw new Error("Nothing was sold")
      await capture(demo, sold.orderId)
      const answer = await page.evaluate(
        async ({ store, sold }) => {
          for (let attempt = 0; attempt < 50; attempt += 1) {
            const found = await window.fetchGuide.invoices(store, sold.orderId, sold.token)
            if ("invoices" in found && found.invoices.length > 0) return found.invoices
            await new Promise((resolve) => setTimeout(resolve, 200))
          }
          return []
        },
        { store, sold }
      )
      expect(answer).toMatchObject([{ kind: "invoice", document: { buyer: { cvr: COMPANY.cvr } } }])
    })

    it("says who buys by Medusa's JS SDK, and what is refused by its field", async () => {
      await page.addScriptTag({
        content: await bundled("docs/examples/storefront-medusa-js.ts", "sdkGuide"),
      })
      const given = {
        ...{ url: demo.url, key: demo.publishable_key },
        ...{ cartId: await newCart(), company: COMPANY, wrong: WRONG },
      }
      const said = await page.evaluate(async ({ url, key, cartId, company, wrong }) => {
        const sdk = window.sdkGuide.createSdk(url, key)
        const refused = await window.sdkGuide.sayWhoBuys(sdk, cartId, wrong)
        return { refused, taken: await window.sdkGuide.sayWhoBuys(sdk, cartId, company) }
      }, given)
      expect(said.refused).toMatchObject({ field: "cvr" })
      expect(said.taken).toMatchObject({ buyer: { cvr: COMPANY.cvr } })
    })

    it("asks in the React component, says what is wrong at the field, and goes to the payment", async () => {
      const cartId = await newCart()
      await page.addScriptTag({
        content: await bundled("e2e/fixtures/guide/react-page.tsx", "reactGuide", {
          "process.env.NEXT_PUBLIC_MEDUSA_URL": demo.url,
          "process.env.NEXT_PUBLIC_MEDUSA_KEY": demo.publishable_key,
          "process.env.NODE_ENV": "production",
          CART_ID: cartId,
        }),
      })
      await page.getByLabel("CVR-nummer").fill(WRONG.cvr)
      await page.getByLabel("Virksomhedens navn").fill(COMPANY.company_name)
      await page.getByRole("button", { name: "Gå til betaling" }).click()
      await page
        .locator("#cvr-error")
        .getByText(/ikke et CVR-nummer/)
        .waitFor()
      await page.getByLabel("CVR-nummer").fill(COMPANY.cvr)
      await page.getByRole("button", { name: "Gå til betaling" }).click()
      await page.getByRole("button", { name: "Betal med kort" }).waitFor()
    })
  })
}
