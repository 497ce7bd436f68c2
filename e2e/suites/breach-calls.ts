import type { Browser, Page } from "playwright-core"
import { openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { forgetBreaches, openedCase } from "../helpers/breach-cases"
import { breachScreens } from "../helpers/breach-screens"
import { BREACH_TEXTS } from "../helpers/breach-texts"
import type { RunningDemo, Stage } from "../helpers/demo"
import { sql } from "../helpers/privacy"
import { registerCustomer } from "../helpers/sale"

let demo: RunningDemo
let browser: Browser

const screens = (language: Language): void => {
  const texts = BREACH_TEXTS[language]
  const stamp = `${language}.${Date.now().toString()}`
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  afterAll(() => forgetBreaches(demo))

  const { press, lookAt, isClosed, open, assessHigh } = breachScreens(language, () => ({
    page,
    demo,
  }))

  it("note a call, and take the list of whom to call of a breach that is real", async () => {
    const id = await openedCase(demo, "Fil sendt til den forkerte", 6)
    const { id: customerId, email } = await registerCustomer(demo, `ring.${stamp}@kunde.example`)
    await open(id)
    const find = async () => {
      await press("dk-breach-people-add")
      await page.click("#dk-breach-part-chosen")
      await page.fill("#dk-breach-chosen", email)
      await press("dk-breach-people-preview")
      await page.getByTestId("dk-breach-people-counted").waitFor()
      await press("dk-breach-people-drawer-submit")
      await page.getByTestId("dk-breach-person").waitFor()
    }
    await find()
    expect(await page.getByTestId("dk-breach-call-list").isDisabled()).toBe(true)
    await page.getByText(texts.notStarted).waitFor()
    await lookAt("not-started")
    await press("dk-breach-people-clear")
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await page.getByTestId("dk-breach-person").waitFor({ state: "detached" })
    await find()
    await assessHigh()
    await press("dk-breach-risk-drawer-submit")
    await isClosed("dk-breach-risk-drawer")
    await press("dk-breach-notice-edit")
    await page.getByTestId("dk-breach-notice-drawer-submit").click()
    await isClosed("dk-breach-notice-drawer")
    // Nobody can be reached any more, so that somebody has to call.
    await sql(demo, `UPDATE customer SET email = NULL WHERE id = '${customerId}'`)
    await press("dk-breach-notify")
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await page.getByTestId("dk-breach-progress").getByText(texts.noAddress).waitFor()
    const [file] = await Promise.all([page.waitForEvent("download"), press("dk-breach-call-list")])
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
    await page.getByTestId("dk-breach-person-called").locator("visible=true").click()
    await page.getByRole("alertdialog").getByText(texts.gotHold).waitFor()
    await picture(page, `${language}-breach-called`)
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await page.getByTestId("dk-breach-people").getByText(texts.allTold).waitFor()
    await page
      .getByTestId("dk-breach-person")
      .getByText(texts.told, { exact: true })
      .last()
      .waitFor()
    await lookAt("called")
    await sql(demo, `UPDATE customer SET email = '${email}' WHERE id = '${customerId}'`)
  })
}

export default (stage: Stage): void => {
  describe("those a breach's notice does not reach, in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", screens)
  })
}
