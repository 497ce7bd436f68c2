import type { Browser, Page } from "playwright-core"
import { adminToken, journeyIn, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { captureAndInvoice } from "../helpers/after-sale"
import type { RunningDemo, Stage } from "../helpers/demo"
import { forgetSales } from "../helpers/fresh-sales"
import { choose, overflow } from "../helpers/privacy"
import { call, placeOrder } from "../helpers/sale"

const TEXTS = {
  da: {
    next: /Næste: TEST-\d+/,
    whole: /numre er, som de blev låst/,
    none: "Intet svarer til det, du har valgt",
    example: "Den første faktura får nummer F-4711.",
    live: "Næste: F-4711",
    moves: /salg gemmes til og med 30\.06\.\d{4} i stedet for 31\.12\.\d{4}/,
    gap: "Året følger ikke lige efter det forrige.",
    reason: "Skal stå på firmaet",
    tooMuch: "Det er mere, end der er tilbage af fakturaen.",
    unset: "Vælg slags. Indtil da kan gavekortet ikke købes.",
    multi: /^Flerformålsgavekort/,
  },
  en: {
    next: /Next: TEST-\d+/,
    whole: /numbers are as they were locked/,
    none: "Nothing matches the choice",
    example: "The first invoice gets number F-4711.",
    live: "Next: F-4711",
    moves: /sales? (is|are) kept through 30 Jun \d{4} instead of 31 Dec \d{4}/,
    gap: "The year does not follow on the one before it.",
    reason: "It belongs to the company",
    tooMuch: "That is more than is left of the invoice.",
    unset: "Choose a kind. Until then the gift card cannot be bought.",
    multi: /^Multi-purpose/,
  },
}

let demo: RunningDemo
let browser: Browser

const pages = (language: Language): void => {
  const texts = TEXTS[language]
  const journey = journeyIn(language)
  let page: Page
  /** Of an invoice; no credit note has it. */
  let number: string

  beforeAll(async () => {
    await forgetSales(demo)
    for (const sale of ["a", "b"]) {
      const email = `faktura.${sale}.${language}@kunde.example`
      number = await captureAndInvoice(demo, await placeOrder(demo, { email }))
    }
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  const open = async () => {
    await page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-invoice-row").first().waitFor()
    await page.getByTestId("dk-year").first().waitFor()
  }

  const search = async (words: string) => {
    await page.fill("#dk-invoices-list-q", words)
    await page.getByTestId("dk-invoices-list-find").click()
  }

  it("lists invoices, finds them by number and kind", async () => {
    await open()
    await page.getByTestId("dk-series").getByText(texts.next).waitFor()
    await picture(page, `${language}-invoices`)
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId("dk-invoice-pdf").first().click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^TEST-\d+\.pdf$/)
    const rows = page.getByTestId("dk-invoice-row")
    await search("nothing-like-it")
    await page.getByText(texts.none).waitFor()
    await search(number)
    await choose(page, "dk-invoices-list-kind", 1)
    await rows.filter({ hasText: number }).waitFor()
    await choose(page, "dk-invoices-list-kind", 2)
    await page.getByText(texts.none).waitFor()
    await picture(page, `${language}-invoices-none`)
  })

  // Before valid numbers are opened: they could not be taken back afterwards.
  journey(
    "credits a sum of an order's invoice, and puts its buyer right with a new one",
    async () => {
      const orderId = await placeOrder(demo, { email: `ret.${language}@kunde.example` })
      await captureAndInvoice(demo, orderId)
      await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
      await page.getByTestId("dk-invoice-credit").click()
      await page.fill("#dk-credit-amount", "99.999")
      await page.fill("#dk-credit-reason", texts.reason)
      await page.getByTestId("dk-credit-submit").click()
      await page.locator("#dk-credit-amount-note").getByText(texts.tooMuch).waitFor()
      await page.fill("#dk-credit-amount", "10,50")
      await picture(page, `${language}-invoice-credit`)
      await page.getByTestId("dk-credit-submit").click()
      const rows = page.getByTestId("dk-invoice")
      await rows.nth(1).waitFor()

      await page.getByTestId("dk-buyer-edit").click()
      await page.getByTestId("dk-buyer-type-business").click()
      await page.fill("#dk-buyer-cvr", "10150817")
      await page.fill("#dk-buyer-company_name", "Byens Bøger ApS")
      await page.getByTestId("dk-buyer-drawer-submit").click()
      await page.getByTestId("dk-buyer-correction").waitFor()
      await page.fill("#dk-buyer-reason", texts.reason)
      await picture(page, `${language}-invoice-correction`)
      await page.getByTestId("dk-buyer-drawer-submit").click()
      // The credit note of the sum, of the rest, the new invoice, and the sum again.
      await rows.nth(4).waitFor()
      expect(await page.getByTestId("dk-invoice-credit").count()).toBe(1)
      await rows.first().scrollIntoViewIfNeeded()
      await picture(page, `${language}-invoice-corrected`)
    }
  )

  it("tells whether every number is as it was sealed, and opens valid ones", async () => {
    await open()
    await page.getByTestId("dk-series-verify").click()
    await page.getByTestId("dk-series-verified").getByText(texts.whole).waitFor()
    await page.getByTestId("dk-series-open").click()
    await page.fill("#dk-live-prefix", "F-")
    await page.fill("#dk-live-first", "4711")
    await page.getByTestId("dk-live-example").getByText(texts.example).waitFor()
    expect(await page.getByTestId("dk-live-series-submit").isDisabled()).toBe(true)
    await page.locator("#dk-live-sure").click()
    await picture(page, `${language}-invoices-live`)
    await page.getByTestId("dk-live-series-submit").click()
    await page.getByTestId("dk-series").getByText(texts.live).waitFor()
    expect(await page.getByTestId("dk-series-open").count()).toBe(0)
    await picture(page, `${language}-invoices-opened`)
  })

  it("shows what a change of the financial years moves, and what is wrong with it", async () => {
    await open()
    await page.getByTestId("dk-years-change").click()
    const year = new Date().getFullYear()
    await page.fill("#dk-year-end-0", `${(year + 1).toString()}-06-30`)
    await page.getByTestId("dk-years-drawer-submit").click()
    await page.getByTestId("dk-years-moved").getByText(texts.moves).waitFor()
    await picture(page, `${language}-invoices-years`)
    await page.getByTestId("dk-years-add").click()
    await page.fill("#dk-year-start-1", `${(year + 2).toString()}-01-01`)
    await page.getByTestId("dk-years-drawer-submit").click()
    await page.getByTestId("dk-years-drawer").getByText(texts.gap).waitFor()
    await picture(page, `${language}-invoices-years-gap`)
  })

  journey("keeps the rates of other currencies", async () => {
    await open()
    await page.getByTestId("dk-rate-add").click()
    await page.fill("#dk-rate-currency", "SEK")
    await page.fill("#dk-rate-valid_from", new Date().toISOString().slice(0, 10))
    await page.fill("#dk-rate-rate", "nul")
    await page.getByTestId("dk-rate-submit").click()
    await page.locator("#dk-rate-rate-note").waitFor()
    await page.fill("#dk-rate-rate", "0,6612")
    await picture(page, `${language}-invoices-rate`)
    await page.getByTestId("dk-rate-submit").click()
    await page
      .getByTestId("dk-rate-row")
      .getByText(/0[.,]6612/)
      .first()
      .waitFor()
    await page.getByTestId("dk-rates-section").scrollIntoViewIfNeeded()
    await picture(page, `${language}-invoices-rates`)
  })

  journey("asks what kind of gift card a product is", async () => {
    const { product } = await call<{ product: { id: string } }>(demo, "/admin/products", {
      token: await adminToken(demo),
      body: {
        title: `Gavekort ${Date.now().toString()}`,
        is_giftcard: true,
        options: [{ title: "Beløb", values: ["500"] }],
      },
    })
    await page.goto(`${demo.url}/app/products/${product.id}`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-gift-card").getByText(texts.unset).waitFor()
    await picture(page, `${language}-gift-card`)
    await choose(page, "dk-gift-card-kind", 1)
    await page.getByTestId("dk-gift-card").getByText(texts.multi).waitFor()
    await page.reload({ waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-gift-card").getByText(texts.multi).waitFor()
  })

  it("fits a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open()
    await picture(page, `${language}-narrow-invoices`)
    expect(await overflow(page)).toBe(0)
  })
}

export default (stage: Stage): void => {
  describe("the page of invoices in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", pages)
  })
}
