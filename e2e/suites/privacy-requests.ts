import type { Browser, Page } from "playwright-core"
import { inviteStaff, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { choose, openPrivacy, openTab, overflow, sql } from "../helpers/privacy"
import { pressEscape, seriousViolationsOf } from "../helpers/accessibility"

const TEXTS = {
  da: {
    empty: "Ingen anmodninger her",
    noMatch: "Intet svarer til det, du har valgt",
    ahead: "Dagen er ikke kommet endnu.",
    overdue: /over fristen/,
    byHand: "Send selv",
    sent: "Sendt",
    refused: "Afvist",
    complaint: "klage til Datatilsynet",
    nothing: "Der er ikke mere at gøre ved anmodningen.",
    forbidden: "Din bruger har ikke adgang til det her.",
  },
  en: {
    empty: "No requests here",
    noMatch: "Nothing matches the choice",
    ahead: "The day has not come yet.",
    overdue: /overdue/,
    byHand: "Send it yourself",
    sent: "Sent",
    refused: "Refused",
    complaint: "complain to Datatilsynet",
    nothing: "There is nothing more to do about the request.",
    forbidden: "Your user may not do this.",
  },
}

const REQUESTS = { path: "/requests", testId: "dk-request-create" }
const REASON = "Den fjerde anmodning på to uger"

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
    await sql(demo, "UPDATE dk_subject_request SET deleted_at = now()")
  }, 120_000)

  const rowOf = (name: string) => page.getByTestId("dk-request-row").filter({ hasText: name })

  const enter = async (name: string, receivedOn: string): Promise<void> => {
    await page.getByTestId("dk-request-create").click()
    await choose(page, "dk-request-channel", 2)
    await page.fill("#dk-request-name", name)
    await page.fill("#dk-request-received", receivedOn)
    await page.getByTestId("dk-request-drawer-submit").click()
  }

  it("enter what came by letter, and show the next limit first", async () => {
    await openPrivacy(page, demo, REQUESTS)
    await page.getByText(texts.empty).waitFor()
    await picture(page, `${language}-requests-empty`)
    await enter("Anne Brevskriver", daysFromNow(3))
    await page.getByText(texts.ahead).waitFor()
    await page.fill("#dk-request-message", "Jeg vil gerne se, hvad I har om mig.")
    await picture(page, `${language}-request-create`)
    await page.fill("#dk-request-received", daysFromNow(-26))
    await page.getByTestId("dk-request-drawer-submit").click()
    await page.getByTestId("dk-request-who").getByText("Anne Brevskriver").waitFor()
    await openPrivacy(page, demo, REQUESTS)
    await enter("Bo Overskredet", daysFromNow(-50))
    await page.getByTestId("dk-request-who").getByText("Bo Overskredet").waitFor()
    await openPrivacy(page, demo, REQUESTS)
    const rows = page.getByTestId("dk-request-row")
    await rows.filter({ hasText: "Anne Brevskriver" }).waitFor()
    await rows.first().getByText("Bo Overskredet").waitFor()
    await rows.first().getByText(texts.overdue).last().waitFor()
    await picture(page, `${language}-requests`)
    await openPrivacy(page, demo, { path: "", testId: "dk-overview-requests" })
    await page.getByTestId("dk-overview-requests").getByText(texts.overdue).waitFor()
    await picture(page, `${language}-overview-requests`)
  })

  it("print the receipt, show a refusal before it is made, and then nothing more is possible", async () => {
    await openPrivacy(page, demo, REQUESTS)
    await rowOf("Anne Brevskriver").getByRole("link").click()
    await page.getByTestId("dk-request-who").getByText("Anne Brevskriver").waitFor()
    await page.getByTestId("dk-letter").first().waitFor()
    await sql(
      demo,
      "UPDATE dk_subject_request_letter SET outcome = 'by_hand', done_at = now() WHERE sent_at IS NULL"
    )
    await page.reload({ waitUntil: "domcontentloaded" })
    const letter = page.getByTestId("dk-letter").first()
    await letter.getByText(texts.byHand, { exact: true }).waitFor()
    await picture(page, `${language}-request`)
    const tab = await openTab(page, "dk-letter-print")
    expect(await tab.textContent("body")).toContain("Anne Brevskriver")
    await picture(tab, `${language}-request-letter`)
    await tab.close()
    await letter.getByTestId("dk-letter-mark").click()
    await letter.getByText(texts.sent, { exact: true }).waitFor()

    await page.getByTestId("dk-request-refused").click()
    await choose(page, "dk-decision-ground", 2)
    await page.fill("#dk-decision-reason", REASON)
    await page.getByTestId("dk-decision-preview").click()
    const shown = page.getByTestId("dk-letter-preview")
    await shown.getByText(texts.complaint).waitFor()
    expect(await shown.textContent()).toContain(`> ${REASON}`)
    await picture(page, `${language}-request-refuse`)
    await page.getByTestId("dk-decision-drawer-submit").click()
    await page.getByTestId("dk-request").getByText(texts.refused, { exact: true }).waitFor()
    await page.getByText(texts.nothing).waitFor()
    await page.getByTestId("dk-request-timeline").getByText(REASON).waitFor()
    await picture(page, `${language}-request-refused`)
    await page.getByTestId("dk-requests-back").click()
    await choose(page, "dk-requests-state", 1)
    await rowOf("Anne Brevskriver").waitFor()
    expect(page.url()).toContain("state=ended")
  })

  it("find a request by its name and state, and find it again after a reload", async () => {
    await openPrivacy(page, demo, REQUESTS)
    await page.fill("#dk-requests-q", "overskr")
    await page.getByTestId("dk-requests-find").click()
    await rowOf("Bo Overskredet").waitFor()
    expect(page.url()).not.toContain("overskr")
    await page.fill("#dk-requests-q", "zqingen")
    await page.getByTestId("dk-requests-find").click()
    await page.getByText(texts.noMatch).waitFor()
    await picture(page, `${language}-requests-no-match`)
    await page.getByTestId("dk-requests-clear").click()
    await rowOf("Bo Overskredet").waitFor()
    await choose(page, "dk-requests-state", 9)
    await rowOf("Anne Brevskriver").waitFor()
    expect(await rowOf("Bo Overskredet").count()).toBe(0)
    await page.reload({ waitUntil: "domcontentloaded" })
    await rowOf("Anne Brevskriver").waitFor()
    expect(await rowOf("Bo Overskredet").count()).toBe(0)
    expect(await seriousViolationsOf(page)).toEqual([])
  })

  it("open a decision by keyboard alone", async () => {
    await openPrivacy(page, demo, REQUESTS)
    await rowOf("Bo Overskredet").getByRole("link").focus()
    await page.keyboard.press("Enter")
    const confirm = page.getByTestId("dk-request-identity_confirmed")
    await confirm.focus()
    await page.keyboard.press("Enter")
    await page.getByTestId("dk-decision-drawer").locator(":focus").waitFor({ state: "attached" })
    await pressEscape(page)
    await page.getByTestId("dk-decision-drawer").waitFor({ state: "detached" })
  })

  it("explain what is lacking to staff without the right", async () => {
    const admin = await inviteStaff(demo, `anmodning.${language}.${stamp}@butik.example`)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    for (const path of ["/requests", "/requests/dkreq_none"]) {
      await openPrivacy(theirs, demo, { path, testId: "dk-forbidden" })
      expect(await theirs.getByTestId("dk-forbidden").first().textContent()).toContain(
        texts.forbidden
      )
    }
    await picture(theirs, `${language}-requests-forbidden`)
    await theirs.context().close()
  })

  it("fit a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openPrivacy(page, demo, REQUESTS)
    await page.getByTestId("dk-request-row").first().waitFor()
    await picture(page, `${language}-narrow-requests`)
    expect(await overflow(page)).toBe(0)
    await page.getByTestId("dk-request-row").first().getByRole("link").click()
    await page.getByTestId("dk-letter").first().waitFor()
    await picture(page, `${language}-narrow-request`)
    expect(await overflow(page)).toBe(0)
  })
}

export default (stage: Stage): void => {
  describe("the pages for people's requests in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", pages)
  })
}
