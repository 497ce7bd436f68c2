import type { Browser, Page } from "playwright-core"
import { adminToken, journeyIn, openAdmin, picture, WIDE } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { captureAndInvoice } from "../helpers/after-sale"
import type { RunningDemo, Stage } from "../helpers/demo"
import { forgetSales } from "../helpers/fresh-sales"
import { choose, overflow, sql } from "../helpers/privacy"
import { AUTHORITY, call, placeOrder } from "../helpers/sale"

const TEXTS = {
  da: {
    ready: "E-faktura: klar til at sende",
    failed: "E-faktura: ikke sendt",
    delivered: "E-faktura: afleveret",
    reference: "Personreference eller rekvisitionsnummer mangler.",
    mend: /Åbn ordren/,
    already: "E-fakturaen er afleveret.",
    noMail: "Butikken har ingen mailudbyder.",
    byHand: "NemHandel Fakturablanket",
    instead: "Den er gjort klar i det andet format i stedet.",
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
    instead: "It was made ready in the other format instead.",
  },
}

let demo: RunningDemo
let browser: Browser

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
  const journey = journeyIn(language)
  let page: Page
  let orderId: string

  beforeAll(async () => {
    await forgetSales(demo)
    const body = { prefix: "F-", first_number: 4_711 }
    await call(demo, "/admin/dk/invoice-series", { token: await adminToken(demo), body })
    orderId = await sellTwice(language)
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  const open = async () => {
    await page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-invoice-row").first().waitFor()
    await page.getByTestId("dk-undelivered").first().waitFor()
  }

  it("lists what has not reached its buyer, why, and where that is mended, also on a telephone", async () => {
    await open()
    const section = page.getByTestId("dk-undelivered-section")
    await section.getByText(texts.ready).waitFor()
    await section.getByText(texts.failed).waitFor()
    await section.getByText(texts.reference).waitFor()
    await picture(page, `${language}-undelivered`)
    const link = section.getByRole("link", { name: texts.mend })
    expect(await link.getAttribute("href")).toMatch(/\/orders\/order_/)
    await page.setViewportSize({ width: 390, height: 844 })
    await section.getByText(texts.ready).waitFor()
    await picture(page, `${language}-narrow-undelivered`)
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize(WIDE)
  })

  journey(
    "lets staff fetch an e-invoice in either format, send it by hand and say so; the order shows it",
    async () => {
      await open()
      const row = page.getByTestId("dk-undelivered").filter({ hasText: texts.ready })
      await row.getByTestId("dk-undelivered-open").click()
      const drawer = page.getByTestId("dk-send-invoice")
      await drawer.getByText(texts.byHand).waitFor()
      await picture(page, `${language}-send-by-hand`)
      for (const format of ["oioubl", "peppol"]) {
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          drawer.getByTestId("dk-delivery-xml").click(),
        ])
        expect(file.suggestedFilename()).toMatch(new RegExp(`^F-\\d+-${format}\\.xml$`))
        if (format === "peppol") break
        await drawer.getByTestId("dk-delivery-other-format").click()
        await drawer.getByText(texts.instead).waitFor()
        await picture(page, `${language}-send-other-format`)
      }
      await drawer.getByTestId("dk-delivery-settle-delivered").click()
      await drawer.getByText(texts.delivered).waitFor()
      await choose(page, "dk-send-way", 0)
      await drawer.getByText(texts.already).waitFor()
      await choose(page, "dk-send-way", 2)
      await page.fill("#dk-send-email", "nogen@kunde.example")
      await drawer.getByText(texts.noMail).waitFor()
      expect(await page.getByTestId("dk-send-invoice-submit").isDisabled()).toBe(true)
      await picture(page, `${language}-send-no-mail`)

      await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
      const box = page.getByTestId("dk-invoices")
      await box.getByText(texts.delivered).waitFor()
      await box.scrollIntoViewIfNeeded()
      await picture(page, `${language}-order-delivered`)
    }
  )
}

export default (stage: Stage): void => {
  describe("how invoices are sent, in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", screens)
  })
}
