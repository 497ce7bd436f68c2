import type { Browser, Page } from "playwright-core"
import { pressEscape } from "../helpers/accessibility"
import { inviteStaff, openAdmin, openCustomer, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { openPrivacy, overflow } from "../helpers/privacy"
import { registerCustomer } from "../helpers/sale"

const TEXTS = {
  da: {
    unlimited: /^Adgang er ikke begrænset: \d+ medarbejdere kan se alle kunder/u,
    warehouse: "Lager",
    sees: "Det, der skal sendes",
    off: "Loggen er slået fra",
    notice: /^Information til medarbejdere om log/u,
    purpose: "Kundeservice",
    unknown: "Der er ingen kunde med den e-mail.",
    secret: /står i eksempler/u,
    fine: "Sessionscookien er beskyttet.",
  },
  en: {
    unlimited: /^Access is not limited: \d+ members of staff can see all customers/u,
    warehouse: "Warehouse",
    sees: "What is to be shipped",
    off: "The log is off",
    notice: /^Information for staff about the log/u,
    purpose: "Customer service",
    unknown: "There is no customer with this e-mail.",
    secret: /stands in examples/u,
    fine: "The session cookie is protected.",
  },
} as const

const ACCESS = { path: "/access", testId: "dk-role-row" }

let demo: RunningDemo
let browser: Browser
const stamp = Date.now().toString()

const rolesIn = (language: Language): void => {
  const texts = TEXTS[language]
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  it("are asked for in red until everybody has one", async () => {
    await inviteStaff(demo, `ny.${language}.${stamp}@butik.example`)
    await openPrivacy(page, demo, { path: "", testId: "dk-overview" })
    const notice = page.getByTestId("dk-task-access-unlimited")
    await notice.waitFor()
    expect(await notice.textContent()).toMatch(texts.unlimited)
    await page.getByTestId("dk-doctor-warning").first().waitFor()
    await page.getByText(texts.secret).first().waitFor()
    expect(await page.getByText(texts.fine).count()).toBe(0)
    await picture(page, `${language}-access-overview`)
    await page.getByTestId("dk-doctor-more").click()
    await page.getByText(texts.fine).waitFor()
    await notice.click()
    await page.getByTestId(ACCESS.testId).first().waitFor()
  })

  it("are given in a list that explains them", async () => {
    const email = `lager.${language}.${stamp}@butik.example`
    await inviteStaff(demo, email)
    await openPrivacy(page, demo, ACCESS)
    const row = page.getByTestId(ACCESS.testId).filter({ hasText: email })
    await row.getByRole("combobox").click()
    await page.getByRole("option", { name: texts.warehouse, exact: true }).click()
    await row.getByText(texts.sees).waitFor()
    await picture(page, `${language}-access-roles`)
    await page.reload()
    await row.getByText(texts.sees).waitFor()
    const operator = page.getByTestId(ACCESS.testId).filter({ hasText: demo.admin.email })
    expect(await operator.getByRole("combobox").count()).toBe(0)
  })

  it("stand above a log that is off until staff has been told", async () => {
    await openPrivacy(page, demo, { path: "/access", testId: "dk-log-off" })
    await page.getByText(texts.off).first().waitFor()
    await picture(page, `${language}-access-log-off`)
    await page.getByTestId("dk-log-publish").click()
    const body = page.locator("#dk-staff-notice-body")
    await body.waitFor()
    expect(await body.inputValue()).toMatch(texts.notice)
    await picture(page, `${language}-access-notice`)
    await pressEscape(page)
    await body.waitFor({ state: "detached" })
  })

  it("fit a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openPrivacy(page, demo, ACCESS)
    await picture(page, `${language}-access-narrow`)
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  })
}

const logIn = (language: Language): void => {
  const texts = TEXTS[language]

  it("shows who looked at whom, by customer and by member of staff", async () => {
    const page = await openAdmin(browser, demo, language)
    const { id, email } = await registerCustomer(
      demo,
      `set.${language}.${Date.now().toString()}@kunde.example`
    )
    await openPrivacy(page, demo, ACCESS)
    // Comes with the log, which says by then whether it is off.
    await page.locator("#dk-log-email").waitFor()
    if (await page.getByTestId("dk-log-off").isVisible()) {
      await page.getByTestId("dk-log-publish").click()
      await page.locator("#dk-staff-notice-body").waitFor()
      await page.getByTestId("dk-staff-notice-submit").click()
      await page.locator("#dk-staff-notice-body").waitFor({ state: "detached" })
    }
    // Servers notice the notice within five seconds.
    await page.waitForTimeout(6000)
    await openCustomer(page, demo, id)
    await openPrivacy(page, demo, { path: "/access", testId: "dk-log-row" })
    expect(await page.getByTestId("dk-log-off").count()).toBe(0)
    await page.fill("#dk-log-email", `ingen.${stamp}@kunde.example`)
    await page.getByTestId("dk-log-find").click()
    await page.getByText(texts.unknown).waitFor()
    await page.fill("#dk-log-email", email)
    await page.getByTestId("dk-log-find").click()
    await page.getByTestId("dk-log-clear").waitFor()
    const looked = page.getByTestId("dk-log-row").filter({ hasText: "GET /admin/customers/:id" })
    await looked.first().waitFor()
    expect(await looked.first().textContent()).toContain(texts.purpose)
    await picture(page, `${language}-access-log`)
    await page.getByTestId("dk-log-clear").click()
    await page.getByTestId("dk-log-staff").click()
    await page.getByRole("option").last().click()
    await page.getByTestId("dk-log").getByTestId("dk-empty").waitFor()
    await picture(page, `${language}-access-log-empty`)
    await page.context().close()
  })
}

export default (stage: Stage): void => {
  describe("access in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("roles (%s)", rolesIn)

    describe.each<Language>(["da", "en"])("the log (%s)", logIn)
  })
}
