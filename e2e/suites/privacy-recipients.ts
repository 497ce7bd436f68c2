import type { Browser, Page } from "playwright-core"
import { inviteStaff, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { choose, openPrivacy, overflow, sql } from "../helpers/privacy"
import { seriousViolationsOf } from "../helpers/accessibility"

const TEXTS = {
  da: {
    nothing: "Ingen beskeder her",
    noMatch: "Intet svarer til det, du har valgt",
    joint: /fælles dataansvarlige for besøgstallene/,
    safeguard: /Landet er uden for EU og EØS/,
    taken: "En modtager har allerede det navn.",
    overdue: "Gennemsyn er overskredet",
    overview: /gennemsyn overskredet/,
    again: "Bruges igen",
    escalated: "Venter på dig",
    confirmed: "Bekræftet",
    needsYou: /1 besked venter på dig/,
    forbidden: "Din bruger har ikke adgang til det her.",
  },
  en: {
    nothing: "Nothing to tell here",
    noMatch: "Nothing matches the choice",
    joint: /joint controllers of the visitor figures/,
    safeguard: /outside the EU and EEA. Write/,
    taken: "There is a recipient of that name already.",
    overdue: "Review is overdue",
    overview: /review overdue/,
    again: "Used again",
    escalated: "Needs you",
    confirmed: "Confirmed",
    needsYou: /1 needs you/,
    forbidden: "Your user may not do this.",
  },
}

const RECIPIENTS = { path: "/recipients", testId: "dk-recipient" }
/** Of the list of what tasks are shown. */
const SHOWN = { all: 0, escalated: 5 }

let demo: RunningDemo
let browser: Browser

const tidy = async () => {
  await sql(demo, "DELETE FROM dk_subject_request_recipient_task")
  await sql(demo, "DELETE FROM dk_subject_request_recipient WHERE origin = 'staff'")
}

const pages = (language: Language): void => {
  const texts = TEXTS[language]
  let page: Page

  beforeAll(async () => {
    await tidy()
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  afterAll(tidy)

  const rowOf = (name: string) => page.getByTestId("dk-recipient").filter({ hasText: name })
  const save = () => page.getByTestId("dk-recipient-drawer-submit").click()
  const saved = () => page.getByTestId("dk-recipient-drawer").waitFor({ state: "detached" })

  it("add who gets data, Facebook's page as what it is, and say when to look again", async () => {
    await openPrivacy(page, demo, RECIPIENTS)
    await page.getByTestId("dk-tasks").getByText(texts.nothing).waitFor()
    await picture(page, `${language}-recipients-empty`)
    await page.getByTestId("dk-preset-facebook").click()
    await rowOf("Meta").getByText(texts.joint).waitFor()
    expect(await page.getByTestId("dk-preset-facebook").count()).toBe(0)

    await page.getByTestId("dk-recipient-add").click()
    await page.fill("#dk-recipient-name", "meta (facebook-side)")
    await page.locator("#dk-recipient-delivery").click()
    await save()
    await page.getByText(texts.taken).waitFor()
    await page.fill("#dk-recipient-name", "Fjord Fragt")
    await page.fill("#dk-recipient-country", "us")
    await save()
    await page.getByText(texts.safeguard).waitFor()
    await picture(page, `${language}-recipient-add`)
    await page.fill("#dk-recipient-country", "dk")
    await page.fill("#dk-recipient-agreement_on", "2026-01-02")
    await page.fill("#dk-recipient-next_review_on", "2026-02-01")
    await page.fill("#dk-recipient-contact_email", "privatliv@fragt.example")
    await save()
    await saved()
    await rowOf("Fjord Fragt").getByText(texts.overdue).waitFor()
    expect(await seriousViolationsOf(page)).toEqual([])
    await picture(page, `${language}-recipients`)
    await openPrivacy(page, demo, { path: "", testId: "dk-overview-recipients" })
    await page.getByTestId("dk-overview-recipients").getByText(texts.overview).waitFor()
    await picture(page, `${language}-overview-recipients`)
    await page.getByTestId("dk-overview-recipients").click()

    await rowOf("Fjord Fragt").getByTestId("dk-recipient-edit").click()
    await page.fill("#dk-recipient-next_review_on", "2099-02-01")
    await save()
    await saved()
    await rowOf("Fjord Fragt").getByText(texts.overdue).waitFor({ state: "detached" })
    await rowOf("Fjord Fragt").getByTestId("dk-recipient-switch").click()
    await rowOf("Fjord Fragt").getByText(texts.again).waitFor()
    await rowOf("Fjord Fragt").getByTestId("dk-recipient-switch").click()
  })

  it("tell a recipient, note that they did it, and show who never answered", async () => {
    await sql(
      demo,
      `INSERT INTO dk_subject_request_recipient_task (id, recipient_id, cause, cause_id, order_ids, state, next_attempt_at, done_at)
       SELECT 'dkrcpt_' || state || '${language}', id, cause, 'dkerase_' || state, '{order_1}', state, now(), now()
         FROM dk_subject_request_recipient, (VALUES ('open', 'erasure'), ('escalated', 'restriction')) t(state, cause)
        WHERE name LIKE 'Meta%'`
    )
    await openPrivacy(page, demo, { path: "/recipients", testId: "dk-task" })
    const tasks = page.getByTestId("dk-task")
    await tasks.nth(1).waitFor()
    await picture(page, `${language}-recipient-tasks`)
    await choose(page, "dk-tasks-state", SHOWN.escalated)
    await tasks.nth(1).waitFor({ state: "detached" })
    await tasks.getByText(texts.escalated, { exact: true }).waitFor()
    await openPrivacy(page, demo, { path: "", testId: "dk-overview-recipients" })
    await page.getByTestId("dk-overview-recipients").getByText(texts.needsYou).waitFor()
    await openPrivacy(page, demo, { path: "/recipients", testId: "dk-task" })
    await choose(page, "dk-tasks-state", SHOWN.escalated)
    await tasks.nth(1).waitFor({ state: "detached" })
    await tasks.getByTestId("dk-task-confirm").click()
    await page.getByTestId("dk-tasks").getByText(texts.noMatch).waitFor()
    await choose(page, "dk-tasks-state", SHOWN.all)
    const done = tasks.filter({ hasText: texts.confirmed })
    await done.getByText(texts.confirmed, { exact: true }).waitFor()
    expect(await done.getByRole("button").count()).toBe(0)
    const waiting = tasks.first()
    await waiting.getByTestId("dk-task-send").click()
    await waiting.getByTestId("dk-task-send").waitFor({ state: "detached" })
    await waiting.getByTestId("dk-task-fail").click()
    await waiting.getByTestId("dk-task-send").waitFor()
    expect(await seriousViolationsOf(page)).toEqual([])
  })

  it("fit a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openPrivacy(page, demo, { path: "/recipients", testId: "dk-task" })
    await picture(page, `${language}-narrow-recipients`)
    expect(await overflow(page)).toBe(0)
    await page.getByTestId("dk-tasks").scrollIntoViewIfNeeded()
    await picture(page, `${language}-narrow-recipient-tasks`)
    await page.getByTestId("dk-recipient-add").click()
    await page.getByTestId("dk-recipient-drawer").waitFor()
    await picture(page, `${language}-narrow-recipient-add`)
  })

  it("explain what is lacking to staff without the right", async () => {
    const email = `modtager.${language}.${Date.now().toString()}@butik.example`
    const admin = await inviteStaff(demo, email)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    await openPrivacy(theirs, demo, { path: "/recipients", testId: "dk-forbidden" })
    await theirs.getByText(texts.forbidden).first().waitFor()
    expect(await theirs.getByTestId("dk-recipient-add").count()).toBe(0)
    await theirs.context().close()
  })
}

export default (stage: Stage): void => {
  describe("the page of those who get data in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", pages)
  })
}
