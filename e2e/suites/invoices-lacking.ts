import type { Browser, Page } from "playwright-core"
import { adminToken, journeyIn, openAdmin, picture, WIDE } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { capture } from "../helpers/after-sale"
import type { RunningDemo, Stage } from "../helpers/demo"
import { forgetSales } from "../helpers/fresh-sales"
import { orderNumber, overflow, sql } from "../helpers/privacy"
import { AUTHORITY, call, placeOrder } from "../helpers/sale"

const TEXTS = {
  da: {
    company: "Firmanavn og by.",
    rate: "Valutakurs.",
    card: "Hvilken slags gavekort det er (på varens side).",
    still: "Fakturaen venter stadig: by.",
    issued: /Faktura TEST-\d+ er udstedt\./,
  },
  en: {
    company: "Company name and city.",
    rate: "Exchange rate.",
    card: "The kind of gift card (on the product's page).",
    still: "The invoice still waits: city.",
    issued: /Invoice TEST-\d+ has been issued\./,
  },
}

let demo: RunningDemo
let browser: Browser

/** A gift card product whose kind staff has chosen; gives its id and that of its variant. */
const makeGiftCard = async (title: string): Promise<{ id: string; variant: string }> => {
  const token = await adminToken(demo)
  const { sales_channels: channels } = await call<{ sales_channels: { id: string }[] }>(
    demo,
    "/admin/sales-channels?limit=1",
    { token }
  )
  type Answer = { product: { id: string; variants: { id: string }[] } }
  const { product } = await call<Answer>(demo, "/admin/products", {
    token,
    body: {
      title,
      status: "published",
      is_giftcard: true,
      metadata: { dk_gift_card: "multi_purpose" },
      options: [{ title: "Beløb", values: ["500"] }],
      variants: [
        {
          title: "500",
          options: { Beløb: "500" },
          manage_inventory: false,
          prices: [{ amount: 500, currency_code: "dkk" }],
        },
      ],
      sales_channels: channels,
    },
  })
  return { id: product.id, variant: product.variants[0]?.id ?? "" }
}

/** A sale that is paid after something was lost that its invoice needs; gives the order's number. */
const sellAndLose = async (
  sale: Parameters<typeof placeOrder>[1],
  lose: (orderId: string) => string
): Promise<string> => {
  const id = await placeOrder(demo, sale)
  await sql(demo, lose(id))
  await capture(demo, id)
  return orderNumber(demo, id)
}

const screens = (language: Language): void => {
  const texts = TEXTS[language]
  const journey = journeyIn(language)
  const email = `mangler.${language}@kunde.example`
  let page: Page
  let company: string
  let foreign: string
  let card: string

  beforeAll(async () => {
    await forgetSales(demo)
    company = await sellAndLose(
      { email, buyer: AUTHORITY },
      (id) => `UPDATE dk_buyer SET company_name = NULL;
        UPDATE order_address SET city = NULL WHERE id = (SELECT billing_address_id FROM "order" WHERE id = '${id}')`
    )
    foreign = await sellAndLose(
      { email },
      (id) => `UPDATE "order" SET currency_code = 'sek' WHERE id = '${id}'`
    )
    const { id: product, variant } = await makeGiftCard(`Gavekort ${Date.now().toString()}`)
    card = await sellAndLose(
      { email, items: [{ variant_id: variant, quantity: 1 }] },
      () => `UPDATE product SET metadata = NULL WHERE id = '${product}'`
    )
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  const open = async () => {
    await page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-lacking").first().waitFor()
  }
  const row = (number: string) =>
    page
      .getByTestId("dk-lacking")
      .filter({ has: page.getByRole("link", { name: new RegExp(`\\D${number}$`) }) })
  const issued = (number: string) =>
    page
      .getByTestId("dk-lacking-issued")
      .filter({ has: page.getByRole("link", { name: new RegExp(`\\D${number}$`) }) })
      .getByText(texts.issued)
      .waitFor()

  it("lists what invoices wait for, with a form for each, also on a telephone", async () => {
    await open()
    await row(company).getByText(texts.company).waitFor()
    await row(foreign).getByText(texts.rate).waitFor()
    await row(card).getByText(texts.card).waitFor()
    await picture(page, `${language}-lacking`)
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, `${language}-narrow-lacking`)
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize(WIDE)
    await row(company).getByTestId("dk-lacking-mend-address").click()
    await page.locator("#dk-address-address_1").waitFor()
    expect(await page.getByTestId("dk-address-submit").isDisabled()).toBe(true)
    await picture(page, `${language}-lacking-address`)
  })

  journey(
    "takes the buyer, says what is missing still, takes the address, and issues the invoice",
    async () => {
      await open()
      await row(company).getByTestId("dk-lacking-mend-buyer").click()
      await page.fill("#dk-buyer-company_name", "Faxe Kommune, Åstrup Skole")
      await page.getByTestId("dk-buyer-drawer-submit").click()
      await page.getByText(texts.still).waitFor()
      await picture(page, `${language}-lacking-still`)
      await row(company).getByTestId("dk-lacking-mend-address").click()
      await page.fill("#dk-address-city", "Haslev")
      await page.getByTestId("dk-address-submit").click()
      await issued(company)
      await row(company).waitFor({ state: "detached" })
      await picture(page, `${language}-lacking-issued`)
    }
  )

  journey("takes the rate and the kind of gift card, and issues both", async () => {
    await open()
    await row(foreign).getByTestId("dk-lacking-mend-rate").click()
    expect(await page.inputValue("#dk-rate-currency")).toBe("SEK")
    await page.fill("#dk-rate-valid_from", new Date().toISOString().slice(0, 10))
    await page.fill("#dk-rate-rate", "0,6612")
    await page.getByTestId("dk-rate-submit").click()
    await issued(foreign)
    await row(card).getByTestId("dk-lacking-mend-giftCard").click()
    const kind = page.getByTestId("dk-gift-cards").getByRole("combobox")
    await kind.waitFor()
    expect(await page.getByTestId("dk-gift-cards-submit").isDisabled()).toBe(true)
    await picture(page, `${language}-lacking-card`)
    await kind.click()
    await page.getByRole("option").nth(1).click()
    await page.getByTestId("dk-gift-cards-submit").click()
    await issued(card)
    await picture(page, `${language}-lacking-all`)
    await page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-invoice-row").first().waitFor()
    expect(await page.getByTestId("dk-lacking").count()).toBe(0)
  })
}

export default (stage: Stage): void => {
  describe("invoices that lack something, in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", screens)
  })
}
