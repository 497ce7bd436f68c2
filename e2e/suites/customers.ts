import type { Browser, Page } from "playwright-core"
import {
  adminToken,
  inviteStaff,
  journeyIn,
  openAdmin,
  openCustomer,
  picture,
} from "../helpers/admin"
import { pressEscape } from "../helpers/accessibility"
import type { Language } from "../helpers/admin"
import { captureAndInvoice } from "../helpers/after-sale"
import { openCopy } from "../helpers/copy"
import type { RunningDemo, Stage } from "../helpers/demo"
import { overflow } from "../helpers/privacy"
import { call, placeOrder, registerCustomer } from "../helpers/sale"

/** Bookkeeping material is kept for five years after the financial year, here a calendar year. */
const LAST_YEAR = (new Date().getFullYear() + 5).toString()

const TEXTS = {
  da: {
    capture: "Træk betaling",
    buyer: "Køber",
    personalData: "Persondata",
    wrongDigit: "Nummeret har en tastefejl: kontrolcifferet passer ikke.",
    now: ["Slettes nu", "Konto", "1 adresse"],
    kept: ["Beholdes, fordi bogføringsloven § 12", "kræver det", `til og med 31.12.${LAST_YEAR}`],
    waiting: ["Venter", "er ikke afsendt"],
    evidence: ["Beholdes som bevis", "sletningen er sket (uden navn)"],
    grace: /kan fortrydes indtil i morgen kl\. \d\d\.\d\d, derefter ikke/,
    planned: "Planlagt",
    cancelled: "Fortrudt",
    done: "Slettet",
    onlyUncertain: "Intet hører med sikkerhed til personen.",
    alreadyErased: "Kunden er allerede slettet. Der er ikke mere at slette.",
    invoice: /Faktura TEST-\d+/,
    page: "Faktura",
    // Status of the order, amount of its payment, total of the invoice, and the unit.
    copy: ["Afventer", "227 DKK", "227,00 DKK", "Beløb vises her i kroner"],
    forbidden: "Din bruger har ikke adgang til det her.",
  },
  en: {
    capture: "Capture payment",
    buyer: "Buyer",
    personalData: "Personal data",
    wrongDigit: "The number has a typing error: its check digit is wrong.",
    now: ["Erased now", "Account", "1 address"],
    kept: [
      "Kept because Danish law (bogføringsloven § 12",
      "demands it",
      `through 31 Dec ${LAST_YEAR}`,
    ],
    waiting: ["Waiting", "has not been shipped"],
    evidence: ["Kept as proof", "the erasure took place (without a name)"],
    grace: /can be cancelled until tomorrow at \d\d:\d\d, not afterwards/,
    planned: "Planned",
    cancelled: "Cancelled",
    done: "Erased",
    onlyUncertain: "Nothing is surely this person's.",
    alreadyErased: "The customer has already been erased. Nothing is left to erase.",
    invoice: /Invoice TEST-\d+/,
    page: "Invoice",
    copy: ["Pending", "227 DKK", "227.00 DKK", "Amounts are shown in kroner"],
    forbidden: "Your user may not do this.",
  },
}

const textOf = async (page: Page, testId: string): Promise<string> =>
  (await page.getByTestId(testId).first().textContent()) ?? ""

let demo: RunningDemo
let browser: Browser

const screens = (language: Language): void => {
  const test = journeyIn(language)
  const texts = TEXTS[language]
  const stamp = Date.now().toString()
  const emailOf = (name: string) => `${name}.${language}.${stamp}@kunde.example`
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  it("show a customer's buyer, say what is wrong at the field, and save it", async () => {
    const { id } = await registerCustomer(demo, emailOf("buyer"))
    await openCustomer(page, demo, id)
    expect(await textOf(page, "dk-buyer")).toContain(texts.buyer)
    expect(await textOf(page, "dk-personal-data")).toContain(texts.personalData)
    await picture(page, `${language}-customer`)

    await page.getByTestId("dk-buyer-edit").click()
    await page.getByTestId("dk-buyer-type-public").click()
    await page.fill("#dk-buyer-ean", "5798009811579")
    await page.locator("[data-testid=dk-buyer-drawer] button[type=submit]").click()
    await page.getByText(texts.wrongDigit).waitFor()
    await picture(page, `${language}-buyer-refused`)

    await page.fill("#dk-buyer-ean", "5798009811578")
    await page.fill("#dk-buyer-company_name", "Åstrup Skole")
    await page.fill("#dk-buyer-person_reference", "MSØ")
    await page.locator("[data-testid=dk-buyer-drawer] button[type=submit]").click()
    await page.getByTestId("dk-buyer").getByText("5798009811578").waitFor()
    expect(await textOf(page, "dk-buyer")).toContain("Åstrup Skole")
    await picture(page, `${language}-buyer-saved`)
  })

  test("download all the store holds about a customer, as one archive with a page to read", async () => {
    const { id, email, token } = await registerCustomer(demo, emailOf("copy"))
    await captureAndInvoice(demo, await placeOrder(demo, { email, token }))
    await openCustomer(page, demo, id)
    await page.getByTestId("dk-export").click()
    await page.getByTestId("dk-export-drawer").waitFor()
    await picture(page, `${language}-export`)
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId("dk-export-drawer-submit").click(),
    ])
    expect(download.suggestedFilename()).toMatch(/access.*\.zip$/)

    const copy = await openCopy(browser, await download.path())
    for (const part of ["order_contact", "payment", "invoice"]) {
      await copy.locator(`details#${part} > summary`).click()
      await picture(copy, `${language}-copy-${part}`)
    }
    // Parts that are out of sight are not drawn, so their text is read from the document.
    await copy.locator("#invoice article").first().waitFor()
    const shown = (await copy.textContent("main")) ?? ""
    for (const text of [email, ...texts.copy]) expect(shown).toContain(text)
    await copy.setViewportSize({ width: 390, height: 844 })
    await picture(copy, `${language}-narrow-copy`)
    expect(await overflow(copy)).toBe(0)
    await copy.context().close()
  })

  test("capture an order and open the invoice that comes of it", async () => {
    const { email, token } = await registerCustomer(demo, emailOf("order"))
    const orderId = await placeOrder(demo, { email, token })
    await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-invoices").waitFor()
    expect(await page.getByTestId("dk-invoice").count()).toBe(0)
    await page.getByRole("button", { name: texts.capture }).click()
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await page.getByTestId("dk-invoice").waitFor()
    expect(await textOf(page, "dk-invoice")).toMatch(texts.invoice)
    await picture(page, `${language}-order`)
    const [invoice] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByTestId("dk-invoice-open").click(),
    ])
    await invoice.getByText("Nordlys Papir ApS").first().waitFor()
    expect(await invoice.title()).toContain(texts.page)
    await picture(invoice, `${language}-invoice`)
    await invoice.close()
  })

  it("tell what an erasure does, start it by the typed e-mail only, and take it back", async () => {
    const { id, email, token } = await registerCustomer(demo, emailOf("erase"))
    const orderId = await placeOrder(demo, { email, token })
    await captureAndInvoice(demo, orderId)
    await openCustomer(page, demo, id)
    await page.getByTestId("dk-erase").click()
    await page.getByTestId("dk-erase-kept").waitFor()
    for (const part of ["now", "kept", "waiting", "evidence"] as const) {
      const shown = await textOf(page, `dk-erase-${part}`)
      for (const text of texts[part]) expect(shown).toContain(text)
    }
    expect(await textOf(page, "dk-erase-grace")).toMatch(texts.grace)
    await picture(page, `${language}-erase`)

    const confirm = page.getByTestId("dk-erase-confirm")
    expect(await confirm.isDisabled()).toBe(true)
    await page.fill("#dk-typed-email", `x${email}`)
    expect(await confirm.isDisabled()).toBe(true)
    await page.fill("#dk-typed-email", email.toUpperCase())
    await confirm.click()
    await page.getByTestId("dk-erasure-cancel").waitFor()
    expect(await textOf(page, "dk-erasure-status")).toContain(texts.planned)
    expect(await page.getByTestId("dk-erase").count()).toBe(0)
    await picture(page, `${language}-planned`)

    await page.getByTestId("dk-erasure-cancel").click()
    await page.getByTestId("dk-erase").waitFor()
    expect(await textOf(page, "dk-erasure-status")).toContain(texts.cancelled)
    await picture(page, `${language}-cancelled`)
  })

  test("ask which orders are theirs when a mailbox is shared by several", async () => {
    const email = `info@${emailOf("faelles").replace("@", ".")}`
    await placeOrder(demo, { email })
    const { customers } = await call<{ customers: { id: string }[] }>(
      demo,
      `/admin/customers?email=${email}&fields=id`,
      { token: await adminToken(demo) }
    )
    await openCustomer(page, demo, customers[0]?.id ?? "")
    await page.getByTestId("dk-erase").click()
    await page.getByText(texts.onlyUncertain).waitFor()
    expect(await page.getByTestId("dk-erase-confirm").count()).toBe(0)
    await picture(page, `${language}-only-uncertain`)
    await page.getByTestId("dk-erase-uncertain").getByRole("checkbox").first().click()
    await page.getByTestId("dk-erase-confirm").waitFor()
  })

  test("say plainly that a customer is erased already", async () => {
    const { id } = await registerCustomer(demo, emailOf("gone"))
    await openCustomer(page, demo, id)
    const body = { customer_id: id, grace_hours: 0 }
    await call(demo, "/admin/privacy/erasures", { token: await adminToken(demo), body })
    await page.getByTestId("dk-erase").click()
    await page.getByText(texts.alreadyErased).waitFor()
    expect(await page.getByTestId("dk-erase-confirm").count()).toBe(0)
    await picture(page, `${language}-already-erased`)
    await pressEscape(page)
    await page.getByTestId("dk-erasure-status").waitFor()
    expect(await textOf(page, "dk-erasure-status")).toContain(texts.done)
    await picture(page, `${language}-done`)
  })

  test("say to staff without the right whom to ask, and how the first owner is named", async () => {
    const { id } = await registerCustomer(demo, emailOf("closed"))
    const admin = await inviteStaff(demo, `lager.${language}.${stamp}@butik.example`)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    await theirs.goto(`${demo.url}/app/customers/${id}`, { waitUntil: "domcontentloaded" })
    await theirs.getByTestId("dk-forbidden").waitFor()
    const shown = await textOf(theirs, "dk-forbidden")
    expect(shown).toContain(texts.forbidden)
    expect(shown).toContain("access: { operators:")
    expect(await theirs.getByTestId("dk-erase").count()).toBe(0)
    await picture(theirs, `${language}-forbidden`)
    await theirs.context().close()
  })
}

export default (stage: Stage): void => {
  describe("the plugin's screens in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", screens)
  })
}
