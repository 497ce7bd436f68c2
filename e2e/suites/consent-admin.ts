import type { Browser, Page } from "playwright-core"
import { pressEscape } from "../helpers/accessibility"
import { adminToken, openAdmin, openCustomer, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { choose, openPrivacy, overflow, sql } from "../helpers/privacy"
import { call, placeOrder, registerCustomer } from "../helpers/sale"

const TEXTS = {
  da: {
    cookies: /^Hvad cookies er/u,
    internal: "Oplysninger bruges kun internt.",
    why: /Det er ikke sandt, når Nets/u,
    current: "Gælder",
    draft: "Kladde",
    fits: "Den passer",
    differs: "Den passer ikke",
    gap: "Her mangler noget, som kun butikken ved.",
    box: "Ja tak til nyhedsbrev på e-mail fra Nordlys Papir ApS om papir. Du kan altid afmelde dig.",
    given: "Ja tak til nyhedsbrev på e-mail",
    yes: "Ja",
    nobody: "Intet svarer til det, du har valgt",
    policy: "Privatlivspolitik vist",
    saved: "Kladden er gemt.",
  },
  en: {
    cookies: /^What cookies are/u,
    internal: "Your data is only used internally.",
    why: /That is not true when Nets/u,
    current: "In force",
    draft: "Draft",
    fits: "It fits",
    differs: "It does not fit",
    gap: "Something is missing here that only the shop knows.",
    box: "Yes, send me the newsletter by e-mail from Nordlys Papir ApS about paper. You can always unsubscribe.",
    given: "Yes to newsletter by e-mail",
    yes: "Yes",
    nobody: "Nothing matches the choice",
    policy: "Privacy policy shown",
    saved: "The draft is saved.",
  },
} as const

const NOTICES = { path: "/notices", testId: "dk-notice-group" }
const COOKIES = 2

let demo: RunningDemo
let browser: Browser
const stamp = Date.now().toString()

type Notice = { id: string; locale: string; body: string; sha256: string; data: object | null }

/** Publishes a text as staff does over the API. */
const publish = async (body: object): Promise<Notice> => {
  const token = await adminToken(demo)
  const notices = "/admin/privacy/notices"
  const { notice } = await call<{ notice: Notice }>(demo, notices, { token, body })
  await call(demo, `${notices}/${notice.id}/publish`, { token, body: {} })
  return notice
}

const inForce = async (kind: "privacy" | "cookies", locale: Language): Promise<Notice> => {
  const query = `kind=${kind}&locale=${locale}&current=true`
  const { notices } = await call<{ notices: Notice[] }>(demo, `/store/privacy/notices?${query}`)
  const [notice] = notices
  if (!notice) throw new Error(`The demo has a ${kind} text in force`)
  return notice
}

/** The store is kept between runs, and other journeys choose between its own cookies. */
const putBackCookies = async (before: readonly Notice[]): Promise<void> => {
  for (const { locale, body, data, sha256 } of before) {
    const now = await inForce("cookies", locale === "da" ? "da" : "en")
    if (now.sha256 !== sha256) await publish({ kind: "cookies", locale, body, data })
  }
}

const closeEditor = async (page: Page): Promise<void> => {
  await pressEscape(page)
  await page.getByTestId("dk-notice-editor").waitFor({ state: "detached" })
}

/** Until it is saved, Escape would ask whether to throw it away. */
const save = async (page: Page, said: string): Promise<void> => {
  await page.getByTestId("dk-notice-save").click()
  await page.getByText(said).first().waitFor()
}

const writing = (language: Language): void => {
  const texts = TEXTS[language]
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  afterAll(() => page.context().close())

  it("begins with a starter text, with its preview and list of cookies beside it", async () => {
    await openPrivacy(page, demo, NOTICES)
    await page.getByTestId("dk-policy-check").getByTestId("dk-notice-check").first().waitFor()
    await picture(page, `${language}-notices`)
    await page.getByTestId("dk-notice-create").click()
    await choose(page, "dk-new-kind", COOKIES)
    await picture(page, `${language}-notice-new`)
    await page.getByTestId("dk-new-notice-submit").click()
    await page.getByTestId("dk-notice-editor").waitFor()
    const body = page.locator("#dk-notice-body")
    expect(await body.inputValue()).toMatch(texts.cookies)
    await page.getByTestId("dk-cookie-add").click()
    expect(await page.getByTestId("dk-notice-save").isDisabled()).toBe(true)
    for (const [field, text] of [
      ["name", "_ga*"],
      ["provider", "Statistik A/S"],
      ["description", "Tæller besøg."],
      ["lifetime", "2 år"],
    ]) {
      await page.fill(`#dk-cookie-4-${field ?? ""}`, text ?? "")
    }
    await page.getByTestId("dk-notice-text").getByText("_ga*").waitFor()
    await picture(page, `${language}-notice-editor`)
  })

  it("is told of sentences that do not hold, and led to them", async () => {
    const body = page.locator("#dk-notice-body")
    const before = await body.inputValue()
    await body.fill(`${before}\n\n${texts.internal}`)
    const hints = page.getByTestId("dk-hints")
    await hints.getByText(texts.why).waitFor()
    await hints.getByRole("button").first().click()
    const chosen = await body.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd)
    )
    expect(texts.internal).toContain(chosen)
    expect(chosen).not.toBe("")
    await picture(page, `${language}-notice-hints`)
    await body.fill(before)
    await page.getByTestId("dk-hints-none").waitFor()
    await save(page, texts.saved)
    await closeEditor(page)
  })

  it("is published for good, with the fingerprint of the text", async () => {
    const draft = page.getByTestId("dk-notice-version").filter({ hasText: texts.draft }).first()
    await draft.getByTestId("dk-notice-publish").click()
    const drawer = page.getByTestId("dk-notice-publish-drawer")
    await drawer.waitFor()
    expect(await drawer.locator("code").textContent()).toMatch(/^[0-9a-f]{64}$/)
    await picture(page, `${language}-notice-publish`)
    await page.getByTestId("dk-notice-publish-drawer-submit").click()
    await drawer.waitFor({ state: "detached" })
    await page
      .getByTestId("dk-notice-version")
      .filter({ hasText: texts.draft })
      .waitFor({ state: "detached" })
    expect(await page.getByTestId("dk-notice-edit").count()).toBe(0)
  })

  it("shows what a new version of the policy changes, and whether it fits the shop", async () => {
    const name = language === "da" ? "Privatlivspolitik" : "Privacy policy"
    const tongue = language === "da" ? "dansk" : "English"
    const groups = page.getByTestId("dk-notice-group").filter({ hasText: name })
    const group = groups.filter({ hasText: tongue })
    await group.getByTestId("dk-notice-next").click()
    await page.getByTestId("dk-notice-editor").waitFor()
    await page.getByTestId("dk-notice-tab-check").click()
    await page.getByText(texts.differs).first().waitFor()
    await picture(page, `${language}-notice-differs`)
    await page.getByTestId("dk-notice-starter").click()
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await page.getByTestId("dk-hints").getByText(texts.gap).first().waitFor()
    await page.locator("#dk-notice-material").click()
    await save(page, texts.saved)
    await page
      .getByTestId("dk-notice-editor")
      .getByText(texts.fits, { exact: true })
      .first()
      .waitFor()
    await picture(page, `${language}-notice-fits`)
    await page.getByTestId("dk-notice-tab-diff").click()
    await page.getByTestId("dk-notice-diff").locator("ins").first().waitFor()
    expect(await page.getByTestId("dk-notice-diff").locator("del").count()).toBeGreaterThan(0)
    await picture(page, `${language}-notice-diff`)
  })

  it("asks before what was typed is thrown away, and fits a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, `${language}-notice-editor-narrow`)
    expect(await overflow(page)).toBe(0)
    await page.locator("#dk-notice-body").fill("Noget andet.")
    await pressEscape(page)
    const asked = page.getByRole("alertdialog")
    await asked.waitFor()
    await asked.getByRole("button").last().click()
    await page.getByTestId("dk-notice-editor").waitFor({ state: "detached" })
    await picture(page, `${language}-notices-narrow`)
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1500, height: 1300 })
    await page.getByTestId("dk-notice-remove").first().click()
    await page.getByRole("alertdialog").getByRole("button").last().click()
    await page.getByTestId("dk-notice-remove").waitFor({ state: "detached" })
  })

  it("reads old versions as they were", async () => {
    await page.getByTestId("dk-notice-read").first().click()
    await page.getByTestId("dk-notice-reader").getByTestId("dk-notice-text").waitFor()
    await picture(page, `${language}-notice-reader`)
    await pressEscape(page)
  })
}

const reading = (language: Language): void => {
  const texts = TEXTS[language]

  it("shows who said what, found by e-mail, with numbers over time", async () => {
    const email = `ja.${language}.${stamp}@kunde.example`
    const customer = await registerCustomer(demo, email)
    const about = { purpose: "newsletter", channel: "email" }
    const data = { basis: "consent" }
    const box = { kind: "marketing", ...about, locale: language, body: texts.box, data }
    const notice = await publish(box)
    await call(demo, "/store/customers/me/consents", {
      token: customer.token,
      body: { consents: [{ ...about, state: "given", notice_id: notice.id }] },
    })
    const page = await openAdmin(browser, demo, language)
    await openPrivacy(page, demo, { path: "/consents", testId: "dk-consent-row" })
    await page.fill("#dk-consents-q", email)
    await page.getByTestId("dk-consents-find").click()
    await page.getByTestId("dk-consents-clear").waitFor()
    const row = page.getByTestId("dk-consent-row").filter({ hasText: email })
    await row.getByText(texts.yes, { exact: true }).waitFor()
    await page.getByTestId("dk-consent-month").first().waitFor()
    await picture(page, `${language}-consents`)
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, `${language}-consents-narrow`)
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1500, height: 1300 })
    await page.fill("#dk-consents-q", `ingen.${stamp}@kunde.example`)
    await page.getByTestId("dk-consents-find").click()
    await page.getByText(texts.nobody).waitFor()
    await picture(page, `${language}-consents-empty`)

    await openCustomer(page, demo, customer.id)
    const section = page.getByTestId("dk-customer-consents")
    await section.getByText(texts.given).waitFor()
    await section.scrollIntoViewIfNeeded()
    await picture(page, `${language}-consent-customer`)
    await section.getByTestId("dk-consent-read").first().click()
    await page.getByTestId("dk-notice-reader").getByText(texts.box).waitFor()
    await picture(page, `${language}-consent-text`)
    await page.context().close()
  })

  it("shows on the order the text that was shown then, although a newer one was published", async () => {
    const shown = await inForce("privacy", language)
    const orderId = await placeOrder(demo, {
      email: `koeb.${language}.${stamp}@kunde.example`,
      notices: [shown.id],
    })
    // The store is kept between runs: its policy stays what it was, but for a last line.
    const added = `(${stamp})`
    const body = `${shown.body.replace(/\n\n\(\d+\)$/, "")}\n\n${added}`
    await publish({ kind: "privacy", locale: language, body })
    const page = await openAdmin(browser, demo, language)
    await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
    const section = page.getByTestId("dk-order-consents")
    await section.getByText(texts.policy).waitFor()
    await section.scrollIntoViewIfNeeded()
    await picture(page, `${language}-consent-order`)
    await section.getByTestId("dk-consent-read").click()
    const text = page.getByTestId("dk-notice-reader").getByTestId("dk-notice-text")
    await text.waitFor()
    const read = (await text.textContent()) ?? ""
    expect(read).toContain(shown.body.split("\n")[0])
    expect(read).not.toContain(added)
    await page.context().close()
  })
}

export default (stage: Stage): void => {
  describe("texts and consents in Medusa Admin", () => {
    let cookies: Notice[]

    beforeAll(async () => {
      ;({ demo, browser } = stage())
      cookies = [await inForce("cookies", "da"), await inForce("cookies", "en")]
      // What a run that was broken off left in a store that is kept.
      await sql(demo, "DELETE FROM dk_consent_notice WHERE published_at IS NULL")
    })

    afterAll(() => putBackCookies(cookies))

    describe.each<Language>(["da", "en"])("whoever writes (%s)", writing)

    describe.each<Language>(["da", "en"])("whoever reads (%s)", reading)
  })
}
