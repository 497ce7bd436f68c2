import type { Browser, Page } from "playwright-core"
import { pressEscape } from "../helpers/accessibility"
import { journeyIn, openAdmin, openCustomer, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { choose, openPrivacy, overflow, sql } from "../helpers/privacy"
import { registerCustomer } from "../helpers/sale"

const TEXTS = {
  da: {
    orders: "Kontaktoplysninger på ordrer",
    carts: "Forladte kurve",
    invoices: "Fakturaer",
    usual: "24 måneder",
    longer: "30 måneder",
    stopped: "Al sletning er stoppet til og med",
    block: "sletning er stoppet for hele butikken",
    lifted: "Hævet",
    erased: "1 slettet",
    would: "1 slettes",
    done: "Færdig",
    givenUp: "Prøves ikke mere af sig selv",
  },
  en: {
    orders: "Contact details on orders",
    carts: "Abandoned carts",
    invoices: "Invoices",
    usual: "24 months",
    longer: "30 months",
    stopped: "All erasing is stopped until and including",
    block: "erasing is stopped for the whole shop",
    lifted: "Lifted",
    erased: "1 erased",
    would: "1 is erased",
    done: "Done",
    givenUp: "No longer tried by itself",
  },
} as const

const RETENTION = { path: "/retention", testId: "dk-retention-chart" }
const SWEEPS = { path: "/sweeps", testId: "dk-sweep-start" }

const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)

let demo: RunningDemo
let browser: Browser

const pages = (language: Language): void => {
  const test = journeyIn(language)
  const texts = TEXTS[language]
  const stamp = `${language}${Date.now().toString()}`
  let page: Page

  const setTerm = async (term: string, reason: string) => {
    await page.getByTestId("dk-rule-edit-order_contact").click()
    await page.fill("#dk-term", term)
    await page.fill("#dk-term-reason", reason)
    await picture(page, `${language}-retention-term`)
    await page.getByTestId("dk-term-drawer-submit").click()
    await page.getByTestId("dk-term-drawer").waitFor({ state: "detached" })
  }

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  it("tell how long what is kept and what goes when", async () => {
    await openPrivacy(page, demo, RETENTION)
    const rule = page.getByTestId("dk-rule-order_contact")
    await rule.getByText(texts.orders).waitFor()
    await rule.getByText(texts.usual).last().waitFor()
    const invoices = page.getByTestId("dk-rule-invoice")
    await invoices.getByText(texts.invoices).waitFor()
    expect(await invoices.getByRole("button").count()).toBe(0)
    expect(await page.getByTestId("dk-retention-month").count()).toBe(12)
    expect(await page.getByTestId("dk-without-rule").count()).toBe(0)
    await picture(page, `${language}-retention`)
    await choose(page, "dk-retention-chart-rule", 1)
    expect(await page.getByTestId("dk-retention-month").count()).toBe(12)
  })

  test("set another term with a reason, which stays to be seen, and set it back", async () => {
    await openPrivacy(page, demo, RETENTION)
    const reason = `Reklamationsret ${stamp}`
    await setTerm("30", reason)
    const rule = page.getByTestId("dk-rule-order_contact")
    await rule.getByText(texts.longer).last().waitFor()
    expect(await rule.textContent()).toContain(reason)
    await setTerm("24", `${reason} igen`)
    await rule.getByText(texts.usual).last().waitFor()
    await page.getByTestId("dk-rule-edit-order_contact").click()
    await page.getByTestId("dk-retention-change").filter({ hasText: reason }).first().waitFor()
    await picture(page, `${language}-retention-history`)
    await pressEscape(page)
  })

  it("stop all erasing until a day, say so where somebody is erased, and go on", async () => {
    const { id } = await registerCustomer(demo, `stopped.${stamp}@kunde.example`)
    await openPrivacy(page, demo, RETENTION)
    await page.getByTestId("dk-stop-create").click()
    await page.fill("#dk-stop-reason", `Kontrol ${stamp}`)
    expect(await page.getByTestId("dk-stop-drawer-submit").isDisabled()).toBe(true)
    await page.fill("#dk-stop-day", inDays(30))
    await picture(page, `${language}-stop-drawer`)
    await page.getByTestId("dk-stop-drawer-submit").click()
    await page.getByTestId("dk-stop").getByText(texts.stopped).waitFor()
    await picture(page, `${language}-stop`)

    await openCustomer(page, demo, id)
    await page.getByTestId("dk-erase").click()
    await page.getByTestId("dk-erase-waiting").getByText(texts.block).waitFor()
    await picture(page, `${language}-stop-erase`)
    await pressEscape(page)

    await openPrivacy(page, demo, RETENTION)
    await page.getByTestId("dk-stop-lift").click()
    await page.fill("#dk-stop-lift-reason", `Slut ${stamp}`)
    await page.getByTestId("dk-stop-lift-drawer-submit").click()
    await page.getByTestId("dk-stop").waitFor({ state: "detached" })
    const earlier = page.getByTestId("dk-stop-earlier").filter({ hasText: `Slut ${stamp}` })
    await earlier.getByText(texts.lifted).waitFor()
  })

  it("show what a sweep would take, take it, and tell what went", async () => {
    const old = "now() - interval '100 days'"
    await sql(
      demo,
      `INSERT INTO cart (id, email, currency_code, created_at, updated_at)
       VALUES ('cart_zq${stamp}', 'zqold.${stamp}@kunde.example', 'dkk', ${old}, now())`
    )
    await openPrivacy(page, demo, SWEEPS)
    await page.getByTestId("dk-sweep-preview").click()
    const carts = page
      .getByTestId("dk-sweep-previewed")
      .getByTestId("dk-sweep-rule")
      .filter({ hasText: texts.carts })
    await carts.getByText(texts.would).waitFor()
    await picture(page, `${language}-sweep-preview`)

    const rows = page.getByTestId("dk-sweep-row")
    const before = await rows.count()
    await page.getByTestId("dk-sweep-start").click()
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await rows.nth(before).waitFor()
    const row = rows.first()
    await row.getByText(texts.done, { exact: true }).waitFor()
    await row.getByTestId("dk-sweep-rule").filter({ hasText: texts.erased }).first().waitFor()
    await picture(page, `${language}-sweep`)
  })

  it("list what could not be erased, and try it again", async () => {
    const item = `order_zq${stamp}`
    await sql(
      demo,
      `INSERT INTO dk_personal_data_parked (id, rule, item_id, reason, attempts, tried_at)
       VALUES ('dkprk_${stamp}', 'order_contact', '${item}', 'gift_message', 5, now())`
    )
    try {
      await openPrivacy(page, demo, { path: "/sweeps", testId: "dk-parked-row" })
      const row = page.getByTestId("dk-parked-row").filter({ hasText: item })
      await row.getByText(texts.givenUp).waitFor()
      await picture(page, `${language}-parked`)
      await row.getByTestId("dk-parked-retry").click()
      await row.getByText(texts.givenUp).waitFor({ state: "detached" })
    } finally {
      await sql(demo, `DELETE FROM dk_personal_data_parked WHERE item_id = '${item}'`)
    }
  })

  it("fit a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const [name, known] of Object.entries({ retention: RETENTION, sweeps: SWEEPS })) {
      await openPrivacy(page, demo, known)
      await picture(page, `${language}-narrow-${name}`)
      expect(await overflow(page)).toBe(0)
    }
  })
}

export default (stage: Stage): void => {
  describe("the pages of retention in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", pages)
  })
}
