import { readFile } from "node:fs/promises"
import type { Page } from "playwright-core"
import type { Language } from "./admin"
import { openPage } from "./browser"
import type { RunningDemo, Stage } from "./demo"
import { seriousViolationsOf } from "./accessibility"
import { isZip, overflow } from "./privacy"
import { answerCookies } from "./storefront"

const NARROW = 360
const WIDE = 1200

/** A visitor of the customer's privacy page who has refused cookies. */
export const visitPrivacyPage = async (
  { browser, demo }: ReturnType<Stage>,
  language: Language,
  path = "/privacy/requests"
): Promise<Page> => {
  const page = await openPage(browser, { locale: language === "da" ? "da-DK" : "en-GB" })
  await page.goto(`${demo.storefront_url}${path}?lang=${language}`)
  await answerCookies(page, "necessary")
  return page
}

/** The whole page at both widths: nothing sticks out, nobody is kept out, and a picture of each is kept when asked for. */
export const lookAt = async (page: Page, name: string): Promise<void> => {
  for (const width of [WIDE, NARROW]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page)).toBe(0)
    expect(await seriousViolationsOf(page, "whole")).toEqual([])
    const folder = process.env.E2E_PICTURES
    if (folder === undefined) continue
    await page.screenshot({ path: `${folder}/${name}-${width.toString()}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: WIDE, height: 900 })
}

/** Presses the link of the latest mail to an address, as in a mailbox. */
export const openMailedLink = async (
  page: Page,
  demo: RunningDemo,
  email: string
): Promise<void> => {
  const link = page.locator("a[href*='#id=']")
  const mail = page.locator(".mail").filter({ hasText: email }).filter({ has: link })
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await page.goto(`${demo.storefront_url}/mails`)
    await page.locator(".mails").waitFor()
    if ((await mail.count()) > 0) break
    await page.waitForTimeout(200)
  }
  await mail.first().getByRole("link").click()
  await page.locator(".dk-privacy").waitFor()
}

/** Downloads the copy of the first request and gives its size in bytes; fails when it is no ZIP. */
export const downloadArchive = async (page: Page, label: string): Promise<number> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: label }).first().click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.zip$/)
  expect(await isZip(download)).toBe(true)
  return (await readFile(await download.path())).length
}

/** The text of what has the focus. */
export const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? "")

/** Logs in on the account's page. */
export const logIn = async (page: Page, demo: RunningDemo, email: string, password: string) => {
  await page.goto(`${demo.storefront_url}/account`)
  await page.fill("#login-email", email)
  await page.fill("#login-password", password)
  await page.locator("#login-password").press("Enter")
}
