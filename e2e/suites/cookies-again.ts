import type { Browser, Page } from "playwright-core"
import type { StoreNotice } from "../../src/types/http"
import { adminToken, picture } from "../helpers/admin"
import { dialog, noticeInForce, proofOf, remembered, until, visit } from "../helpers/cookies"
import type { RunningDemo, Stage } from "../helpers/demo"
import { call } from "../helpers/sale"
import { answerCookies } from "../helpers/storefront"

const DAY = 24 * 60 * 60 * 1000

export default (stage: Stage): void => {
  describe("the choice of cookies, later", () => {
    let demo: RunningDemo
    let browser: Browser

    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    /** Publishes the Danish notice once more. */
    const publishAgain = async (material: boolean): Promise<StoreNotice> => {
      const token = await adminToken(demo)
      const { kind, locale, body, data } = await noticeInForce(demo, "da")
      const path = "/admin/privacy/notices"
      const draft = { kind, locale, body, data, material }
      const { notice } = await call<{ notice: StoreNotice }>(demo, path, { token, body: draft })
      await call(demo, `${path}/${notice.id}/publish`, { token, body: {} })
      return notice
    }

    const settled = async (page: Page): Promise<void> => {
      await page.getByText("Alle varer").waitFor()
      await page.waitForLoadState("networkidle")
    }

    const proven = (page: Page) =>
      until(
        () => proofOf(demo, page),
        (known) => known !== null
      )

    it("stands for the same text and for a better wording, and is asked for again beside a materially other one", async () => {
      const { page, strangers } = await visit(browser, demo)
      await answerCookies(page, "all")
      await proven(page)
      await publishAgain(false)
      await page.reload()
      await settled(page)
      expect(await dialog(page).isVisible()).toBe(false)
      await publishAgain(true)
      strangers.length = 0
      await page.reload()
      await dialog(page).waitFor()
      await settled(page)
      expect(strangers).toEqual([])
      expect(await dialog(page).locator("input:checked").count()).toBe(0)
      await answerCookies(page, "necessary")
      const { id, version } = await noticeInForce(demo, "da")
      const proof = await until(
        () => proofOf(demo, page),
        (known) => known?.notice.id === id
      )
      expect(proof).toMatchObject({ ask_again: "none", notice: { id, version } })
    })

    it("is asked for again after 12 months", async () => {
      const { page } = await visit(browser, demo)
      await answerCookies(page, "necessary")
      await proven(page)
      const later = await page.context().newPage()
      await later.clock.setFixedTime(Date.now() + 300 * DAY)
      await later.goto(demo.storefront_url)
      await settled(later)
      expect(await dialog(later).isVisible()).toBe(false)
      const expired = await page.context().newPage()
      await expired.clock.setFixedTime(Date.now() + 366 * DAY)
      await expired.goto(demo.storefront_url)
      await dialog(expired).waitFor()
    })

    it("stands while the store is away, and its proof is sent when the store is back", async () => {
      const { page } = await visit(browser, demo)
      await dialog(page).waitFor()
      await page.route("**/store/privacy/**", (route) => route.abort())
      await answerCookies(page, "all")
      await until(
        () => remembered(page),
        (memory) => memory !== null
      )
      expect((await remembered(page))?.data.pending).toHaveLength(1)
      await page.reload()
      await settled(page)
      expect(await dialog(page).isVisible()).toBe(false)
      const cookies = (await page.context().cookies()).map(({ name }) => name)
      expect(cookies).toEqual(expect.arrayContaining(["annonce_id", "taeller_id"]))
      expect(await proofOf(demo, page)).toBe(null)
      await page.unroute("**/store/privacy/**")
      await page.reload()
      expect(await proven(page)).toMatchObject({ method: "accept_all" })
      await until(
        async () => (await remembered(page))?.data.pending.length,
        (count) => count === 0
      )
      expect((await remembered(page))?.data.pending).toEqual([])
    })

    it("taken back in one window is not allowed again by another one that was open before", async () => {
      const { page } = await visit(browser, demo)
      await answerCookies(page, "all")
      await proven(page)
      const other = await page.context().newPage()
      await other.goto(demo.storefront_url)
      await settled(other)
      const choices = "**/store/privacy/cookie-choices"
      await page.context().route(choices, (route) => route.abort())
      await page.locator("footer .dk-cookie-button").click()
      await dialog(page).waitFor()
      const reloaded = page.waitForEvent("load")
      await page.locator("#cc-main [data-role=necessary]").click()
      await reloaded
      expect(await proofOf(demo, page)).toMatchObject({ method: "accept_all" })
      await page.context().unroute(choices)
      await other.getByRole("link", { name: "Cookiepolitik" }).click()
      await other.locator("#cookie-proof dl").waitFor()
      expect(await proofOf(demo, other)).toMatchObject({ method: "refuse_all" })
      expect((await remembered(other))?.categories).toEqual(["necessary"])
    })

    it("taken back: stops scripts at once though the store does not answer, and is proven later", async () => {
      const { page, strangers } = await visit(browser, demo)
      await answerCookies(page, "all")
      await proven(page)
      await until(
        () => strangers.length,
        (count) => count >= 4
      )
      await page.route("**/store/privacy/cookie-choices", () => undefined)
      await page.locator("footer .dk-cookie-button").click()
      await dialog(page).waitFor()
      const reloaded = page.waitForEvent("load", { timeout: 3_000 })
      strangers.length = 0
      await page.locator("#cc-main [data-role=necessary]").click()
      await reloaded
      await page.getByText("Alle varer").waitFor()
      expect(strangers).toEqual([])
      await page.unroute("**/store/privacy/cookie-choices")
      await page.reload()
      const proof = await until(
        () => proofOf(demo, page),
        (known) => known?.method === "refuse_all"
      )
      expect(proof).toMatchObject({ method: "refuse_all" })
    })

    it("is asked for, with nothing run or ticked, beside a cookie of its name that is not its own", async () => {
      const { page, strangers } = await visit(browser, demo)
      await dialog(page).waitFor()
      const now = Date.now()
      const time = new Date(now).toISOString()
      const foreign = {
        categories: ["necessary", "functional", "statistics", "marketing"],
        ...{ revision: 1, data: null, services: {}, languageCode: "da" },
        ...{ consentTimestamp: time, lastConsentTimestamp: time, expirationTime: now + 300 * DAY },
        consentId: "0d6c8b61-5d11-4c0c-9c0a-3a4b3c2d1e0f",
      }
      const value = encodeURIComponent(JSON.stringify(foreign))
      await page
        .context()
        .addCookies([{ name: "dk_cookie_choice", value, url: demo.storefront_url }])
      await page.reload()
      await dialog(page).waitFor()
      await settled(page)
      expect(strangers).toEqual([])
      expect(await dialog(page).locator("input:checked").count()).toBe(0)
      await answerCookies(page, "necessary")
      expect(await proven(page)).toMatchObject({ method: "refuse_all" })
    })

    it("asks nothing and stores nothing where the store never answers", async () => {
      const { page } = await visit(browser, demo)
      await dialog(page).waitFor()
      await page.route("**/store/privacy/**", (route) => route.abort())
      await page.reload()
      await settled(page)
      expect(await dialog(page).isVisible()).toBe(false)
      expect(await page.context().cookies()).toEqual([])
    })

    it("speaks the language the shopper changes to, and keeps what was chosen", async () => {
      const { page } = await visit(browser, demo)
      await answerCookies(page, "necessary")
      await page.locator("header .language").click()
      await page.getByText("All products").waitFor()
      await page.locator("footer .dk-cookie-button").click()
      await page.getByRole("dialog", { name: "May we use cookies?" }).waitFor()
      expect(await dialog(page).innerText()).toContain("random number that only your browser")
      await picture(page, "en-cookies-changed-language")
      expect(await dialog(page).locator("input:checked").count()).toBe(0)
    })

    it("is shown under a content security policy without inline styles and scripts", async () => {
      const page = await browser.newPage()
      const refused: string[] = []
      page.on("console", (message) => {
        if (/content security policy/i.test(message.text())) refused.push(message.text())
      })
      // Stricter than the demo's own, whose invoices bring styles; both count. In force before the page's scripts run.
      await page.addInitScript(() => {
        document.addEventListener("readystatechange", () => {
          if (document.readyState !== "interactive") return
          const policy = document.createElement("meta")
          policy.httpEquiv = "Content-Security-Policy"
          policy.content = "script-src 'self'; style-src 'self'"
          document.head.append(policy)
        })
      })
      await page.goto(`${demo.storefront_url}/`)
      await dialog(page).waitFor()
      const style = await dialog(page).evaluate((element) => {
        const { position, backgroundColor } = getComputedStyle(element)
        return { position, backgroundColor }
      })
      expect(style).toEqual({ position: "fixed", backgroundColor: "rgb(255, 255, 255)" })
      await answerCookies(page, "necessary")
      expect(refused).toEqual([])
      await page.evaluate(() => {
        document.body.setAttribute("style", "color: red")
      })
      expect(await until(() => refused.length, Boolean)).toBe(1)
    })
  })
}
