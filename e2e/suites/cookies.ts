import type { Browser, Page } from "playwright-core"
import { seriousViolationsOf, settled } from "../helpers/accessibility"
import { picture } from "../helpers/admin"
import { contrast, luminance } from "../helpers/contrast"
import {
  dialog,
  digestOnScreen,
  leftBehind,
  noticeInForce,
  proofOf,
  remembered,
  until,
  visit,
} from "../helpers/cookies"
import type { Language } from "../helpers/cookies"
import type { RunningDemo, Stage } from "../helpers/demo"
import { overflow } from "../helpers/privacy"
import { answerCookies, goToPayment, submit } from "../helpers/storefront"

const NARROW = 360

/** Longer than anything in the dialog moves, in milliseconds. */
const MOVING = 500

/** By the page's own clock, so that on a busy machine too the dialog's timers have run before. */
const comeToRest = (page: Page): Promise<unknown> =>
  page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), MOVING)

const TEXTS = {
  da: {
    buttons: ["Tillad alle", "Afvis alle", "Gem mine valg"],
    button: "Cookies",
    toggle: "Statistik",
  },
  en: {
    buttons: ["Allow all", "Refuse all", "Save my choices"],
    button: "Cookies",
    toggle: "Statistics",
  },
}

let demo: RunningDemo
let browser: Browser

/** Size and colours of the three buttons. */
const looks = (page: Page) =>
  page.locator("#cc-main .pm__footer button").evaluateAll((buttons) =>
    buttons.map((button) => {
      const { width, height } = button.getBoundingClientRect()
      const style = getComputedStyle(button)
      const { color, backgroundColor, borderColor, fontSize, fontWeight, opacity } = style
      const size = { width: Math.round(width), height: Math.round(height) }
      return { ...size, color, backgroundColor, borderColor, fontSize, fontWeight, opacity }
    })
  )

/** Colour of each toggle and of what it stands on. */
const toggles = (page: Page) =>
  page.locator("#cc-main .toggle__icon").evaluateAll((icons) =>
    icons.map((icon) => {
      const colourOf = (part: Element): string => getComputedStyle(part).backgroundColor
      let behind = icon.parentElement
      while (behind && colourOf(behind) === "rgba(0, 0, 0, 0)") behind = behind.parentElement
      return { toggle: colourOf(icon), behind: behind ? colourOf(behind) : "" }
    })
  )

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document
    if (element instanceof HTMLInputElement) return element.value
    return element instanceof HTMLElement ? (element.dataset.role ?? element.className) : ""
  })

/** Whether the focus is in the dialog. */
const isInside = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest("[role=dialog]") instanceof HTMLElement)

const tabTo = async (page: Page, wanted: string): Promise<void> => {
  for (let presses = 0; presses < 30 && (await focused(page)) !== wanted; presses += 1) {
    await page.keyboard.press("Tab")
  }
  expect(await focused(page)).toBe(wanted)
}

const inLanguage = (language: Language): void => {
  const texts = TEXTS[language]

  it("before a choice nothing is stored beyond what is necessary, and nobody else is asked", async () => {
    const { page, strangers } = await visit(browser, demo, { language })
    await dialog(page).waitFor()
    await page.waitForLoadState("networkidle")
    const { data } = await noticeInForce(demo, language)
    const necessary = data.cookies.filter(({ purpose }) => purpose === "necessary")
    const names = necessary.map(({ name }) => name)
    expect((await leftBehind(page)).filter((name) => !names.includes(name))).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    expect(strangers).toEqual([])
    const ticked = dialog(page).locator("input[type=checkbox]")
    expect(
      await ticked.evaluateAll((boxes) =>
        boxes.map((box) => (box instanceof HTMLInputElement ? [box.value, box.checked] : []))
      )
    ).toEqual([
      ["statistics", false],
      ["marketing", false],
    ])
    await picture(page, `${language}-cookies`)
    await page.locator("#cc-main summary").click()
    for (const name of await page.locator("#cc-main .pm__section-title[aria-expanded]").all()) {
      await name.click()
    }
    await picture(page, `${language}-cookies-list`)
    expect(await seriousViolationsOf(page, "whole")).toEqual([])
  })

  it.each([1200, NARROW])("the three buttons are equal at %i px", async (width) => {
    const { page } = await visit(browser, demo, { language, width })
    await dialog(page).waitFor()
    await settled(page)
    const buttons = page.locator("#cc-main .pm__footer button")
    expect((await buttons.allTextContents()).sort()).toEqual([...texts.buttons].sort())
    const [first, ...others] = await looks(page)
    expect(others).toEqual([first, first])
    expect(first?.height).toBeGreaterThanOrEqual(42)
    expect(contrast(first?.color ?? "", first?.backgroundColor ?? "")).toBeGreaterThan(4.5)
    for (const button of await buttons.all()) {
      expect(await button.isVisible()).toBe(true)
    }
    expect(await overflow(page)).toBe(0)
    await picture(page, `${language}-cookies-${width.toString()}`)
    await page.locator("#cc-main .pm__section-title[aria-expanded]").first().click()
    await picture(page, `${language}-cookies-open-${width.toString()}`)
    expect(await seriousViolationsOf(page, "whole")).toEqual([])
  })

  it.each([1200, NARROW])("is dark where the shop is, at %i px", async (width) => {
    const { page } = await visit(browser, demo, { language, width, colorScheme: "dark" })
    await dialog(page).waitFor()
    await settled(page)
    const colours = await page.locator("#cc-main .pm").evaluate((box) => {
      const { backgroundColor, color } = getComputedStyle(box)
      return { page: getComputedStyle(document.body).backgroundColor, box: backgroundColor, color }
    })
    expect(luminance(colours.page)).toBeLessThan(0.05)
    expect(luminance(colours.box)).toBeLessThan(0.05)
    expect(contrast(colours.color, colours.box)).toBeGreaterThan(4.5)
    for (const { toggle, behind } of await toggles(page)) {
      expect(contrast(toggle, behind)).toBeGreaterThan(3)
    }
    const [first, ...others] = await looks(page)
    expect(others).toEqual([first, first])
    await picture(page, `${language}-cookies-dark-${width.toString()}`)
    await page.locator("#cc-main summary").click()
    for (const name of await page.locator("#cc-main .pm__section-title[aria-expanded]").all()) {
      await name.click()
    }
    await picture(page, `${language}-cookies-dark-open-${width.toString()}`)
    expect(await seriousViolationsOf(page, "whole")).toEqual([])
  })

  it("a refusal is kept with proof of the very text on screen, and asks no more", async () => {
    const { page, strangers } = await visit(browser, demo, { language })
    await dialog(page).waitFor()
    const digest = await digestOnScreen(page)
    await answerCookies(page, "necessary")
    const proof = await until(
      () => proofOf(demo, page),
      (known) => known !== null
    )
    const notice = await noticeInForce(demo, language)
    expect(proof).toMatchObject({
      choices: { functional: false, statistics: false, marketing: false },
      method: "refuse_all",
      ask_again: "none",
      notice: { id: notice.id, version: notice.version, sha256: digest },
    })
    await page.goto(`${demo.storefront_url}/cookies`)
    await page.locator("#cookie-proof dl").waitFor()
    expect(await page.locator("#cookie-proof").innerText()).toContain(digest)
    expect(await page.locator("main td:first-child").allTextContents()).toEqual(
      notice.data.cookies.map(({ name }) => name)
    )
    await picture(page, `${language}-cookie-page`)
    expect(await seriousViolationsOf(page, "whole")).toEqual([])
    await page.setViewportSize({ width: NARROW, height: 900 })
    expect(await overflow(page)).toBe(0)
    await picture(page, `${language}-cookie-page-narrow`)
    expect(await dialog(page).isVisible()).toBe(false)
    expect(strangers).toEqual([])
  })

  it("by keyboard alone: closed without a choice, opened again, one purpose chosen", async () => {
    const { page, strangers } = await visit(browser, demo, { language })
    await dialog(page).waitFor()
    await until(() => isInside(page), Boolean)
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press(presses % 3 === 0 ? "Shift+Tab" : "Tab")
      expect(await isInside(page)).toBe(true)
    }
    await page.keyboard.press("Escape")
    await dialog(page).waitFor({ state: "hidden" })
    expect(await remembered(page)).toBe(null)
    const opener = page.getByRole("button", { name: texts.button, exact: true })
    await opener.focus()
    await page.keyboard.press("Enter")
    await dialog(page).waitFor()
    // The focus is put at the dialog's start until it has wholly come into view.
    await comeToRest(page)
    expect(await isInside(page)).toBe(true)
    const toggle = dialog(page).getByLabel(texts.toggle)
    // The library may put the focus back at the dialog's start once, also after the dialog has come to rest.
    for (let attempt = 0; attempt < 3 && !(await toggle.isChecked()); attempt += 1) {
      await tabTo(page, "statistics")
      await page.keyboard.press("Space")
    }
    await comeToRest(page)
    await tabTo(page, "statistics")
    expect(await toggle.isChecked()).toBe(true)
    const ring = await page
      .locator("#cc-main .section__toggle:focus-visible ~ .toggle__icon")
      .evaluate((icon) => getComputedStyle(icon).outlineStyle)
    expect(ring).toBe("solid")
    await picture(page, `${language}-cookies-focus`)
    await tabTo(page, "save")
    await page.keyboard.press("Enter")
    await dialog(page).waitFor({ state: "hidden" })
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true)
    const proof = await until(
      () => proofOf(demo, page),
      (known) => known !== null
    )
    expect(proof).toMatchObject({
      choices: { functional: false, statistics: true, marketing: false },
      method: "selection",
    })
    await until(
      () => strangers.length,
      (count) => count > 1
    )
    expect(strangers).toEqual(["/statistics.js", "/seen"])
  })
}

export default (stage: Stage): void => {
  describe("the choice of cookies", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", inLanguage)

    it("allowed: everything the shop leaves in the browser is on the list, and all of the list is left", async () => {
      const { page, strangers } = await visit(browser, demo, { path: "/products/konvolutter-c6" })
      await answerCookies(page, "all")
      await until(
        () => strangers.length,
        (count) => count >= 4
      )
      expect([...strangers].sort()).toEqual(["/advertising.js", "/seen", "/seen", "/statistics.js"])
      await submit(page)
      await page.locator(".said a").click()
      await page.locator("main a.primary").click()
      await page.locator("input[name=type]").first().waitFor()
      await submit(page)
      await goToPayment(page, "cookies@kunde.example")
      await submit(page)
      await page.getByRole("button", { name: "Betal med kort" }).waitFor()
      await page.goto(`${demo.storefront_url}/cookies`)
      await page.locator("#cookie-proof dl").waitFor()
      const { data } = await noticeInForce(demo, "da")
      // These two come with a login and with a request, which a purchase needs not.
      const others = ["customer", "dk_privacy_requests"]
      const listed = data.cookies.map(({ name }) => name).filter((name) => !others.includes(name))
      expect(await leftBehind(page)).toEqual(listed.sort())
    })

    it("taken back: what was allowed is cleared at once and runs no more", async () => {
      const { page, strangers } = await visit(browser, demo, { path: "/cookies" })
      await answerCookies(page, "all")
      await until(
        () => strangers.length,
        (count) => count >= 4
      )
      expect(await leftBehind(page)).toEqual(
        expect.arrayContaining(["annonce_id", "taeller_id", "taeller_sider"])
      )
      await page.locator("#cookie-proof dl").waitFor()
      await page.locator("footer .dk-cookie-button").click()
      await dialog(page).waitFor()
      await page.locator("#cc-main .section__toggle-wrapper").first().click()
      const reloaded = page.waitForEvent("load")
      await page.locator("#cc-main [data-role=save]").click()
      await reloaded
      strangers.length = 0
      await until(
        () => strangers.length,
        (count) => count >= 2
      )
      expect(strangers).toEqual(["/advertising.js", "/seen"])
      expect(await leftBehind(page)).not.toEqual(expect.arrayContaining(["taeller_id"]))
      expect(await leftBehind(page)).not.toEqual(expect.arrayContaining(["taeller_sider"]))
      expect(await proofOf(demo, page)).toMatchObject({
        choices: { statistics: false, marketing: true },
        method: "selection",
      })
      await page.locator("#cookie-proof dl").waitFor()
      await page.locator("main .dk-cookie-button").click()
      const again = page.waitForEvent("load")
      await page.locator("#cc-main [data-role=necessary]").click()
      await again
      strangers.length = 0
      await page.waitForLoadState("networkidle")
      expect(strangers).toEqual([])
      expect(await leftBehind(page)).toEqual(["dk_cookie_choice", "language"])
      expect(await proofOf(demo, page)).toMatchObject({ method: "refuse_all" })
    })
  })
}
