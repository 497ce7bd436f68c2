import type { Browser, Page } from "playwright-core"
import { adminToken, journeyIn, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { capture } from "../helpers/after-sale"
import { forgetSales } from "../helpers/fresh-sales"
import { choose, orderNumber, overflow } from "../helpers/privacy"
import { call, placeOrder } from "../helpers/sale"

const TEXTS = {
  da: {
    taken: "Nummeret står allerede på en anden ordre.",
    empty: "Ingen ordrer venter",
    waits: "Venter på fakturanummer",
    url: "Må være tomt. Skal begynde med https://",
    created: "1 nummer er nyt.",
    failed: /Linje 3, ordre: findes ikke/,
    unmatched: /På ordren står allerede e-conomic da-20003/,
  },
  en: {
    taken: "The number stands on another order already.",
    empty: "No orders are waiting",
    waits: "Waits for its invoice number",
    url: "May be empty. Must begin with https://",
    created: "1 number is new.",
    failed: /Line 3, order: does not exist/,
    unmatched: /The order already has e-conomic en-20003/,
  },
}

type Requests = { count: number }

let demo: RunningDemo
let browser: Browser

/** Ends when the bookkeeping system is asked for a document of an order, which follows its event. */
const whenAsked = async (orderId: string): Promise<void> => {
  const token = await adminToken(demo)
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const asked = `/admin/dk/invoice-requests?order_id=${orderId}`
    if ((await call<Requests>(demo, asked, { token })).count > 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error("Nothing was asked for")
}

/** Sells an order and takes the money; gives its number when the bookkeeping system is asked for the invoice. */
const sell = async (email: string): Promise<{ id: string; number: string }> => {
  const id = await placeOrder(demo, { email })
  await capture(demo, id)
  await whenAsked(id)
  return { id, number: await orderNumber(demo, id) }
}

const pages = (language: Language): void => {
  const texts = TEXTS[language]
  const journey = journeyIn(language)
  const numberOf = (number: string) => `${language}-${number}`
  let page: Page
  let orders: { id: string; number: string }[]

  beforeAll(async () => {
    await forgetSales(demo)
    orders = []
    for (const sale of ["a", "b", "c"]) {
      orders.push(await sell(`regnskab.${sale}.${language}@kunde.example`))
    }
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  const open = () => page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
  const row = (index: number) =>
    page
      .getByTestId("dk-request")
      .filter({ has: page.getByRole("link", { name: orders[index]?.number ?? "", exact: true }) })

  it("lists what waits, and takes a number", async () => {
    await open()
    await row(0).waitFor()
    await picture(page, `${language}-requests`)
    await row(0).getByTestId("dk-request-enter").click()
    await page.fill("#dk-number", numberOf("10047"))
    await page.fill("#dk-number-url", "http://e-conomic.example/10047")
    await page.getByTestId("dk-number-drawer-submit").click()
    await page.locator("#dk-number-url[aria-invalid=true]").waitFor()
    expect(await page.locator("#dk-number-url-note").textContent()).toBe(texts.url)
    await picture(page, `${language}-requests-number`)
    await page.fill("#dk-number-url", "https://e-conomic.example/10047")
    await page.getByTestId("dk-number-drawer-submit").click()
    await page.getByTestId("dk-number-drawer").waitFor({ state: "detached" })
    await row(0).waitFor({ state: "detached" })
  })

  it("refuses a number of another order, and shows numbers on the order, where they are corrected", async () => {
    const [known, waiting] = orders
    await page.goto(`${demo.url}/app/orders/${waiting?.id ?? ""}`, {
      waitUntil: "domcontentloaded",
    })
    await page.getByTestId("dk-external-waits").getByText(texts.waits).waitFor()
    await page.getByTestId("dk-external-waits").scrollIntoViewIfNeeded()
    await picture(page, `${language}-order-waits-for-number`)
    await page.getByTestId("dk-external-enter").click()
    await page.fill("#dk-number", numberOf("10047"))
    await page.getByTestId("dk-number-drawer-submit").click()
    await page.getByTestId("dk-number-drawer").getByText(texts.taken).waitFor()
    await choose(page, "dk-number-system", 3)
    await page.fill("#dk-number-system-name", "Uniconta")
    await page.getByTestId("dk-number-drawer-submit").click()
    await page.getByTestId("dk-external-number").getByText(numberOf("10047")).waitFor()

    await page.goto(`${demo.url}/app/orders/${known?.id ?? ""}`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-external-correct").click()
    await page.fill("#dk-number", numberOf("10048"))
    await picture(page, `${language}-order-number-corrected`)
    await page.getByTestId("dk-number-drawer-submit").click()
    await page.getByTestId("dk-external-number").getByText(numberOf("10048")).waitFor()
    expect(await page.getByTestId("dk-external-number").count()).toBe(1)
    await page.getByTestId("dk-external-number").scrollIntoViewIfNeeded()
    await picture(page, `${language}-order-number`)
  })

  it("reads numbers from a file after showing what comes of each line", async () => {
    await open()
    await row(2).waitFor()
    await page.getByTestId("dk-import").click()
    const lines = [
      "ordre;system;nummer;dato",
      `${orders[2]?.number ?? ""};e-conomic;${numberOf("10049")};2026-01-31`,
      "999999;e-conomic;10050;31-01-2026",
    ]
    await page.getByTestId("dk-import-file").setInputFiles({
      name: "numre.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(lines.join("\r\n")),
    })
    await page.getByTestId("dk-import-drawer-submit").click()
    await page.getByTestId("dk-import-outcome").getByText(texts.created).waitFor()
    await page.getByTestId("dk-import-failed").getByText(texts.failed).waitFor()
    await picture(page, `${language}-requests-file`)
    await page.getByTestId("dk-import-drawer-submit").click()
    await page.getByTestId("dk-import-drawer").waitFor({ state: "detached" })
    await page.getByText(texts.empty).waitFor()
    await picture(page, `${language}-requests-none`)
  })

  it("names a number that answers nothing, and takes it when staff says that it is the one", async () => {
    const order = await sell(`regnskab.e.${language}@kunde.example`)
    const token = await adminToken(demo)
    const record = (kind: string, number: string) =>
      call(demo, `/admin/orders/${order.id}/external-invoices`, {
        token,
        body: { system: "e-conomic", number: numberOf(number), issued_on: "2026-01-31", kind },
      })
    const refund = async (amount: number) => {
      const path = `/admin/orders/${order.id}?fields=payment_collections.payments.id`
      const { order: paid } = await call<{
        order: { payment_collections: { payments: { id: string }[] }[] }
      }>(demo, path, { token })
      const [payment] = paid.payment_collections.flatMap(({ payments }) => payments)
      await call(demo, `/admin/payments/${payment?.id ?? ""}/refund`, { token, body: { amount } })
    }
    const request = page.getByTestId("dk-request").filter({ hasText: order.number })
    await record("invoice", "20001")
    await refund(10)
    await whenAsked(order.id)
    await open()
    await request.waitFor()
    await record("credit_note", "20002")
    await record("credit_note", "20003")
    await refund(20)
    await whenAsked(order.id)
    await open()
    await request.getByText(texts.unmatched).waitFor()
    await picture(page, `${language}-requests-unmatched`)
    await request.getByTestId("dk-request-enter").click()
    await page.getByTestId("dk-unmatched-use").click()
    expect(await page.locator("#dk-number").inputValue()).toBe(numberOf("20003"))
    await picture(page, `${language}-requests-unmatched-use`)
    await page.getByTestId("dk-number-drawer-submit").click()
    await page.getByTestId("dk-number-drawer").waitFor({ state: "detached" })
    await request.waitFor({ state: "detached" })
  })

  journey("fits a telephone", async () => {
    await sell(`regnskab.d.${language}@kunde.example`)
    await page.setViewportSize({ width: 390, height: 844 })
    await open()
    await page.getByTestId("dk-request").first().waitFor()
    await picture(page, `${language}-narrow-requests`)
    expect(await overflow(page)).toBe(0)
  })
}

export default (stage: Stage): void => {
  describe("numbers of a bookkeeping system in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["en", "da"])("(%s)", pages)
  })
}
