import { readFileSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { createUnsubscribeToken } from "../../src/modules/consent/domain/unsubscribe-token"
import { createToken } from "../../src/shared/tokens"
import { seriousViolationsOf } from "../helpers/accessibility"
import { adminToken, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { openPage } from "../helpers/browser"
import { openPrivacy, overflow, rowsOf } from "../helpers/privacy"
import { call, registerCustomer } from "../helpers/sale"

const TEXTS = {
  da: {
    browser: "da-DK",
    count: /\d+ må få det nu/u,
    asked: "Vil du afmelde dig?",
    done: "Du er afmeldt",
    objected: "Du får ikke mere markedsføring",
    unknown: "Linket virker ikke",
    confirm: "Bekræft din tilmelding",
    confirmed: "Tak, du er tilmeldt",
    expired: "Linket virker ikke længere",
    purposes: ["Nyhedsbrev", "Tilbud på lignende varer"],
    noted: "Indsigelsen er noteret. De får ikke mere markedsføring.",
  },
  en: {
    browser: "en-GB",
    count: /\d+ may get it now/u,
    asked: "Do you want to unsubscribe?",
    done: "You are unsubscribed",
    objected: "You will get no more marketing",
    unknown: "The link does not work",
    confirm: "Confirm your sign-up",
    confirmed: "Thank you, you are signed up",
    expired: "The link no longer works",
    purposes: ["Newsletter", "Offers on similar goods"],
    noted: "The objection is noted. They get no more marketing.",
  },
} as const

/** As the demo's configuration has it. */
const SECRETS = {
  current: { id: "development", key: "development-only-secret-0123456789abcdef" },
  previous: [],
}

const stamp = Date.now().toString()

let demo: RunningDemo
let browser: Browser

/** Publishes a text once; the purpose belongs to this run. */
const publishText = async (purpose: string): Promise<string> => {
  const token = await adminToken(demo)
  const { notice } = await call<{ notice: { id: string } }>(demo, "/admin/privacy/notices", {
    token,
    body: {
      kind: "marketing",
      purpose,
      channel: "email",
      locale: "da",
      body: "Ja tak til nyhedsbrev på e-mail om papir og skriveting.",
      data: { basis: "consent" },
    },
  })
  await call(demo, `/admin/privacy/notices/${notice.id}/publish`, { token, body: {} })
  return notice.id
}

const looks = async (page: Page, name: string): Promise<void> => {
  for (const [width, size] of [
    [1200, "wide"],
    [390, "narrow"],
  ] as const) {
    await page.setViewportSize({ width, height: 820 })
    await picture(page, `${name}-${size}`)
    expect(await overflow(page)).toBe(0)
  }
  expect(await seriousViolationsOf(page, "whole")).toEqual([])
}

/** A page of a visitor who is told of everything that the page's own policy stops. */
const visit = async (locale: string): Promise<{ page: Page; stopped: string[] }> => {
  const page = await openPage(browser, { locale })
  const stopped: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) {
      stopped.push(message.text())
    }
  })
  return { page, stopped }
}

const pagesIn = (language: Language): void => {
  const texts = TEXTS[language]
  const purpose = `news_${language}_${stamp}`
  const email = `nyt.${language}.${stamp}@kunde.example`
  let noticeId: string

  beforeAll(async () => {
    noticeId = await publishText(purpose)
    const customer = await registerCustomer(demo, email)
    const choice = { purpose, channel: "email", state: "given", notice_id: noticeId }
    await call(demo, "/store/customers/me/consents", {
      token: customer.token,
      body: { consents: [choice] },
    })
  }, 120_000)

  it("staff sees how many may be reached, takes the list and notes an objection", async () => {
    const page = await openAdmin(browser, demo, language)
    await openPrivacy(page, demo, { path: "/marketing", testId: "dk-audience" })
    await page.locator("#dk-audience-purpose").click()
    for (const known of texts.purposes) {
      await page.getByRole("option", { name: known, exact: true }).waitFor()
    }
    await picture(page, `${language}-marketing-purposes`)
    const own = `News ${language} ${stamp}`
    await page.getByRole("option", { name: own, exact: true }).click()
    await page.getByTestId("dk-audience-count").getByText("1 ").waitFor()
    expect(await page.getByTestId("dk-audience-count").textContent()).toMatch(texts.count)
    await picture(page, `${language}-marketing`)
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId("dk-audience-download").click(),
    ])
    expect(readFileSync(await download.path(), "utf8")).toContain(email)
    await page.getByTestId("dk-objection").click()
    await page.fill("#dk-objection-address", "hverken eller")
    await page.getByTestId("dk-objection-drawer-submit").click()
    await page.locator("#dk-objection-address[aria-invalid=true]").waitFor()
    await picture(page, `${language}-marketing-objection`)
    await page.fill("#dk-objection-address", `anden.${email}`)
    await page.getByTestId("dk-objection-drawer-submit").click()
    await page.getByText(texts.noted).first().waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, `${language}-marketing-narrow`)
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  })

  it("a person stops one kind of marketing, and then all of it", async () => {
    const [subject] = await rowsOf<{ id: string }>(
      demo,
      `SELECT s.id FROM dk_consent_subject s JOIN customer c ON c.id = s.customer_id WHERE c.email = '${email}'`
    )
    const named = { subject_key: subject?.id ?? "", channel: "email" as const, purpose }
    const token = createUnsubscribeToken(SECRETS, { ...named, digest: "ab".repeat(32) })
    const { page, stopped } = await visit(texts.browser)
    await page.goto(`${demo.url}/privacy/unsubscribe/${token}`)
    await page.getByRole("heading", { name: texts.asked }).waitFor()
    await looks(page, `${language}-unsubscribe`)
    await page.getByTestId("unsubscribe").click()
    await page.getByRole("heading", { name: texts.done }).waitFor()
    await looks(page, `${language}-unsubscribed`)
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: texts.objected }).waitFor()
    await looks(page, `${language}-objected`)
    await page.goto(`${demo.url}/privacy/unsubscribe/${token}0`)
    await page.getByRole("heading", { name: texts.unknown }).waitFor()
    await looks(page, `${language}-unsubscribe-unknown`)
    const states = await rowsOf<{ state: string }>(
      demo,
      `SELECT state FROM dk_consent_event WHERE subject_key = '${named.subject_key}' AND state <> 'shown' ORDER BY occurred_at`
    )
    expect(states.map(({ state }) => state)).toEqual(["given", "withdrawn", "objected"])
    expect(stopped).toEqual([])
    await page.context().close()
  })

  it("the owner of a mailbox confirms a sign-up with the link behind the #", async () => {
    const mailbox = `post.${language}.${stamp}@kunde.example`
    await call(demo, "/store/privacy/subscriptions", {
      body: { email: mailbox, purpose, channel: "email", notice_id: noticeId },
    })
    const [row] = await rowsOf<{ id: string }>(
      demo,
      `SELECT id FROM dk_consent_subscription WHERE email = '${mailbox}'`
    )
    const id = row?.id ?? ""
    const token = `${id}.${createToken(SECRETS, "consent-subscription", id)}`
    const { page, stopped } = await visit(texts.browser)
    const asked: string[] = []
    page.on("request", (request) => asked.push(request.url()))
    await page.goto(`${demo.url}/privacy/subscriptions/confirm?notice=${noticeId}#token=${token}`)
    await page.getByRole("heading", { name: texts.confirm }).waitFor()
    await looks(page, `${language}-confirm`)
    await page.getByTestId("confirm").click()
    await page.getByRole("heading", { name: texts.confirmed }).waitFor()
    await looks(page, `${language}-confirmed`)
    // Nothing but our own page is asked for, and no address carries the token.
    expect(asked.filter((url) => !url.startsWith(demo.url))).toEqual([])
    expect(asked.filter((url) => (url.split("#")[0] ?? "").includes(id))).toEqual([])
    await page.goto(`${demo.url}/privacy/subscriptions/confirm`)
    await page.getByTestId("confirm").click()
    await page.getByRole("heading", { name: texts.expired }).waitFor()
    await looks(page, `${language}-confirm-expired`)
    expect(stopped).toEqual([])
    await page.context().close()
  })
}

export default (stage: Stage): void => {
  describe("marketing: the list, and the pages a link leads to", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", pagesIn)
  })
}
