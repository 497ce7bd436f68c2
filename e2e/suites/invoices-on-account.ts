import type { Browser, Page } from "playwright-core"
import { adminToken, journeyIn, openAdmin, openCustomer, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { shipAndInvoice } from "../helpers/after-sale"
import { openPage } from "../helpers/browser"
import type { RunningDemo, Stage } from "../helpers/demo"
import { forgetSales } from "../helpers/fresh-sales"
import { overflow, sql } from "../helpers/privacy"
import { call, registerCustomer } from "../helpers/sale"
import { choose, goToPayment, heading, shop, submit } from "../helpers/storefront"

const TEXTS = {
  da: {
    receipt: "Tak for din ordre",
    due: /Forfalder \d/,
    none: /ikke godkendt til køb på faktura/,
    left: "20.000,00 kr.",
    would: "1 betaling kan registreres.",
    did: "1 betaling er registreret.",
    settled: "Betalt",
    late: "Registreret efter månedens udløb",
  },
  en: {
    receipt: "Thank you for your order",
    due: /Due \d/,
    none: /not approved to buy on invoice/,
    left: "DKK 20,000.00",
    would: "1 payment can be registered.",
    did: "1 payment is registered.",
    settled: "Paid",
    late: "Registered after the month's end",
  },
}

let demo: RunningDemo
let browser: Browser

/** A school orders on invoice in the storefront; gives the order's id. */
const orderOnInvoice = async (language: Language): Promise<string> => {
  const email = `skole.${language}.${Date.now().toString()}@kunde.example`
  const page = await openPage(browser, language === "da" ? {} : { locale: "en-GB", width: 360 })
  await shop(page, demo, "skolehaefte-a5", language)
  await choose(page, "public")
  await page.fill("#ean", "5798000019034")
  await page.fill("#company_name", "Åstrup Skole")
  await page.fill("#person_reference", "MSØ")
  await submit(page)
  await goToPayment(page, email)
  await page.locator("input[name=payment][value=invoice]").check()
  await picture(page, `${language}-on-account-pay`)
  await submit(page)
  await page.locator(".receipt").waitFor()
  await picture(page, `${language}-on-account-receipt`)
  if (language === "da") await heading(page, TEXTS.da.receipt)
  const { orders } = await call<{ orders: { id: string }[] }>(
    demo,
    `/admin/orders?q=${encodeURIComponent(email)}&fields=id`,
    { token: await adminToken(demo) }
  )
  expect(orders).toHaveLength(1)
  return orders[0]?.id ?? ""
}

const stories = (language: Language): void => {
  const texts = TEXTS[language]
  const journey = journeyIn(language)
  let page: Page
  let orderId: string
  let number: string

  beforeAll(async () => {
    await forgetSales(demo)
    orderId = await orderOnInvoice(language)
    number = await shipAndInvoice(demo, orderId)
    page = await openAdmin(browser, demo, language)
  }, 180_000)

  it("an order shows what is owed and when, and takes a part of it", async () => {
    await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
    const box = page.getByTestId("dk-on-account")
    await box.getByText(texts.due).waitFor()
    await box.scrollIntoViewIfNeeded()
    await picture(page, `${language}-on-account-order`)
    await page.getByTestId("dk-received-open").click()
    await page.fill("#dk-received-amount", "99999")
    expect(await page.getByTestId("dk-received-submit").isDisabled()).toBe(true)
    await page.fill("#dk-received-amount", language === "da" ? "10,50" : "10.50")
    await page.fill("#dk-received-reference", "Faxe Kommune")
    await picture(page, `${language}-on-account-register`)
    await page.getByTestId("dk-received-submit").click()
    await page.getByTestId("dk-payment").getByText("Faxe Kommune").waitFor()
    await page.getByTestId("dk-received").waitFor({ state: "hidden" })
    await picture(page, `${language}-on-account-part`)
  })

  journey("the bank's file pays the rest, and what is unpaid is listed overdue first", async () => {
    await page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
    const row = page.getByTestId("dk-unpaid-row").filter({ hasText: number })
    await row.getByText(texts.due).waitFor()
    await picture(page, `${language}-unpaid`)
    const { on_account: account } = await call<{ on_account: { owed: number } }>(
      demo,
      `/admin/orders/${orderId}/dk-payments-received`,
      { token: await adminToken(demo) }
    )
    const owed = (account.owed / 100).toFixed(2).replace(".", ",")
    const csv = `Dato;Tekst;Beløb\n25-11-2026;Tak for ${number};${owed}\n25-11-2026;Uden nummer;5,00\n25-11-2026;Husleje;-1,00\n`
    await page.getByTestId("dk-bank-open").click()
    await page.setInputFiles("#dk-bank-file", {
      name: "bank.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("navn;tal\nKaren;1"),
    })
    await page.locator("#dk-bank-file[aria-invalid=true]").waitFor()
    await page.setInputFiles("#dk-bank-file", {
      name: "bank.csv",
      mimeType: "text/csv",
      // As a bank program of Windows writes it.
      buffer: Buffer.from(csv, "latin1"),
    })
    await page.getByText(texts.would).waitFor()
    expect(await page.getByTestId("dk-bank-line").count()).toBe(2)
    await picture(page, `${language}-bank-file`)
    await page.getByTestId("dk-bank-submit").click()
    await page.getByText(texts.did).waitFor()
    await picture(page, `${language}-bank-file-done`)
    await page.getByTestId("dk-bank-submit").click()
    await row.waitFor({ state: "detached" })
    await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-on-account").getByText(texts.settled, { exact: true }).waitFor()
    await picture(page, `${language}-on-account-paid`)
  })

  journey("the month's file asks for the accounts it needs, and is saved", async () => {
    await sql(demo, "DELETE FROM dk_invoice_account")
    await page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-no-difference").waitFor()
    await page.getByTestId("dk-accounts-open").click()
    await page.fill("#dk-account-debtors", "56 00")
    expect(await page.getByTestId("dk-accounts-submit").isDisabled()).toBe(true)
    await page.fill("#dk-account-debtors", "5600")
    await picture(page, `${language}-bookkeeping-accounts`)
    await page.getByTestId("dk-accounts-submit").click()
    await page.getByTestId("dk-accounts").waitFor({ state: "hidden" })
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId("dk-bookkeeping-save").click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^bogfoering-\d{4}-\d{2}\.csv$/)
    await page.getByTestId("dk-bookkeeping").scrollIntoViewIfNeeded()
    await picture(page, `${language}-bookkeeping`)
  })

  journey("a month says what was registered when it was over", async () => {
    // As if the numbers were valid ones, the invoice of the month before and its payments of then.
    const past = (statement: string) =>
      sql(demo, `SET session_replication_role = replica; ${statement}`)
    const before = "to_char(now() - interval '1 month', 'YYYY-MM')"
    await past(`UPDATE dk_invoice_series SET kind = 'live' WHERE kind = 'test';
      UPDATE dk_invoice SET issued_on = ${before} || '-01';
      UPDATE dk_invoice_payment_received SET received_on = ${before} || '-28' WHERE order_id = '${orderId}'`)
    try {
      await page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
      await page.getByTestId("dk-late-payments").getByText(texts.late).waitFor()
      expect(await page.getByTestId("dk-late-payment").count()).toBe(2)
      await page.getByTestId("dk-late-payments").scrollIntoViewIfNeeded()
      await picture(page, `${language}-bookkeeping-late`)
    } finally {
      await past(`UPDATE dk_invoice_series SET kind = 'test' WHERE kind = 'live';
        UPDATE dk_invoice_payment_received SET received_on = to_char(now(), 'YYYY-MM-DD')`)
    }
  })

  journey(
    "a company's account is approved with a limit and days, and its approval is taken back",
    async () => {
      const { id } = await registerCustomer(
        demo,
        `firma.${language}.${Date.now().toString()}@kunde.example`
      )
      await openCustomer(page, demo, id)
      await page.getByTestId("dk-limit-none").getByText(texts.none).waitFor()
      await page.getByTestId("dk-limit-open").click()
      await page.fill("#dk-limit-days", "99")
      expect(await page.getByTestId("dk-limit-drawer-submit").isDisabled()).toBe(true)
      await page.fill("#dk-limit-limit", "20000")
      await page.fill("#dk-limit-days", "14")
      await picture(page, `${language}-credit-form`)
      await page.getByTestId("dk-limit-drawer-submit").click()
      await page.getByTestId("dk-limit").getByText(texts.left).first().waitFor()
      await page.getByTestId("dk-limit").scrollIntoViewIfNeeded()
      await picture(page, `${language}-credit`)
      await page.getByTestId("dk-limit-revoke").click()
      await page.getByRole("alertdialog").getByRole("button").last().click()
      await page.getByTestId("dk-limit-none").waitFor()
    }
  )

  it("fits a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    const second = await orderOnInvoice(language)
    const late = await shipAndInvoice(demo, second)
    await page.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-unpaid-row").filter({ hasText: late }).waitFor()
    await picture(page, `${language}-narrow-unpaid`)
    expect(await overflow(page)).toBe(0)
  })
}

export default (stage: Stage): void => {
  describe("buying on invoice", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", stories)
  })
}
