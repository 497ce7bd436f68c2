import type { Page } from "playwright-core"
import type { RunningDemo } from "./demo"

/** A shopper of the demo's storefront. */
export const person = {
  email: "karen@kunde.example",
  first_name: "Karen",
  last_name: "Prøve",
  address_1: "Testvej 7",
  postal_code: "8000",
  city: "Aarhus C",
}

export const submit = (page: Page) => page.locator("main form button[type=submit]").click()

export const heading = (page: Page, text: string | RegExp) =>
  page.getByRole("heading", { level: 1, name: text }).waitFor()

export const errorAt = async (page: Page, field: string): Promise<string> =>
  (await page.locator(`#${field}-error`).textContent()) ?? ""

/** What the choice of cookies is remembered in. */
export const CHOICE_COOKIE = "dk_cookie_choice"

export type CookieButton = "all" | "necessary" | "save"

/** Presses a button of the choice of cookies, which is open, and waits until it is gone. */
export const answerCookies = async (page: Page, button: CookieButton): Promise<void> => {
  await page.locator(`#cc-main [data-role=${button}]`).click()
  await page.locator("#cc-main .pm").waitFor({ state: "hidden" })
}

/** Refuses cookies where the shop has not asked this browser yet. */
const refuseOnce = async (page: Page): Promise<void> => {
  const cookies = await page.context().cookies()
  if (!cookies.some(({ name }) => name === CHOICE_COOKIE)) await answerCookies(page, "necessary")
}

/** Puts a product in the cart and goes to who buys. */
export const shop = async (
  page: Page,
  demo: Pick<RunningDemo, "storefront_url">,
  product: string,
  language = "da"
) => {
  await page.goto(`${demo.storefront_url}/products/${product}?lang=${language}`)
  await refuseOnce(page)
  await submit(page)
  await page.locator(".said a").click()
  await page.locator("main a.primary").click()
  await page.locator("input[name=type]").first().waitFor()
}

export const choose = (page: Page, type: string) =>
  page.locator(`input[name=type][value=${type}]`).check()

/** From the address to the last look before paying. */
export const goToPayment = async (page: Page, email: string) => {
  for (const [field, value] of Object.entries({ ...person, email }))
    await page.fill(`#${field}`, value)
  await submit(page)
  await page.locator("input[name=delivery]").first().waitFor()
  await submit(page)
  await page.locator(".notice").waitFor()
}
