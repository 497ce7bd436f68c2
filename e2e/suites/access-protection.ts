import type { Browser, Page } from "playwright-core"
import { journeyIn, openAdmin, openCustomer, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { openPage } from "../helpers/browser"
import type { RunningDemo, Stage } from "../helpers/demo"
import { openPrivacy, overflow } from "../helpers/privacy"
import { ADDRESS, placeOrder, registerCustomer } from "../helpers/sale"
import { choose, goToPayment, shop, submit } from "../helpers/storefront"

const MASK = "•••"

const TEXTS = {
  da: {
    hidden: "Adressen vises ikke",
    restricted: "Behandlingen er begrænset",
    inForce: "I kraft",
    lifted: "Ophævet",
  },
  en: {
    hidden: "The address is not shown",
    restricted: "Processing is restricted",
    inForce: "In force",
    lifted: "Lifted",
  },
}

let demo: RunningDemo
let browser: Browser

const protection = (language: Language): void => {
  const test = journeyIn(language)
  const texts = TEXTS[language]
  const stamp = Date.now().toString()
  const emailOf = (name: string) => `${name}.${language}.${stamp}@kunde.example`
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  it("is hidden on an order on the person's word, is shown to who asks, and is shown again", async () => {
    const orderId = await placeOrder(demo, { email: emailOf("hidden") })
    await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
    await page.getByText(ADDRESS.address_1).first().waitFor()
    await page.getByTestId("dk-address-change").click()
    expect(await page.getByTestId("dk-address-drawer-submit").isDisabled()).toBe(true)
    await page.locator("#dk-address-said").click()
    await picture(page, `${language}-address-declare`)
    await page.getByTestId("dk-address-drawer-submit").click()
    await page.getByText(texts.hidden, { exact: true }).waitFor()
    await page.getByText(MASK).first().waitFor()
    expect(await page.getByText(ADDRESS.address_1).count()).toBe(0)
    await picture(page, `${language}-address-hidden`)
    await page.getByTestId("dk-address-show").click()
    await page.getByTestId("dk-shown-addresses").getByText(ADDRESS.address_1).first().waitFor()
    await picture(page, `${language}-address-shown`)
    await page.getByTestId("dk-address-change").click()
    await page.locator("#dk-address-said").click()
    await page.getByTestId("dk-address-drawer-submit").click()
    await page.getByText(texts.hidden, { exact: true }).waitFor({ state: "detached" })
    await page.getByText(ADDRESS.address_1).first().waitFor()
  })

  it("is hidden on a customer, on a narrow screen too", async () => {
    const { id } = await registerCustomer(demo, emailOf("book"))
    await openCustomer(page, demo, id)
    await page.getByTestId("dk-address-change").click()
    await page.locator("#dk-address-said").click()
    await page.getByTestId("dk-address-drawer-submit").click()
    await page.getByText(texts.hidden, { exact: true }).waitFor()
    const size = page.viewportSize()
    await page.setViewportSize({ width: 390, height: 900 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByTestId("dk-address").scrollIntoViewIfNeeded()
    await picture(page, `${language}-address-customer-narrow`)
    if (size) await page.setViewportSize(size)
  })

  it("is said by the shopper at checkout, before the address is stored", async () => {
    const shopping = await openPage(browser)
    await shop(shopping, demo, "notesbog-havblik", language)
    await choose(shopping, "private")
    await submit(shopping)
    await shopping.locator("#address_protection").check()
    await picture(shopping, `${language}-address-checkout`)
    await goToPayment(shopping, emailOf("shopper"))
    await shopping.goto(`${demo.storefront_url}/checkout/address`)
    await shopping.locator("#address_protection:checked").waitFor()
    await shopping.close()
  })

  test("stays out of the list of restrictions, where processing is restricted and released", async () => {
    const email = emailOf("contests")
    const { id, token } = await registerCustomer(demo, email)
    const orderId = await placeOrder(demo, { email, token })
    await openPrivacy(page, demo, { path: "/restrictions", testId: "dk-restriction-create" })
    await picture(page, `${language}-restrictions-empty`)
    await page.getByTestId("dk-restriction-create").click()
    await page.fill("#dk-restriction-owner", email)
    await picture(page, `${language}-restriction-create`)
    await page.getByTestId("dk-restriction-drawer-submit").click()
    const row = page.getByTestId("dk-restriction-row").first()
    await row.getByText(texts.inForce).first().waitFor()
    await picture(page, `${language}-restrictions`)
    await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-restricted").getByText(texts.restricted).waitFor()
    await picture(page, `${language}-restricted-order`)
    await openCustomer(page, demo, id)
    await page.getByTestId("dk-restricted").waitFor()
    await picture(page, `${language}-restricted-customer`)
    await openPrivacy(page, demo, { path: "/restrictions", testId: "dk-restriction-row" })
    await row.getByTestId("dk-restriction-lift").click()
    const submit = page.getByTestId("dk-restriction-lift-drawer-submit")
    expect(await submit.isDisabled()).toBe(true)
    await page.fill("#dk-restriction-reason", "Sag 7 er afgjort")
    await page.fill("#dk-restriction-told", "2026-01-05T10:00")
    await picture(page, `${language}-restriction-lift`)
    await submit.click()
    await row.getByText(texts.lifted).first().waitFor()
  })
}

export default (stage: Stage): void => {
  describe("an address that is not shown in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", protection)
  })
}
