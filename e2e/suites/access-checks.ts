import type { Browser, Page } from "playwright-core"
import { inviteStaff, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { choose, openPrivacy, overflow, sql } from "../helpers/privacy"
import { registerCustomer } from "../helpers/sale"

const TEXTS = {
  da: {
    empty: "Ingen medarbejdertjek",
    due: "Skal ses igen nu",
    soon: "Skal ses igen snart",
    valid: "I orden",
    left: "Fratrådt",
    reference: "Skriv et medarbejdernummer, fx M-1042.",
    ahead: "Dagen er ikke kommet endnu.",
    cpr: "CPR-nummer 211062-****",
    confirmed: "Bekræftet, at det ikke er et CPR-nummer",
    forbidden: "Din bruger har ikke adgang til det her.",
    asking: /^1 skal ses igen$/,
  },
  en: {
    empty: "No staff checks",
    due: "To be seen again now",
    soon: "To be seen again soon",
    valid: "In order",
    left: "Left",
    reference: "Write an employee number, such as M-1042.",
    ahead: "The day has not come yet.",
    cpr: "CPR number 211062-****",
    confirmed: "Confirmed that it is no CPR number",
    forbidden: "Your user may not do this.",
    asking: /^1 to be seen again$/,
  },
}

const FINDINGS = { path: "/findings", testId: "dk-findings-scan" }
const CHECKS = { path: "/staff-checks", testId: "dk-check-create" }

const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)

let demo: RunningDemo
let browser: Browser

const pages = (language: Language): void => {
  const texts = TEXTS[language]
  const stamp = Date.now().toString()
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  const scan = async (): Promise<void> => {
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith("/findings/scan")),
      page.getByTestId("dk-findings-scan").click(),
    ])
    const { scan: done } = (await answer.json()) as { scan: { finished_at: string | null } }
    if (done.finished_at === null) await scan()
  }

  it("show what old data holds without the number, and take it out where it stands", async () => {
    const masked = await registerCustomer(demo, `fund.${language}.${stamp}@kunde.example`)
    const none = await registerCustomer(demo, `sag.${language}.${stamp}@kunde.example`)
    await sql(
      demo,
      `UPDATE customer SET metadata = '{"note": "Ringede om cpr 211062-5009"}' WHERE id = '${masked.id}'`
    )
    await sql(demo, `UPDATE customer SET company_name = 'Sag 211062-5009' WHERE id = '${none.id}'`)
    await openPrivacy(page, demo, FINDINGS)
    await page.getByTestId("dk-input-counts").getByText(texts.confirmed).waitFor()
    await scan()
    const row = (id: string) => page.getByTestId("dk-finding-row").filter({ hasText: id })
    await row(masked.id).getByText(texts.cpr).waitFor()
    expect(await page.textContent("body")).not.toContain("5009")
    await picture(page, `${language}-findings`)
    await row(none.id).getByTestId("dk-finding-dismiss").click()
    await row(none.id).waitFor({ state: "detached" })
    await row(masked.id).getByTestId("dk-finding-mask").click()
    await picture(page, `${language}-findings-mask`)
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await row(masked.id).waitFor({ state: "detached" })
    await choose(page, "dk-findings-state", 1)
    await row(none.id).waitFor()
    await choose(page, "dk-findings-state", 2)
    await row(masked.id).waitFor()
    await picture(page, `${language}-findings-resolved`)
  })

  it("record that a certificate was seen, ask for it again, and let it go", async () => {
    await sql(demo, "DELETE FROM dk_access_staff_check")
    await openPrivacy(page, demo, CHECKS)
    await page.getByText(texts.empty).waitFor()
    await picture(page, `${language}-staff-checks-empty`)
    await page.getByTestId("dk-check-create").click()
    await choose(page, "dk-check-owner", 1)
    await page.fill("#dk-check-reference", "Jens fra lageret".slice(0, 11))
    await page.getByTestId("dk-check-drawer-submit").click()
    await page.getByText(texts.reference).waitFor()
    await page.fill("#dk-check-reference", "M-1042")
    await page.fill("#dk-check-seen_on", daysFromNow(40))
    await page.getByTestId("dk-check-drawer-submit").click()
    await page.getByText(texts.ahead).waitFor()
    await picture(page, `${language}-staff-check-create`)
    await page.fill("#dk-check-seen_on", daysFromNow(-800))
    await page.getByTestId("dk-check-drawer-submit").click()
    const row = page.getByTestId("dk-check-row").filter({ hasText: "M-1042" })
    await row.getByText(texts.due).first().waitFor()

    await page.getByTestId("dk-check-create").click()
    await choose(page, "dk-check-user", 0)
    await page.getByTestId("dk-check-drawer-submit").click()
    await page.getByTestId("dk-check-row").nth(1).getByText(texts.valid).waitFor()
    await picture(page, `${language}-staff-checks`)

    await openPrivacy(page, demo, { path: "", testId: "dk-overview-staffChecks" })
    await page.getByTestId("dk-overview-staffChecks").getByText(texts.asking).waitFor()
    await picture(page, `${language}-overview-checks`)

    await openPrivacy(page, demo, CHECKS)
    await row.getByTestId("dk-check-again").click()
    await page.fill("#dk-check-next_due", daysFromNow(20))
    await page.getByTestId("dk-check-again-drawer-submit").click()
    await row.getByText(texts.soon).first().waitFor()
    await row.getByTestId("dk-check-leave").click()
    await page.getByTestId("dk-check-leaving-drawer-submit").click()
    await row.getByTestId("dk-check-again").waitFor({ state: "detached" })
    await row.getByText(texts.left, { exact: true }).waitFor()
    await row.getByTestId("dk-check-delete").click()
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await row.waitFor({ state: "detached" })
  })

  it("explain what is lacking to staff without the right", async () => {
    const admin = await inviteStaff(demo, `tjek.${language}.${stamp}@butik.example`)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    for (const { path } of [FINDINGS, CHECKS]) {
      await openPrivacy(theirs, demo, { path, testId: "dk-forbidden" })
      expect(await theirs.getByTestId("dk-forbidden").first().textContent()).toContain(
        texts.forbidden
      )
    }
    await picture(theirs, `${language}-staff-checks-forbidden`)
    await theirs.context().close()
  })

  it("fit a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const known of [FINDINGS, CHECKS]) {
      await openPrivacy(page, demo, known)
      await picture(page, `${language}-narrow${known.path.replace("/", "-")}`)
      expect(await overflow(page)).toBe(0)
    }
  })
}

export default (stage: Stage): void => {
  describe("the pages for findings and staff checks in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", pages)
  })
}
