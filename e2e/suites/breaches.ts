import type { Browser, Page } from "playwright-core"
import { pressEscape } from "../helpers/accessibility"
import { forgetBreaches, openedCase } from "../helpers/breach-cases"
import { breachScreens } from "../helpers/breach-screens"
import { BREACH_TEXTS } from "../helpers/breach-texts"
import { inviteStaff, journeyIn, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { choose, openPrivacy } from "../helpers/privacy"
import { giveRole, lookAtPage } from "../helpers/requests"
import { call, placeOrder, registerCustomer } from "../helpers/sale"

const BREACHES = { path: "/breaches", testId: "dk-breach-create" }

/** Places in the lists of the drawers. */
const QUICK_START = { lostDevice: 3 }
const REALITY = { drill: 1 }
const EXEMPTION = { disproportionate: 3 }

/** By the clock of Denmark, as the inputs have it. */
const hoursAgo = (hours: number): string =>
  new Date(Date.now() - hours * 3600 * 1000)
    .toLocaleString("sv-SE", { timeZone: "Europe/Copenhagen" })
    .replace(" ", "T")
    .slice(0, 16)

const today = (): string => hoursAgo(0).slice(0, 10)

let demo: RunningDemo
let browser: Browser

const screens = (language: Language): void => {
  const texts = BREACH_TEXTS[language]
  const stamp = `${language}.${Date.now().toString()}`
  const journey = journeyIn(language)
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
    await forgetBreaches(demo)
  }, 120_000)

  afterAll(() => forgetBreaches(demo))

  const { press, lookAt, isClosed, open, assessHigh } = breachScreens(language, () => ({
    page,
    demo,
  }))
  const close = async () => {
    await page.getByText(texts.ready).waitFor()
    await press("dk-breach-close-open")
    await page.fill("#dk-breach-close-drawer-cause", "Telefonen havde ingen kode.")
    await page.fill("#dk-breach-close-drawer-lessons", "Alle enheder krypteres.")
    await lookAt("close")
    await press("dk-breach-close-drawer-submit")
    await page.getByTestId("dk-breach-reopen").waitFor()
  }

  it("begin a drill of a lost laptop, and say what is missing and by when", async () => {
    await openPrivacy(page, demo, BREACHES)
    await page.getByText(texts.empty).waitFor()
    await lookAt("empty")
    await press("dk-breach-create")
    await choose(page, "dk-breach-quick-start", QUICK_START.lostDevice)
    await page.getByTestId("dk-breach-questions").getByText(texts.question).waitFor()
    await choose(page, "dk-breach-reality", REALITY.drill)
    await page.fill("#dk-breach-aware_at", hoursAgo(-2))
    await lookAt("open")
    await press("dk-breach-drawer-submit")
    await page.getByText(texts.future).waitFor()
    await page.fill("#dk-breach-title", `Tabt bærbar ${stamp}`)
    await page.fill("#dk-breach-detected_at", hoursAgo(21))
    await page.fill("#dk-breach-aware_at", hoursAgo(20.5))
    await press("dk-breach-drawer-submit")
    await page.getByTestId("dk-breach-drill-banner").waitFor()
    expect(await page.getByTestId("dk-breach-clock").textContent()).toMatch(texts.limit)
    await page.getByRole("heading", { name: texts.drillRisk }).waitFor()
    await lookAt("case-new")
  })

  it("describe, assess, report, find those affected, tell them and close", async () => {
    await registerCustomer(demo, `berort.${stamp}@kunde.example`)
    await placeOrder(demo, { email: `gaest.${stamp}@kunde.example` })
    await press("dk-breach-facts-edit")
    await page.fill("#dk-breach-people_count", "ca. ti")
    expect(await page.getByTestId("dk-breach-facts-drawer-submit").isDisabled()).toBe(true)
    await page.fill("#dk-breach-people_count", "12")
    await page.fill("#dk-breach-records_count", "30")
    await page.fill("#dk-breach-consequences", "Andre kan kende din adresse.")
    await page.fill("#dk-breach-measures_taken", "Computeren er spærret.")
    await pressEscape(page)
    await page.getByRole("alertdialog").getByText(texts.notSaved).waitFor()
    await page.getByRole("alertdialog").getByRole("button").first().click()
    await page.getByRole("alertdialog").waitFor({ state: "detached" })
    await lookAt("facts")
    await press("dk-breach-facts-drawer-submit")
    await isClosed("dk-breach-facts-drawer")
    await assessHigh()
    await lookAt("assess")
    await press("dk-breach-risk-drawer-submit")
    await page.getByTestId("dk-breach-risk").getByText(texts.high, { exact: true }).waitFor()

    await page.getByTestId("dk-breach-report-text").getByText(texts.drill).waitFor()
    await press("dk-breach-phase")
    await page.fill("#dk-breach-receipt", "2026-0042")
    await lookAt("phase")
    await press("dk-breach-phase-drawer-submit")
    await page.getByTestId("dk-breach-phase-row").getByText(texts.final).waitFor()

    await press("dk-breach-people-add")
    await page.click("#dk-breach-part-orders")
    await page.fill("#dk-breach-orders-from", today())
    await page.fill("#dk-breach-orders-to", today())
    await page.click("#dk-breach-part-chosen")
    await page.fill("#dk-breach-chosen", `berort.${stamp}@kunde.example\ningen@kunde.example`)
    await press("dk-breach-people-preview")
    await page.getByText(texts.unknown).waitFor()
    await page.fill("#dk-breach-chosen", `berort.${stamp}@kunde.example`)
    expect(await page.getByTestId("dk-breach-people-drawer-submit").isDisabled()).toBe(true)
    await press("dk-breach-people-preview")
    await page.getByTestId("dk-breach-people-counted").getByText(texts.counted).waitFor()
    await page.getByTestId("dk-breach-people-counted").scrollIntoViewIfNeeded()
    await lookAt("find-people")
    await press("dk-breach-people-drawer-submit")
    await page.getByTestId("dk-breach-person").nth(1).waitFor()

    await press("dk-breach-notice-edit")
    await page.fill("#dk-breach-notice-subject-da", "Vigtigt om dine oplysninger")
    await lookAt("notice")
    await press("dk-breach-notice-drawer-submit")
    await page.getByTestId("dk-breach-notice-text").waitFor()
    await press("dk-breach-notify")
    await page.getByRole("alertdialog").getByText(texts.nobodyGets).waitFor()
    await picture(page, `${language}-breach-notify`)
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await page.getByTestId("dk-breach-progress").waitFor()
    await lookAt("telling")
    await page.getByTestId("dk-breach-people").getByText(texts.allTold).waitFor()
    for (const person of await page.getByTestId("dk-breach-person").all()) {
      await person.getByText(texts.told, { exact: true }).last().waitFor()
    }
    await lookAt("told")
    await close()
    await page.getByTestId("dk-breach").getByText(texts.closed, { exact: true }).first().waitFor()
    await lookAt("closed")
    await press("dk-breaches-back")
    await choose(page, "dk-breaches-state", 1)
    await page.getByTestId("dk-breach-row").getByText(`Tabt bærbar ${stamp}`).waitFor()
    expect(page.url()).toContain("state=closed")
    await page.fill("#dk-breaches-q", "zqingen")
    await press("dk-breaches-find")
    await page.getByText(texts.noMatch).waitFor()
    expect(page.url()).not.toContain("zqingen")
  })

  it("show the register with its limits, and what asks for attention on the overview", async () => {
    await openedCase(demo, "Mail til den forkerte", 80)
    await openedCase(demo, "Pakke til den forkerte", 5)
    await openedCase(demo, "Øvelse i november", 1, true)
    await call(demo, "/store/privacy/breach-reports", {
      body: { message: texts.tip, email: `kunde.${stamp}@kunde.example`, locale: language },
    })
    await openPrivacy(page, demo, BREACHES)
    await page.getByTestId("dk-breach-row").nth(2).waitFor()
    await page.getByTestId("dk-breach-row").first().getByText(texts.overdue).last().waitFor()
    await page.getByTestId("dk-breach-tip").getByText(texts.tip).waitFor()
    await lookAt("register")
    await choose(page, "dk-breaches-kind", 2)
    await page.getByTestId("dk-breach-row").nth(1).waitFor({ state: "detached" })
    await page.reload({ waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-breach-row").getByText(texts.drill, { exact: true }).waitFor()
    await openPrivacy(page, demo, { path: "", testId: "dk-overview-breaches" })
    await page.getByTestId("dk-overview-breaches").getByText(texts.newTip).waitFor()
    await page.getByTestId("dk-overview-breaches").getByText(texts.overdue).waitFor()
    await picture(page, `${language}-breach-overview`)
  })

  it("make a customer's report a case", async () => {
    await openPrivacy(page, demo, BREACHES)
    await page.getByTestId("dk-breach-tip").getByTestId("dk-breach-tip-link").click()
    await page.getByTestId("dk-breach-tip-case").waitFor()
    await lookAt("tip-link")
    await pressEscape(page)
    await isClosed("dk-breach-tip-drawer")
    await page.getByTestId("dk-breach-tip").getByTestId("dk-breach-tip-open").click()
    await page.fill("#dk-breach-title", `Fra en kunde ${stamp}`)
    await lookAt("tip-open")
    await press("dk-breach-drawer-submit")
    await page.getByTestId("dk-breach").getByText(texts.looking).waitFor()
    await press("dk-breaches-back")
    await page.getByTestId("dk-breach-tips").getByTestId("dk-empty").waitFor()
    await choose(page, "dk-breach-tips-state", 1)
    await page.getByTestId("dk-breach-tip").getByText(texts.tip).waitFor()
    await lookAt("tip-linked")
  })

  it("give a public notice instead of one to each, and ask why a report was late", async () => {
    await open(await openedCase(demo, "Liste over kunder på nettet", 90))
    await assessHigh()
    await choose(page, "dk-breach-exemption", EXEMPTION.disproportionate)
    expect(await page.getByTestId("dk-breach-risk-drawer-submit").isDisabled()).toBe(true)
    await page.fill("#dk-breach-exemption-reason", "Vi har hverken e-mail eller telefon på dem.")
    await lookAt("exemption")
    await press("dk-breach-risk-drawer-submit")
    await page.getByText(texts.notNeeded).waitFor()
    await page.getByTestId("dk-breach-duties").getByText(texts.publicMissing).waitFor()
    await press("dk-breach-phase")
    await page.getByText(texts.late).waitFor()
    await page.fill("#dk-breach-receipt", "2026-0043")
    await page.fill("#dk-breach-delay", "Vi opdagede først omfanget for sent.")
    await lookAt("phase-late")
    await press("dk-breach-phase-drawer-submit")
    await page.getByTestId("dk-breach-phase-row").waitFor()
    await press("dk-breach-public-open")
    await page.fill("#dk-breach-public-drawer-place", "Forsiden af butikken")
    await page.fill("#dk-breach-public-drawer-text", "En liste med navne har været åben.")
    await lookAt("public")
    await press("dk-breach-public-drawer-submit")
    await isClosed("dk-breach-public-drawer")
    await lookAt("case-public")
    await page.getByText(texts.ready).waitFor()
  })

  journey("make a customer's report part of a case that is open", async () => {
    await openedCase(demo, `Sag til en melding ${stamp}`, 2)
    await call(demo, "/store/privacy/breach-reports", { body: { message: texts.tip } })
    await openPrivacy(page, demo, BREACHES)
    await press("dk-breach-tip-link")
    await page.getByTestId("dk-breach-tip-case").waitFor()
    await press("dk-breach-tip-drawer-submit")
    await page.getByTestId("dk-breach-tips").getByTestId("dk-empty").waitFor()
    await choose(page, "dk-breach-tips-state", 1)
    await page.getByTestId("dk-breach-tip").nth(1).waitFor()
  })

  journey(
    "take a report off the list, rule a case out, write a note and open it again",
    async () => {
      await call(demo, "/store/privacy/breach-reports", { body: { message: texts.tip } })
      await openPrivacy(page, demo, BREACHES)
      await page.getByTestId("dk-breach-tip-dismiss").click()
      await page.getByRole("alertdialog").getByRole("button").last().click()
      await page.getByTestId("dk-breach-tip").waitFor({ state: "detached" })
      await open(await openedCase(demo, "Måske et brud", 3))
      await press("dk-breach-note")
      await page.fill("#dk-breach-note-drawer-text", "Serverens log er læst.")
      await press("dk-breach-note-drawer-submit")
      await page.getByTestId("dk-breach-event").getByText("Serverens log er læst.").waitFor()
      await press("dk-breach-rule-out")
      await page.fill("#dk-breach-rule-out-drawer-reasoning", "Filen var tom.")
      await press("dk-breach-rule-out-drawer-submit")
      await close()
      await press("dk-breach-reopen")
      await page.fill("#dk-breach-reopen-drawer-reasoning", "Der var en fil mere.")
      await press("dk-breach-reopen-drawer-submit")
      await page.getByTestId("dk-breach-close-open").waitFor()
    }
  )

  it("let customer service describe and find, but leave decisions to owners", async () => {
    const id = await openedCase(demo, "Set af kundeservice", 4)
    const admin = await inviteStaff(demo, `brud.${stamp}@butik.example`)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    await openPrivacy(theirs, demo, { path: "/breaches", testId: "dk-forbidden" })
    expect(await theirs.getByTestId("dk-forbidden").first().textContent()).toContain(
      texts.forbidden
    )
    await giveRole(demo, admin.email, "customer_service")
    await openPrivacy(theirs, demo, { path: `/breaches/${id}`, testId: "dk-breach-timeline" })
    await theirs.getByTestId("dk-breach-may-not").getByText(texts.mayNot).waitFor()
    await theirs.getByTestId("dk-breach-facts-edit").waitFor()
    await theirs.getByTestId("dk-breach-people-add").waitFor()
    for (const decision of ["assess", "phase", "notify", "close-open", "rule-out"]) {
      expect(await theirs.getByTestId(`dk-breach-${decision}`).count()).toBe(0)
    }
    await lookAtPage(theirs, language, "breach-customer-service")
    await theirs.context().close()
    await giveRole(demo, admin.email, null)
  })
}

export default (stage: Stage): void => {
  describe("the pages for breaches in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", screens)
  })
}
