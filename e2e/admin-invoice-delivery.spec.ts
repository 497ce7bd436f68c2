import type { Browser, Page } from "playwright-core"
import { adminToken, openAdmin, picture } from "./helpers/admin"
import type { Language } from "./helpers/admin"
import { captureAndInvoice } from "./helpers/after-sale"
import { chromiumPath, openBrowser } from "./helpers/browser"
import { isAlive, startDemo } from "./helpers/demo"
import type { RunningDemo } from "./helpers/demo"
import { choose, overflow, sql } from "./helpers/privacy"
import { call, placeOrder } from "./helpers/sale"

const run = chromiumPath === undefined ? describe.skip : describe
if (chromiumPath === undefined) console.log("Left out: how invoices are sent, no Chromium.")

const AUTHORITY = {
  type: "public",
  ean: "5798000420526",
  company_name: "Faxe Kommune, Åstrup Skole",
  person_reference: "LONE42",
}

const TEXTS = {
  da: {
    ready: "E-faktura: klar til at sende",
    failed: "E-faktura: ikke sendt",
    delivered: "E-faktura: afleveret",
    reference: "Personreference eller rekvisitionsnummer mangler.",
    mend: /Åbn ordren/,
    already: "E-fakturaen er afleveret.",
    noMail: "Butikken har ingen udbyder, der kan sende mail.",
    byHand: "NemHandel Fakturablanket",
  },
  en: {
    ready: "E-invoice: ready to send",
    failed: "E-invoice: not sent",
    delivered: "E-invoice: delivered",
    reference: "Person reference or order reference is missing.",
    mend: /Open the order/,
    already: "The e-invoice has been delivered.",
    noMail: "The store has no provider that sends e-mail.",
    byHand: "NemHandel Fakturablanket",
  },
}

let demo: RunningDemo
let browser: Browser

const LIVE =
  "(SELECT i.id FROM dk_invoice i JOIN dk_invoice_series s ON s.id = i.series_id WHERE s.kind = 'live')"

/** Takes back every valid number, past the guards of the tables: the store of the demo is used again. */
const forgetLive = (): Promise<void> =>
  sql(
    demo,
    `SET session_replication_role = replica;
     ${["delivery_payload", "delivery", "keep", "document"].map((table) => `DELETE FROM dk_invoice_${table} WHERE invoice_id IN ${LIVE};`).join("")}
     DELETE FROM dk_invoice_cause WHERE series_id IN (SELECT id FROM dk_invoice_series WHERE kind = 'live');
     DELETE FROM dk_invoice WHERE id IN ${LIVE};
     DELETE FROM dk_invoice_series WHERE kind = 'live';
     UPDATE "order" SET created_at = '2000-01-01' WHERE email LIKE 'skole.%';`
  )

/** Two sales to an authority; of the second the reference is lost before its invoice is issued. */
const sellTwice = async (language: Language): Promise<string> => {
  const email = `skole.${language}@kunde.example`
  const orderId = await placeOrder(demo, { email, buyer: AUTHORITY })
  await captureAndInvoice(demo, orderId)
  const lacking = await placeOrder(demo, { email, buyer: AUTHORITY })
  await sql(demo, "UPDATE dk_buyer SET person_reference = NULL")
  await captureAndInvoice(demo, lacking)
  return orderId
}

const screens = (language: Language): void => {
  const texts = TEXTS[language]
  let page: Page
  let orderId: string

  beforeAll(async () => {
    await sql(demo, "UPDATE dk_invoice_delivery SET state = 'delivered'")
    orderId = await sellTwice(language)
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  const open = async () => {
    await page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-invoice-row").first().waitFor()
    await page.getByTestId("dk-undelivered").first().waitFor()
  }

  it("lists what has not reached its buyer, why, and where that is mended", async () => {
    await open()
    const section = page.getByTestId("dk-undelivered-section")
    await section.getByText(texts.ready).waitFor()
    await section.getByText(texts.failed).waitFor()
    await section.getByText(texts.reference).waitFor()
    await picture(page, `${language}-undelivered`)
    const link = section.getByRole("link", { name: texts.mend })
    expect(await link.getAttribute("href")).toMatch(/\/orders\/order_/)
  })

  it("lets staff fetch an e-invoice, send it by hand and say so", async () => {
    await open()
    const row = page.getByTestId("dk-undelivered").filter({ hasText: texts.ready })
    await row.getByTestId("dk-undelivered-open").click()
    const drawer = page.getByTestId("dk-send-invoice")
    await drawer.getByText(texts.byHand).waitFor()
    await picture(page, `${language}-send-by-hand`)
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      drawer.getByTestId("dk-delivery-xml").click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^F-\d+-oioubl\.xml$/)
    await drawer.getByTestId("dk-delivery-settle-delivered").click()
    await drawer.getByText(texts.delivered).waitFor()
    await choose(page, "dk-send-way", 0)
    await drawer.getByText(texts.already).waitFor()
    await choose(page, "dk-send-way", 2)
    await page.fill("#dk-send-email", "nogen@kunde.example")
    await drawer.getByText(texts.noMail).waitFor()
    expect(await page.getByTestId("dk-send-invoice-submit").isDisabled()).toBe(true)
    await picture(page, `${language}-send-no-mail`)
  })

  it("shows on the order how far its invoice has come, also on a telephone", async () => {
    await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
    const box = page.getByTestId("dk-invoices")
    await box.getByText(texts.delivered).waitFor()
    await box.scrollIntoViewIfNeeded()
    await picture(page, `${language}-order-delivered`)
    await page.setViewportSize({ width: 390, height: 844 })
    await open()
    await picture(page, `${language}-narrow-undelivered`)
    expect(await overflow(page)).toBe(0)
  })
}

run("how invoices are sent, in Medusa Admin", () => {
  beforeAll(async () => {
    demo = await startDemo()
    await forgetLive()
    const body = { prefix: "F-", first_number: 4_711 }
    await call(demo, "/admin/dk/invoice-series", { token: await adminToken(demo), body })
    browser = await openBrowser()
  }, 300_000)

  afterAll(async () => {
    await forgetLive()
    await browser.close()
    const processes = demo.processes()
    expect(await demo.interrupt()).toBe(0)
    expect(processes.filter(isAlive)).toEqual([])
  }, 60_000)

  describe.each<Language>(["da", "en"])("(%s)", screens)
})
