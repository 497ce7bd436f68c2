import type { Page } from "playwright-core"
import { da } from "../../src/storefront/privacy/words.da"
import { en } from "../../src/storefront/privacy/words.en"
import type {
  AdminBreachTip,
  AdminBreachTipListResponse,
  StoreCustomerConsents,
} from "../../src/types/http"
import { adminToken, journeyIn } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { carryOut } from "../helpers/after-sale"
import { leftBehind, noticeInForce, until } from "../helpers/cookies"
import type { RunningDemo, Stage } from "../helpers/demo"
import { sql, startErasure } from "../helpers/privacy"
import {
  downloadArchive,
  focusedText,
  logIn,
  lookAt,
  openMailedLink,
  visitPrivacyPage,
} from "../helpers/privacy-page"
import { call, placeOrder, registerCustomer } from "../helpers/sale"

const WORDS = { da, en }
const NO_ACCOUNT = {
  da: "Vi kan ikke finde en konto med den e-mail og adgangskode.",
  en: "We cannot find an account with that e-mail and password.",
}
const PASSWORD = "a-customers-password"

const stamp = Date.now().toString()

let stage: Stage
let demo: RunningDemo

const ask = async (page: Page, kind: string, email?: string): Promise<void> => {
  await page.locator(`input[value=${kind}]`).check()
  if (email !== undefined) await page.fill("#dk-privacy-email", email)
  await page.locator(".dk-privacy-ask button[type=submit]").click()
}

/** What staff sees of the latest report of a breach. */
const latestReport = async (): Promise<AdminBreachTip | undefined> => {
  const path = "/admin/privacy/breach-reports?state=new"
  const token = await adminToken(demo)
  return (await call<AdminBreachTipListResponse>(demo, path, { token })).breach_reports[0]
}

const forgetCounts = () => sql(demo, "DELETE FROM dk_subject_request_limit")

const asGuest = (language: Language): void => {
  const words = WORDS[language]
  const email = `gaest.${language}.${stamp}@kunde.example`
  let page: Page

  beforeAll(async () => {
    await forgetCounts()
    await placeOrder(demo, { email })
    page = await visitPrivacyPage(stage(), language)
    await page.locator(".dk-privacy").waitFor()
  }, 120_000)

  afterAll(() => page.context().close())

  it("asks, is told the same as everybody, and sees what is missing beside its field", async () => {
    await lookAt(page, `${language}-guest`)
    await page.locator(".dk-privacy-ask button[type=submit]").click()
    await page.getByText(words.ask.errors.kind).waitFor()
    expect(await page.locator("#dk-privacy-email-error").textContent()).toBe(
      words.ask.errors.email_missing
    )
    await ask(page, "access", "ikke-en-mail")
    await page.getByText(words.ask.errors.email, { exact: true }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("dk-privacy-email")
    await lookAt(page, `${language}-guest-errors`)
    await ask(page, "access", email)
    await page.getByText(words.ask.sent).waitFor()
    expect(await focusedText(page)).toBe(words.ask.sent_title)
    await lookAt(page, `${language}-guest-sent`)
  })

  it("tells of a breach, sees what is missing beside its field, and staff reads it without numbers", async () => {
    const { breach } = words
    const part = page.locator(".dk-privacy-breach")
    const send = part.getByRole("button", { name: breach.send })
    await send.click()
    await part.getByText(breach.errors.message_missing).waitFor()
    await part.getByLabel(breach.message).fill(`Zqfaktura ${stamp}, cpr 211062-5009`)
    await part.getByLabel(breach.email).fill("ikke-en-mail")
    await send.click()
    await part.getByText(breach.errors.email).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("dk-privacy-breach-email")
    await lookAt(page, `${language}-breach-errors`)
    await part.getByLabel(breach.email).fill(email)
    await send.click()
    await part.getByText(breach.sent).waitFor()
    expect(await focusedText(page)).toBe(breach.sent_title)
    await lookAt(page, `${language}-breach-sent`)
    expect(await latestReport()).toMatchObject({
      ...{ message: `Zqfaktura ${stamp}, cpr 211062-****`, email, customer_id: null },
      ...{ locale: language, state: "new" },
    })
    await part.getByRole("button", { name: breach.another }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("dk-privacy-breach-message")
  })

  it("opens the mailed link, which is used up only by the button and leaves the address", async () => {
    const posted: string[] = []
    page.on("request", (request) => posted.push(request.url()))
    await openMailedLink(page, demo, email)
    await page.getByRole("button", { name: words.confirm.button }).waitFor()
    expect(new URL(page.url()).hash).toBe("")
    expect(posted.filter((url) => url.includes("confirm"))).toEqual([])
    await lookAt(page, `${language}-guest-confirm`)
    await page.getByRole("button", { name: words.confirm.button }).click()
    await page.locator(".dk-privacy-state.in_progress").waitFor()
    expect(await focusedText(page)).toBe(words.ask.kinds.access.title)
    await lookAt(page, `${language}-guest-follow`)
  })

  it("downloads the copy, which answers the request, also after the page is loaded anew", async () => {
    expect(await downloadArchive(page, words.archive.button)).toBeGreaterThan(2_000)
    await page.locator(".dk-privacy-state.completed").waitFor()
    expect(await focusedText(page)).toBe(words.ask.kinds.access.title)
    await page.reload()
    await page.locator(".dk-privacy-state.completed").waitFor()
    expect(await page.locator(".dk-privacy-left").textContent()).toContain(words.archive.left(4))
    await lookAt(page, `${language}-guest-done`)
    const { data } = await noticeInForce(demo, language)
    const listed = data.cookies.map(({ name }) => name)
    const left = await leftBehind(page)
    expect(left).toContain("dk_privacy_requests")
    expect(left.filter((name) => !listed.includes(name))).toEqual([])
  })

  it("cannot use the link twice, and may ask again", async () => {
    await openMailedLink(page, demo, email)
    await page.getByRole("button", { name: words.confirm.button }).click()
    await page.getByText(words.confirm.dead).waitFor()
    expect(await focusedText(page)).toBe(words.confirm.dead_title)
    await lookAt(page, `${language}-guest-dead-link`)
    await page.getByRole("button", { name: words.confirm.ask_again }).click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe(
      "dk-privacy-kind"
    )
  })

  journeyIn(language)("is told when they may ask again after too many times", async () => {
    await ask(page, "information", email)
    await page.getByText(words.ask.sent).waitFor()
    await sql(demo, "UPDATE dk_subject_request_limit SET calls = 1000")
    await page.getByRole("button", { name: words.ask.another }).click()
    await ask(page, "erasure", email)
    const refused = page.locator(".dk-privacy-ask [role=alert]")
    await refused.waitFor()
    // An hour is counted by the clock, so between one and sixty minutes are left.
    expect(await refused.textContent()).toMatch(/(om|in) (et|a|\d{1,2}) minut/)
    await lookAt(page, `${language}-guest-too-often`)
    await forgetCounts()
  })
}

const asOwner = (language: Language): void => {
  const words = WORDS[language]
  const email = `konto.${language}.${stamp}@kunde.example`
  let page: Page
  let customer: Awaited<ReturnType<typeof registerCustomer>>

  const consentsOf = () =>
    call<StoreCustomerConsents>(demo, "/store/customers/me/consents", { token: customer.token })

  beforeAll(async () => {
    await forgetCounts()
    customer = await registerCustomer(demo, email)
    await carryOut(demo, await placeOrder(demo, { email, token: customer.token }))
    const { consents } = await consentsOf()
    const body = {
      consents: consents.flatMap(({ purpose, channel, notice }) =>
        notice?.data && "basis" in notice.data && notice.data.basis === "consent"
          ? [{ purpose, channel, state: "given", notice_id: notice.id }]
          : []
      ),
    }
    await call(demo, "/store/customers/me/consents", { token: customer.token, body })
    page = await visitPrivacyPage(stage(), language, "/account")
  }, 180_000)

  afterAll(() => page.context().close())

  it("logs in and sees what is held, what for and how long", async () => {
    await logIn(page, demo, email, "another-password")
    await page.getByText(NO_ACCOUNT[language]).waitFor()
    await lookAt(page, `${language}-login`)
    await logIn(page, demo, email, PASSWORD)
    await page.locator("main a.button.primary").click()
    await page.locator(".dk-privacy-held details").first().waitFor()
    // The invoice is issued a moment after the goods left.
    const documents = await until(
      async () => {
        await page.reload()
        await page.locator(".dk-privacy-held details").first().waitFor()
        return page.locator(".dk-privacy-documents li").count()
      },
      (count) => count > 0
    )
    expect(documents).toBe(1)
    await lookAt(page, `${language}-owner`)
    for (const summary of await page.locator(".dk-privacy summary").all()) await summary.click()
    await lookAt(page, `${language}-owner-held`)
    for (const summary of await page.locator(".dk-privacy summary").all()) await summary.click()
  })

  it("takes a consent back by one press", async () => {
    const { withdraw, purposes, withdrawn } = words.consents
    await page.getByRole("button", { name: `${withdraw}: ${purposes.newsletter ?? ""}` }).click()
    await page.locator(".dk-privacy-done", { hasText: withdrawn }).waitFor()
    const { consents } = await consentsOf()
    expect(consents.find(({ purpose }) => purpose === "newsletter")?.state).toBe("withdrawn")
    await lookAt(page, `${language}-owner-withdrawn`)
  })

  it("tells of a breach as themselves", async () => {
    const { breach } = words
    const part = page.locator(".dk-privacy-breach")
    expect(await part.getByLabel(breach.email).count()).toBe(0)
    await part.getByLabel(breach.message).fill(`Zqpakke ${stamp}`)
    await part.getByRole("button", { name: breach.send }).click()
    await part.getByText(breach.sent).waitFor()
    expect(await latestReport()).toMatchObject({
      ...{ message: `Zqpakke ${stamp}`, email, customer_id: customer.id },
    })
  })

  it("asks for access and downloads it at once, and asks for erasure", async () => {
    await ask(page, "access")
    await page.locator(".dk-privacy-state.in_progress").waitFor()
    expect(await focusedText(page)).toBe(words.ask.kinds.access.title)
    expect(await downloadArchive(page, words.archive.button)).toBeGreaterThan(2_000)
    await page.locator(".dk-privacy-state.completed").waitFor()
    await ask(page, "erasure")
    await page.locator(".dk-privacy-state.in_progress").waitFor()
    expect(await page.locator(".dk-privacy-follow article").count()).toBe(2)
    await lookAt(page, `${language}-owner-requests`)
  })

  it("is unknown once erased: the open window says so, and logging in is as with an unknown mail", async () => {
    await startErasure(demo, { customer_id: customer.id, grace_hours: 0 })
    await page.getByRole("button", { name: words.follow.refresh }).click()
    await page.getByText(words.signed_out).waitFor()
    await logIn(page, demo, email, PASSWORD)
    await page.getByText(NO_ACCOUNT[language]).waitFor()
    const erased = await page.locator("main [role=alert]").textContent()
    await logIn(page, demo, `ukendt.${stamp}@kunde.example`, PASSWORD)
    await page.getByText(NO_ACCOUNT[language]).waitFor()
    expect(await page.locator("main [role=alert]").textContent()).toBe(erased)
  })
}

export default (given: Stage): void => {
  describe("the customer's privacy page", () => {
    beforeAll(() => {
      stage = given
      ;({ demo } = given())
    })

    afterAll(() => sql(demo, "DELETE FROM dk_breach_tip"))

    describe.each<Language>(["da", "en"])("for a guest (%s)", asGuest)
    describe.each<Language>(["da", "en"])("for somebody signed in (%s)", asOwner)
  })
}
