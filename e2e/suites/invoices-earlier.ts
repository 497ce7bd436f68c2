import type { Browser, Page } from "playwright-core"
import { inviteStaff, journeyIn, openAdmin, picture, WIDE } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { capture } from "../helpers/after-sale"
import type { RunningDemo, Stage } from "../helpers/demo"
import { forgetSales } from "../helpers/fresh-sales"
import { orderNumber, overflow, sql } from "../helpers/privacy"
import { placeOrder } from "../helpers/sale"

const TEXTS = {
  da: {
    new: "1 nummer er nyt.",
    would: "2 kopier bliver gemt.",
    lacks: /Ordre \d+: firmanavn og by|Ordre \d+: by/,
    did: "2 kopier er gemt.",
    progress: "50 af 100 ordrer",
    forbidden: "Din bruger har ikke adgang til det her.",
  },
  en: {
    new: "1 number is new.",
    would: "2 copies will be kept.",
    lacks: /Order \d+: company name and city|Order \d+: city/,
    did: "2 copies are kept.",
    progress: "50 of 100 orders",
    forbidden: "Your user may not do this.",
  },
}

let demo: RunningDemo
let browser: Browser

/** An order as a store brings it along from before the plugin. */
const sellIn = async (year: number, email: string, isPaid = true): Promise<string> => {
  const id = await placeOrder(demo, { email })
  await sql(demo, `UPDATE "order" SET created_at = '${year.toString()}-03-05' WHERE id = '${id}'`)
  if (isPaid) await capture(demo, id)
  return id
}

/** Of a company whose address has no town: no copy can be kept of it yet. */
const setTown = (id: string, town: string) =>
  sql(
    demo,
    `UPDATE order_address SET company = 'Byens Bøger ApS', city = ${town}
      WHERE id = (SELECT billing_address_id FROM "order" WHERE id = '${id}')`
  )

const screens = (language: Language): void => {
  const texts = TEXTS[language]
  const journey = journeyIn(language)
  let page: Page
  let numbered: string
  let lacking: string

  beforeAll(async () => {
    await forgetSales(demo)
    const email = `fra-foer.${language}@kunde.example`
    numbered = await sellIn(2024, email)
    for (const year of [2024, 2025]) await sellIn(year, email)
    lacking = await sellIn(2025, email)
    await setTown(lacking, "NULL")
    await sellIn(2025, email, false)
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  const open = async (on = page) => {
    await on.goto(`${demo.url}/app/invoices`, { waitUntil: "domcontentloaded" })
    await on.getByTestId("dk-earlier-year").first().waitFor()
    await on.getByTestId("dk-earlier").scrollIntoViewIfNeeded()
  }
  const counts = (on = page) => on.getByTestId("dk-earlier-year").allTextContents()

  it("counts orders from before by year, also on a telephone", async () => {
    await open()
    expect(await counts()).toEqual(["2024002", "2025002"])
    await picture(page, `${language}-earlier`)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByTestId("dk-earlier").scrollIntoViewIfNeeded()
    await picture(page, `${language}-narrow-earlier`)
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize(WIDE)
  })

  it("says what copies would be kept, what is permanent, and what stands in the way", async () => {
    await open()
    await page.getByTestId("dk-earlier-archive").click()
    await page.getByTestId("dk-archive-submit").click()
    await page.getByTestId("dk-archive-held").getByText(texts.lacks).waitFor()
    expect(await page.getByTestId("dk-archive-submit").isDisabled()).toBe(true)
    await picture(page, `${language}-earlier-would`)
  })

  journey(
    "takes numbers from a file, then keeps copies of the rest, and says when all is done",
    async () => {
      await open()
      await page.getByTestId("dk-earlier-import").click()
      const line = `${await orderNumber(demo, numbered)};billy;88;05-03-2024`
      await page.getByTestId("dk-import-file").setInputFiles({
        name: "numre.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(`ordre;system;nummer;dato\r\n${line}`),
      })
      await page.getByTestId("dk-import-drawer-submit").click()
      await page.getByTestId("dk-import-outcome").getByText(texts.new).waitFor()
      await page.getByTestId("dk-import-drawer-submit").click()
      await page.getByTestId("dk-import-drawer").waitFor({ state: "detached" })
      await page.getByTestId("dk-earlier-year").filter({ hasText: "2024101" }).waitFor()

      const keep = async () => {
        await page.getByTestId("dk-earlier-archive").click()
        await page.getByTestId("dk-archive-submit").click()
        await page.locator("#dk-archive-sure").click()
        await page.getByTestId("dk-archive-submit").click()
        await page.getByTestId("dk-archive-did").waitFor()
      }
      await keep()
      await page.getByTestId("dk-archive-did").getByText(texts.did).waitFor()
      await picture(page, `${language}-earlier-did`)
      await page.getByTestId("dk-archive-submit").click()
      await page.getByTestId("dk-archive").waitFor({ state: "detached" })
      expect(await counts()).toEqual(["2024110", "2025011"])
      await setTown(lacking, "'Haslev'")
      await keep()
      await page.getByTestId("dk-archive-submit").click()
      await page.getByTestId("dk-earlier-done").waitFor()
      expect(await counts()).toEqual(["2024110", "2025020"])
      await picture(page, `${language}-earlier-done`)
      await page.getByTestId("dk-earlier-archive").click()
      await page.getByTestId("dk-archive-submit").click()
      await page.getByTestId("dk-archive-would").waitFor()
      expect(await page.locator("#dk-archive-sure").count()).toBe(0)
    }
  )

  journey("shows how far it has come with many, and goes on after an error", async () => {
    await open()
    const orders = Array.from({ length: 50 }, (_, index) => {
      const number = (index + 1).toString()
      return {
        order_id: `order_${number}`,
        order_number: number,
        copies: 1,
        missing: [],
        failed: null,
      }
    })
    const [some, rest] = [
      { orders, next: "order_50" },
      { orders, next: null },
    ]
    const answers = [some, null, rest, some, null, rest]
    const asked: unknown[] = []
    await page.route("**/admin/dk/earlier-orders/years", (route) =>
      route.fulfill({
        json: { years: [{ year: 2025, unpaid: 0, past: 0, numbered: 0, copied: 0, left: 100 }] },
      })
    )
    await page.route("**/admin/dk/earlier-orders", async (route) => {
      asked.push(route.request().postDataJSON())
      const answer = answers[asked.length - 1]
      // A slow server.
      await page.waitForTimeout(1_000)
      await route.fulfill(answer ? { json: answer } : { status: 500, json: { message: "down" } })
    })
    await open()
    await page.getByTestId("dk-earlier-archive").click()
    await page.getByTestId("dk-archive-submit").click()
    await page.getByTestId("dk-archive-progress").getByText(texts.progress).waitFor()
    await picture(page, `${language}-earlier-progress`)
    await page.getByTestId("dk-archive").getByTestId("dk-error").waitFor()
    await picture(page, `${language}-earlier-error`)
    await page.getByTestId("dk-archive-submit").click()
    await page.locator("#dk-archive-sure").click()
    await page.getByTestId("dk-archive-submit").click()
    await page.getByTestId("dk-archive-halted").waitFor()
    await picture(page, `${language}-earlier-halted`)
    await page.getByTestId("dk-archive-submit").click()
    await page.getByTestId("dk-archive-did").waitFor()
    const way = (isDryRun: boolean) =>
      ["", "order_50", "order_50"].map((after) => ({ dry_run: isDryRun, after }))
    expect(asked).toEqual([...way(true), ...way(false)])
    await page.unrouteAll({ behavior: "wait" })
  })

  journey("tells staff without the right whom to ask", async () => {
    const admin = await inviteStaff(demo, `lager.foer.${Date.now().toString()}@butik.example`)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    await open(theirs)
    await theirs.getByTestId("dk-earlier-archive").click()
    await theirs.getByTestId("dk-archive-submit").click()
    await theirs.getByTestId("dk-archive").getByText(texts.forbidden).waitFor()
    await theirs.context().close()
  })
}

export default (stage: Stage): void => {
  describe("orders from before the plugin, in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", screens)
  })
}
