import type { Browser, Page } from "playwright-core"
import { seriousViolationsOf } from "../helpers/accessibility"
import { openAdmin, picture, WIDE } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { RunningDemo, Stage } from "../helpers/demo"
import { englishOn } from "../helpers/dashboard-texts"
import { overflow } from "../helpers/privacy"
import { placeOrder, registerCustomer } from "../helpers/sale"

let demo: RunningDemo
let browser: Browser
let page: Page
let customerId = ""
let orderId = ""

const IN_DIALOG = /\/(create|edit|invite|import|export|fulfillment|allocate-items|email)$/

/** Goes to a page of the dashboard and waits until it has read what it shows. */
const open = async (path: string): Promise<void> => {
  await page.goto(`${demo.url}/app${path}`, { waitUntil: "domcontentloaded" })
  await page.locator("h1, h2, [role=dialog]").first().waitFor()
  await page.waitForLoadState("networkidle")
  if (IN_DIALOG.test(path)) await page.locator("[role=dialog] button").first().waitFor()
}

/** What was chosen before, whichever journey ran last. */
const speak = (language: Language): Promise<void> =>
  page.evaluate((lng) => {
    localStorage.setItem("lng", lng)
    document.cookie = `lng=${lng};path=/`
  }, language)

/** Logged in, and nothing sets the language when a page is opened anew: a choice is to last. */
const openChooser = async (): Promise<Page> => {
  const first = await openAdmin(browser, demo, "en")
  await first.goto(`${demo.url}/app/orders`)
  const storageState = await first.context().storageState()
  await first.context().close()
  const context = await browser.newContext({
    ...{ storageState, viewport: WIDE },
    ...{ locale: "da-DK", timezoneId: "Europe/Copenhagen" },
  })
  context.setDefaultTimeout(60_000)
  const chooser = await context.newPage()
  await chooser.goto(`${demo.url}/app/orders`)
  return chooser
}

/** The files of Danish texts a page asks for from now on. */
const textsAskedBy = (page: Page): string[] => {
  const asked: string[] = []
  page.on("request", (request) => {
    if (/\/texts-[\w-]+\.js$/.test(request.url())) asked.push(request.url())
  })
  return asked
}

/** Draft orders are a plugin of Medusa's, whose words are in its code. */
const PAGES = [
  ...["/orders", "/products", "/collections", "/categories", "/product-options", "/customers"],
  ...["/customer-groups", "/inventory", "/reservations", "/promotions", "/campaigns"],
  ...["/price-lists", "/products/create", "/collections/create", "/categories/create"],
  ...["/customers/create", "/inventory/create", "/promotions/create", "/campaigns/create"],
  ...["/price-lists/create", "/products/import", "/orders/export"],
  ...["/settings/profile", "/settings/store", "/settings/store/edit", "/settings/users"],
  ...["/settings/users/invite", "/settings/regions", "/settings/regions/create"],
  ...["/settings/tax-regions", "/settings/return-reasons", "/settings/refund-reasons"],
  ...["/settings/sales-channels", "/settings/sales-channels/create", "/settings/product-types"],
  ...["/settings/product-tags", "/settings/locations", "/settings/locations/create"],
  ...["/settings/locations/shipping-profiles", "/settings/workflows"],
  ...["/settings/publishable-api-keys", "/settings/secret-api-keys"],
]

/** English words that stand in Medusa's code, where no translation reaches them. */
const IN_CODE: Record<string, string[]> = { "/product-options": ["is"], "/customers/cus_": ["Add"] }

const expectDanish = async (path: string): Promise<void> => {
  await speak("da")
  await open(path)
  const [, known = []] = Object.entries(IN_CODE).find(([start]) => path.startsWith(start)) ?? []
  expect([path, await englishOn(page)]).toEqual([path, known])
}

export default (stage: Stage): void => {
  describe("Medusa's dashboard in Danish", () => {
    beforeAll(async () => {
      ;({ demo, browser } = stage())
      const email = `dansk.${Date.now().toString()}@kunde.example`
      const { id, token } = await registerCustomer(demo, email)
      customerId = id
      orderId = await placeOrder(demo, { email, token })
      page = await openChooser()
    }, 120_000)

    afterAll(() => page.context().close())

    it("is chosen on the profile page, and only then are its texts asked for", async () => {
      await speak("en")
      const asked = textsAskedBy(page)
      await open("/settings/profile")
      expect(asked).toEqual([])
      const section = page.getByTestId("dk-dashboard-language")
      await section.getByText("Danish dashboard").waitFor()
      await picture(page, "en-dashboard-language")
      expect(await seriousViolationsOf(page)).toEqual([])
      await section.getByRole("button", { name: "Brug dansk" }).click()
      await section.getByText("Dansk kontrolpanel").waitFor()
      await page.getByRole("heading", { name: "Profil", exact: true }).waitFor()
      expect(asked).toHaveLength(1)
      expect(await page.locator("html").getAttribute("lang")).toBe("da")
      // Medusa's own list knows it as well.
      await page.getByText("Dansk", { exact: true }).waitFor()
      await picture(page, "da-dashboard-language")
    })

    it.each(PAGES)("leaves no English on %s", async (path) => {
      await expectDanish(path)
      await picture(page, `da-dashboard${path.replaceAll("/", "-")}`)
    })

    it("leaves no English on an order, a customer and a product", async () => {
      const order = `/orders/${orderId}`
      const paths = [order, `${order}/fulfillment`, `${order}/allocate-items`, `${order}/email`]
      for (const [index, path] of [...paths, `/customers/${customerId}`].entries()) {
        await expectDanish(path)
        await picture(page, `da-dashboard-one-${index.toString()}`)
      }
      await open("/products")
      await page.getByRole("row").nth(1).click()
      await page.waitForURL(/\/products\/prod_/)
      await page.waitForLoadState("networkidle")
      expect(await englishOn(page)).toEqual([])
      await picture(page, "da-dashboard-product-one")
    })

    it("writes dates and money as Danes do", async () => {
      await speak("da")
      await open("/orders")
      const row = page.getByRole("row").filter({ hasText: "Karen Prøve" }).first()
      expect(await row.textContent()).toMatch(
        /\d{1,2}\. (jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/
      )
      expect(await row.textContent()).toMatch(/kr\s227,00/)
    })

    it("fits a telephone", async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      await open("/settings/profile")
      await page.getByTestId("dk-dashboard-language").waitFor()
      await picture(page, "da-dashboard-language-narrow")
      expect(await overflow(page)).toBe(0)
      await page.setViewportSize(WIDE)
    })

    it("greets at the door in Danish, and lets in", async () => {
      const visitor = await browser.newContext({ viewport: WIDE })
      await visitor.addCookies([{ name: "lng", value: "da", url: demo.url }])
      const door = await visitor.newPage()
      await door.goto(`${demo.url}/app/login`)
      await door.getByText("Velkommen til Medusa").waitFor()
      await door.getByRole("button", { name: "Fortsæt med e-mail" }).waitFor()
      expect(await englishOn(door)).toEqual([])
      await picture(door, "da-dashboard-login")
      await door.fill("input[name=email]", demo.admin.email)
      await door.fill("input[name=password]", demo.admin.password)
      await door.click("button[type=submit]")
      await door.waitForURL(/\/app\/orders/)
      await door.getByRole("heading", { name: "Ordrer", exact: true }).first().waitFor()
      await visitor.close()
    })

    it("is left again where it was chosen", async () => {
      await speak("da")
      await open("/settings/profile")
      await page.getByTestId("dk-dashboard-language").getByRole("button").click()
      await page.getByRole("heading", { name: "Profile", exact: true }).waitFor()
      expect(await page.locator("html").getAttribute("lang")).toBe("en")
      await open("/orders")
      await page.getByRole("heading", { name: "Orders", exact: true }).first().waitFor()
      expect((await englishOn(page)).length).toBeGreaterThan(5)
    })

    it("is chosen in Medusa's own list too", async () => {
      await speak("en")
      await open("/settings/profile/edit")
      await page.getByRole("dialog").getByRole("combobox").click()
      await page.getByRole("option", { name: "Dansk", exact: true }).click()
      await page.getByRole("button", { name: "Save", exact: true }).click()
      await page.getByRole("heading", { name: "Profil", exact: true }).waitFor()
      expect(await englishOn(page)).toEqual([])
    })
  })
}
