import type { Page } from "playwright-core"
import type { Language } from "../helpers/admin"
import { dialog } from "../helpers/cookies"
import { openPage } from "../helpers/browser"
import type { Stage } from "../helpers/demo"
import { answerCookies, choose, person, submit } from "../helpers/storefront"
import type { Camera } from "./camera"

const SCHOOL = { ean: "5798000019034", company_name: "Åstrup Skole", person_reference: "MSØ" }

type Look = (subject: string) => Promise<void>

const checkOut = async (page: Page, look: Look): Promise<void> => {
  await submit(page)
  await page.locator(".said a").click()
  await page.locator("main a.primary").waitFor()
  await look("shop-cart")
  await page.locator("main a.primary").click()
  await choose(page, "public")
  for (const [field, value] of Object.entries(SCHOOL)) await page.fill(`#${field}`, value)
  await look("shop-checkout-buyer")
  await submit(page)
  await page.locator("#email").waitFor()
  for (const [field, value] of Object.entries(person)) await page.fill(`#${field}`, value)
  await look("shop-checkout-address")
  await submit(page)
  await page.locator("input[name=delivery]").first().waitFor()
  await look("shop-checkout-delivery")
  await submit(page)
  await page.locator(".notice").waitFor()
  await page.locator("input[name=payment][value=invoice]").check()
  await look("shop-checkout-pay")
  await submit(page)
  await page.locator(".receipt").waitFor()
  await look("shop-receipt")
}

/** The storefront as a school's buyer meets it: cookies, checkout to the receipt, and the pages about their rights. */
export const takeShop = async (
  { demo, browser }: ReturnType<Stage>,
  { camera, language }: { camera: Camera; language: Language }
): Promise<void> => {
  const page = await openPage(browser, { locale: language === "da" ? "da-DK" : "en-GB" })
  const look: Look = (subject) => camera.take(page, { language, subject, part: "whole" })
  const go = (path: string) => page.goto(`${demo.storefront_url}${path}?lang=${language}`)
  await go("/products/skolehaefte-a5")
  await dialog(page).waitFor()
  await look("shop-cookies")
  await answerCookies(page, "necessary")
  await look("shop-product")
  await checkOut(page, look)
  await go("/privacy")
  await page.locator("main h1").waitFor()
  await look("shop-privacy-notice")
  await go("/privacy/requests")
  await page.locator(".dk-privacy").waitFor()
  await look("shop-privacy-requests")
  await page.context().close()
}
