import { readFileSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import {
  adminToken,
  inviteStaff,
  journeyIn,
  openAdmin,
  openCustomer,
  picture,
} from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import {
  choose,
  downloadCopy,
  isZip,
  openPrivacy,
  openTab,
  orderNumber,
  overflow,
  sql,
  startErasure,
  typeConfirmation,
} from "../helpers/privacy"
import { PRIVACY_TEXTS } from "../helpers/privacy-texts"
import { call, placeOrder, registerCustomer } from "../helpers/sale"
import { worksOnErasedData } from "../parts/erased-data"
import { searchesWhole } from "../parts/full-scan"

const PAGES = [
  { path: "", testId: "dk-overview" },
  { path: "/find", testId: "dk-find-form" },
  { path: "/erasures", testId: "dk-erasures-status" },
  { path: "/holds", testId: "dk-hold-create" },
  { path: "/restrictions", testId: "dk-restriction-create" },
  { path: "/retention", testId: "dk-retention-chart" },
  { path: "/sweeps", testId: "dk-sweep-preview" },
  { path: "/data-map", testId: "dk-map-table" },
  { path: "/record", testId: "dk-record-activity" },
  { path: "/access", testId: "dk-role-texts" },
  { path: "/replays", testId: "dk-ledger" },
]

const nameOf = ({ path }: { path: string }): string => (path === "" ? "/overview" : path).slice(1)

let demo: RunningDemo
let browser: Browser

const pages = (language: Language): void => {
  const test = journeyIn(language)
  const texts = PRIVACY_TEXTS[language]
  const stamp = Date.now().toString()
  const emailOf = (name: string) => `${name}.${language}.${stamp}@kunde.example`
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  it("stand together in the side bar and tell what asks for attention", async () => {
    await page.goto(`${demo.url}/app/orders`, { waitUntil: "domcontentloaded" })
    await page.getByRole("link", { name: texts.menu, exact: true }).click()
    await page.getByTestId("dk-overview").waitFor()
    for (const name of texts.pages) {
      expect(await page.getByRole("link", { name, exact: true }).count()).toBe(1)
    }
    await page
      .getByTestId("dk-overview-map")
      .getByText(/\d|Alt|All/)
      .first()
      .waitFor()
    await picture(page, `${language}-privacy-overview`)
  })

  test("list an erasure with its state, take it back, and leave it under its filter", async () => {
    const { id } = await registerCustomer(demo, emailOf("regrets"))
    await startErasure(demo, { customer_id: id, grace_hours: 24 })
    await openPrivacy(page, demo, { path: "/erasures", testId: "dk-erasure-row" })
    const row = page.getByTestId("dk-erasure-row").first()
    await row.getByText(texts.planned).first().waitFor()
    await picture(page, `${language}-privacy-erasures`)
    await row.getByTestId("dk-erasure-cancel").click()
    await row.getByText(texts.cancelled).first().waitFor()
    await choose(page, "dk-erasures-status", 1)
    await page.getByTestId("dk-erasures").getByTestId("dk-empty").waitFor()
    await choose(page, "dk-erasures-status", 5)
    await page.getByTestId("dk-erasure-row").first().getByText(texts.cancelled).first().waitFor()
  })

  it("show the certificate of an erasure in a tab of its own, without personal data", async () => {
    const { id, email } = await registerCustomer(demo, emailOf("erased"))
    await startErasure(demo, { customer_id: id, grace_hours: 0 })
    await openPrivacy(page, demo, { path: "/erasures", testId: "dk-erasure-row" })
    await page.getByTestId("dk-erasure-row").first().getByText(texts.done).first().waitFor()
    const tab = await openTab(page, "dk-erasure-certificate")
    const shown = (await tab.textContent("body")) ?? ""
    expect(shown).toMatch(texts.certificate)
    for (const value of [email, "Karen", "Testvej 7"]) expect(shown).not.toContain(value)
    await picture(tab, `${language}-certificate`)
    await tab.close()
  })

  it(
    "search the whole database, and name what they find of an erased person",
    () => searchesWhole(page, { demo, language, email: emailOf("searched") }),
    120_000
  )

  test("tell what a started erasure waits for", async () => {
    const { id, email, token } = await registerCustomer(demo, emailOf("waits"))
    const number = await orderNumber(demo, await placeOrder(demo, { email, token }))
    await startErasure(demo, { customer_id: id, grace_hours: 0 })
    await openPrivacy(page, demo, { path: "/erasures", testId: "dk-erasure-row" })
    const row = page.getByTestId("dk-erasure-row").first()
    await row.getByText(texts.waiting).first().waitFor()
    expect(await row.getByTestId("dk-erasure-waiting").textContent()).toContain(`${number} `)
    await picture(page, `${language}-privacy-waiting`)
  })

  test("find the person of a letter, ask which rows are theirs, hand out a copy and erase", async () => {
    const email = emailOf("letter")
    const number = await orderNumber(demo, await placeOrder(demo, { email }))
    await openPrivacy(page, demo, { path: "/find", testId: "dk-find-form" })
    expect(await page.getByTestId("dk-find-submit").isDisabled()).toBe(true)
    await page.fill("#dk-find-order_number", `#${number}`)
    await page.getByTestId("dk-find-submit").click()
    const row = page.getByTestId("dk-selection-row").filter({ hasText: email }).first()
    await row.waitFor()
    expect(await page.locator("[role=checkbox][data-state=checked]").count()).toBe(0)
    expect(await page.getByTestId("dk-selection-confirm").isDisabled()).toBe(true)
    await row.getByRole("checkbox").click()
    await picture(page, `${language}-privacy-found`)
    await page.getByTestId("dk-selection-confirm").click()
    await page.getByTestId("dk-person").waitFor()
    expect(page.url()).not.toContain(email)

    // A reload finds the choice again.
    await page.reload({ waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-person").waitFor()
    await page.getByTestId("dk-export").click()
    await page.getByTestId("dk-export-portability").click()
    await picture(page, `${language}-privacy-export`)
    const copy = await downloadCopy(page)
    expect(copy.suggestedFilename()).toMatch(/portability.*\.zip$/)
    expect(await isZip(copy)).toBe(true)

    await page.getByTestId("dk-erase").click()
    await page.locator("#dk-typed-email").waitFor()
    expect(await page.getByTestId("dk-erase-confirm").isDisabled()).toBe(true)
    await typeConfirmation(page)
    await picture(page, `${language}-privacy-erase`)
    await page.getByTestId("dk-erase-confirm").click()
    await page.getByTestId("dk-erase-dialog").waitFor({ state: "detached" })
    await openPrivacy(page, demo, { path: "/erasures", testId: "dk-erasure-row" })
    await page.getByTestId("dk-erasure-row").first().getByText(texts.planned).first().waitFor()
  })

  it("say at the field what is wrong with a search, and plainly when nobody is found", async () => {
    await openPrivacy(page, demo, { path: "/find", testId: "dk-find-form" })
    await choose(page, "dk-find-kind", 2)
    await page.fill("#dk-find-phone", "12")
    await page.getByTestId("dk-find-submit").click()
    await page.getByText(texts.phone).waitFor()
    expect(await page.getAttribute("#dk-find-phone", "aria-invalid")).toBe("true")
    await choose(page, "dk-find-kind", 3)
    await page.fill("#dk-find-name", "Zqingen Zqfindes")
    await page.fill("#dk-find-postal_code", "9990")
    await page.getByTestId("dk-find-submit").click()
    await page.getByText(texts.nobody).waitFor()
    await picture(page, `${language}-privacy-nobody`)
  })

  test("hold a customer's data back, show it at the customer, and lift it", async () => {
    const { id, email } = await registerCustomer(demo, emailOf("held"))
    const reason = `Sag ${stamp}-${language}`
    await openPrivacy(page, demo, { path: "/holds", testId: "dk-hold-create" })
    await page.getByTestId("dk-hold-create").click()
    await page.fill("#dk-hold-owner", `x${email}`)
    await page.fill("#dk-hold-reason", reason)
    await page.getByTestId("dk-hold-drawer-submit").click()
    await page.getByText(texts.unknown).waitFor()
    await picture(page, `${language}-privacy-hold`)
    await page.fill("#dk-hold-owner", email)
    await page.getByTestId("dk-hold-drawer-submit").click()
    const row = page.getByTestId("dk-hold-row").filter({ hasText: reason })
    await row.getByText(texts.active).waitFor()
    await picture(page, `${language}-privacy-holds`)

    await openCustomer(page, demo, id)
    await page.getByText(texts.held).waitFor()
    expect(await page.getByTestId("dk-hold-status").textContent()).toContain(reason)
    await page.getByTestId("dk-erase").click()
    await page.getByTestId("dk-erase-waiting").getByText(texts.heldBlock).waitFor()
    await picture(page, `${language}-privacy-held`)

    await openPrivacy(page, demo, { path: "/holds", testId: "dk-hold-row" })
    await row.getByTestId("dk-hold-lift").click()
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await row.getByText(texts.lifted).first().waitFor()
    expect(await row.getByTestId("dk-hold-lift").count()).toBe(0)
  })

  it("show the data map by table and by purpose", async () => {
    await openPrivacy(page, demo, { path: "/data-map", testId: "dk-map-table" })
    await page.getByTestId("dk-drift-none").waitFor()
    await page.fill("#dk-map-search", "order_address")
    const table = page.getByTestId("dk-map-table").first()
    await table.getByRole("button").click()
    await table.getByText("address_1").first().waitFor()
    expect(await table.textContent()).toContain(texts.personal)
    await picture(page, `${language}-data-map`)
    await page.getByTestId("dk-map-by-purpose").click()
    const purpose = page.getByTestId("dk-map-purpose").filter({ hasText: texts.delivery }).first()
    await purpose.getByRole("button").click()
    await purpose.getByText("order_address").first().waitFor()
    await picture(page, `${language}-data-map-purpose`)
  })

  test("tell in red which column the map does not know, until it is gone", async () => {
    await sql(demo, "ALTER TABLE customer ADD COLUMN zq_birthday text")
    try {
      await openPrivacy(page, demo, { path: "/data-map", testId: "dk-drift" })
      const shown = await page.getByTestId("dk-drift").textContent()
      expect(shown).toContain(texts.drift)
      expect(shown).toContain("customer.zq_birthday")
      await picture(page, `${language}-data-map-drift`)
    } finally {
      await sql(demo, "ALTER TABLE customer DROP COLUMN zq_birthday")
    }
    await openPrivacy(page, demo, { path: "/data-map", testId: "dk-drift-none" })
  })

  it("show, print, hand out and complete the Article 30 record", async () => {
    await openPrivacy(page, demo, { path: "/record", testId: "dk-record-activity" })
    const activities = page.getByTestId("dk-record-activity")
    expect(await activities.count()).toBeGreaterThan(5)
    await activities.getByText(texts.bookkeeping).first().waitFor()
    expect(await page.getByTestId("dk-record-controller").textContent()).toContain("14277137")
    await picture(page, `${language}-record`)

    const security = `Zqsikkerhed ${language} ${stamp}`
    await page.getByTestId("dk-record-security-edit").click()
    await page.fill("#dk-record-security", security)
    await picture(page, `${language}-record-security`)
    await page.getByTestId("dk-security-drawer-submit").click()
    await page.getByTestId("dk-record-security-section").getByText(security).waitFor()

    const tab = await openTab(page, "dk-record-print")
    const printed = (await tab.textContent("body")) ?? ""
    for (const text of ["Nordlys Papir ApS", texts.bookkeeping, security]) {
      expect(printed).toContain(text)
    }
    await picture(tab, `${language}-record-print`)
    await tab.close()

    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId("dk-record-csv").click(),
    ])
    const csv = readFileSync(await table.path(), "utf8")
    expect(csv.startsWith("\ufeff")).toBe(true)
    expect(csv).toContain(";")
    expect(csv).toContain(texts.bookkeeping)
  })

  test("hand a company's account over to a new contact, once staff knows what it means", async () => {
    const { id } = await registerCustomer(demo, emailOf("former"))
    const buyer = {
      type: "public",
      ean: "5798009811578",
      company_name: "Åstrup Skole",
      person_reference: "MSØ",
    }
    const token = await adminToken(demo)
    await call(demo, `/admin/customers/${id}/buyer`, { token, body: buyer })
    await openCustomer(page, demo, id)
    await page.getByTestId("dk-hand-over").click()
    await page.fill("#dk-hand-over-first_name", "Nina")
    await page.fill("#dk-hand-over-last_name", "Nykontakt")
    await page.fill("#dk-hand-over-email", emailOf("next"))
    expect(await page.getByTestId("dk-hand-over-drawer-submit").isDisabled()).toBe(true)
    await page.locator("#dk-hand-over-aware").click()
    await picture(page, `${language}-hand-over`)
    await page.getByTestId("dk-hand-over-drawer-submit").click()
    await page.getByTestId("dk-hand-over-drawer").waitFor({ state: "detached" })
    await page.getByText(emailOf("next")).first().waitFor()
    expect(await page.getByText(emailOf("former")).count()).toBe(0)
  })

  test("say whom to ask to staff without the right, on every page", async () => {
    const admin = await inviteStaff(demo, `privat.${language}.${stamp}@butik.example`)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    for (const { path } of PAGES.filter(({ path }) => path !== "" && path !== "/find")) {
      await openPrivacy(theirs, demo, { path, testId: "dk-forbidden" })
      const shown = (await theirs.getByTestId("dk-forbidden").first().textContent()) ?? ""
      expect(shown).toContain(texts.forbidden)
    }
    await openPrivacy(theirs, demo, { path: "/find", testId: "dk-find-form" })
    await theirs.fill("#dk-find-order_number", "1")
    await theirs.getByTestId("dk-find-submit").click()
    await theirs.getByTestId("dk-forbidden").waitFor()
    await picture(theirs, `${language}-privacy-forbidden`)
    await theirs.context().close()
  })

  test("fit a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const known of PAGES) {
      await openPrivacy(page, demo, known)
      await picture(page, `${language}-narrow-${nameOf(known)}`)
      expect(await overflow(page)).toBe(0)
    }
  })
}

export default (stage: Stage): void => {
  describe("the privacy pages in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", pages)

    describe("Medusa's own Admin works on erased data: it", () => {
      worksOnErasedData(() => ({ demo, browser }))
    })
  })
}
