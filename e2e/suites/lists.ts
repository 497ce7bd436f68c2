import type { Browser, Page } from "playwright-core"
import { adminToken, openAdmin, openCustomer, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { seriousViolationsOf } from "../helpers/accessibility"
import type { RunningDemo, Stage } from "../helpers/demo"
import { choose, openPrivacy, overflow, sql } from "../helpers/privacy"
import { call, registerCustomer } from "../helpers/sale"

const TEXTS = {
  da: { failed: "Det her kan ikke vises lige nu.", noMatch: "Intet svarer til det, du har valgt" },
  en: { failed: "This cannot be shown right now.", noMatch: "Nothing matches the choice" },
}

const REQUESTS = { path: "/requests", testId: "dk-request-row" }
const NAME = "Zqliste"

const dayBefore = (days: number): string =>
  new Date(Date.now() - days * 24 * 3600 * 1000).toISOString().slice(0, 10)

/** What of the line below a list stands on more than one line. */
const brokenLines = (page: Page): Promise<string[]> =>
  page.getByTestId("dk-paging").evaluate((paging) =>
    Array.from(paging.querySelectorAll("p, button"), (part) => {
      const range = document.createRange()
      range.selectNodeContents(part)
      const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)))
      return lines.size === 1 ? [] : [part.textContent]
    }).flat()
  )

let demo: RunningDemo
let browser: Browser

const inBoth = (language: Language): void => {
  const texts = TEXTS[language]
  const stamp = Date.now().toString()
  let page: Page

  const firstRow = async (): Promise<string> =>
    (await page.getByTestId("dk-request-row").first().textContent()) ?? ""
  const rowOf = (name: string) => page.getByTestId("dk-request-row").filter({ hasText: name })
  const onPage = (text: string) => page.getByTestId("dk-requests").getByText(text).waitFor()

  /** As the dashboard's own menu does. */
  const inTheme = async (theme: "dark" | "light") => {
    await page.evaluate((chosen) => {
      localStorage.setItem("medusa_admin_theme", chosen)
    }, theme)
    await page.reload({ waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-request-row").first().waitFor()
  }

  beforeAll(async () => {
    await sql(demo, "UPDATE dk_subject_request SET deleted_at = now()")
    const token = await adminToken(demo)
    for (let day = 1; day <= 22; day += 1) {
      const name = `${NAME} ${day.toString().padStart(2, "0")}`
      const received = { channel: "letter", received_on: dayBefore(day), name }
      await call(demo, "/admin/privacy/requests", {
        token,
        body: { kind: day === 1 ? "rectification" : "access", ...received },
      })
    }
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  afterAll(async () => {
    await sql(demo, "UPDATE dk_subject_request SET deleted_at = now()")
    await page.context().close()
  })

  it("are found again as they were, after a reload and on the way back", async () => {
    await openPrivacy(page, demo, REQUESTS)
    await rowOf(`${NAME} 22`).waitFor()
    await choose(page, "dk-requests-order", 1)
    await rowOf(`${NAME} 01`).waitFor()
    expect(await firstRow()).toContain(`${NAME} 01`)
    expect(page.url()).toContain("order=-received_on")

    await page.fill("#dk-requests-q", NAME.toLowerCase())
    await page.press("#dk-requests-q", "Enter")
    await page.getByTestId("dk-requests-clear").waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("dk-requests-q")
    await page.getByTestId("dk-requests").getByRole("button").last().click()
    await rowOf(`${NAME} 22`).waitFor()
    expect(page.url()).toContain("page=2")
    expect(page.url().toLowerCase()).not.toContain(NAME.toLowerCase())

    await page.reload({ waitUntil: "domcontentloaded" })
    await rowOf(`${NAME} 22`).waitFor()
    expect(await page.inputValue("#dk-requests-q")).toBe(NAME.toLowerCase())
    expect(await page.getByTestId("dk-request-row").count()).toBe(2)

    await rowOf(`${NAME} 21`).getByRole("link").click()
    await page.getByTestId("dk-request").waitFor()
    await page.goBack()
    await rowOf(`${NAME} 22`).waitFor()
    expect(await page.inputValue("#dk-requests-q")).toBe(NAME.toLowerCase())

    await choose(page, "dk-requests-kind", 3)
    await rowOf(`${NAME} 01`).waitFor()
    expect(await page.getByTestId("dk-request-row").count()).toBe(1)
    expect(page.url()).not.toContain("page=")
    await picture(page, `${language}-list-chosen`)
    await page.goBack()
    await rowOf(`${NAME} 22`).waitFor()

    await page.getByTestId("dk-requests-clear").click()
    await rowOf(`${NAME} 01`).waitFor()
    expect(await page.inputValue("#dk-requests-q")).toBe("")
    expect(page.url()).toContain("order=-received_on")
  })

  it("turn to the last page there is", async () => {
    await page.goto(`${demo.url}/app/privacy/requests?page=9`, { waitUntil: "domcontentloaded" })
    await rowOf(`${NAME} 01`).waitFor()
    expect(page.url()).toContain("page=2")
  })

  it("fit a telephone, in the dark too", async () => {
    await openPrivacy(page, demo, REQUESTS)
    await page.fill("#dk-requests-q", "zqingen")
    await page.getByTestId("dk-requests-find").click()
    await onPage(texts.noMatch)
    await page.getByTestId("dk-requests-clear").click()
    await page.getByTestId("dk-request-row").first().waitFor()
    await inTheme("dark")
    for (const width of [1500, 390]) {
      await page.setViewportSize({ width, height: 1000 })
      expect(await overflow(page)).toBe(0)
      expect(await brokenLines(page)).toEqual([])
      expect(await seriousViolationsOf(page)).toEqual([])
      await picture(page, `${language}-list-dark-${width.toString()}`)
      await page.getByTestId("dk-paging").scrollIntoViewIfNeeded()
      await picture(page, `${language}-list-end-${width.toString()}`)
    }
    await inTheme("light")
    await page.setViewportSize({ width: 1500, height: 1300 })
  })

  it("leave the rest of the dashboard standing when one of them cannot be shown", async () => {
    const broken = "**/admin/privacy/requests?*"
    await page.route(broken, (route) => route.fulfill({ json: { count: 1 } }))
    await openPrivacy(page, demo, { path: "/requests", testId: "dk-failed" })
    await page.getByTestId("dk-failed").getByText(texts.failed).waitFor()
    expect(await seriousViolationsOf(page)).toEqual([])
    await picture(page, `${language}-page-failed`)
    await page.locator('a[href="/app/privacy/holds"]').first().click()
    await page.getByTestId("dk-hold-create").waitFor()
    await page.goBack()
    await page.getByTestId("dk-failed").waitFor()
    await page.unroute(broken)
    await page.getByTestId("dk-failed-retry").click()
    await page.getByTestId("dk-request-row").first().waitFor()
    expect(await page.getByTestId("dk-failed").count()).toBe(0)
  })

  it("leave a customer's page standing when the plugin's part of it cannot be shown", async () => {
    const customer = await registerCustomer(demo, `fejl.${language}.${stamp}@kunde.example`)
    const broken = `**/admin/customers/${customer.id}/consents`
    await page.route(broken, (route) => route.fulfill({ json: { consents: {} } }))
    await openCustomer(page, demo, customer.id)
    await page.getByTestId("dk-failed").getByText(texts.failed).waitFor()
    await picture(page, `${language}-widget-failed`)
    await page.unroute(broken)
    await page.getByTestId("dk-failed-retry").click()
    await page.getByTestId("dk-customer-consents").waitFor()
    await page.getByTestId("dk-failed").waitFor({ state: "detached" })
  })
}

export default (stage: Stage): void => {
  describe("lists in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", inBoth)
  })
}
