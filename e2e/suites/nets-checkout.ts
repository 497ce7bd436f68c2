import type { Browser, Page } from "playwright-core"
import { adminToken, picture } from "../helpers/admin"
import { openPage } from "../helpers/browser"
import type { RunningDemo, Stage } from "../helpers/demo"
import { call } from "../helpers/sale"
import { goToPayment, heading, shop, submit } from "../helpers/storefront"

const NARROW = 390
let counter = 0

type Order = {
  id: string
  total: number
  items: { product_title: string; quantity: number }[]
  payment_collections: { payments: { amount: number; data: { payment_id: string } }[] }[]
}
type Seen = { payment_id: string; amount: number; reserved: number; terminated: boolean }

const press = (page: Page, name: string) => page.getByRole("button", { name }).click()
const alerted = (page: Page, text: string) =>
  page.getByRole("alert").filter({ hasText: text }).waitFor()
const receiptNumber = async (page: Page): Promise<string> =>
  (await page.locator(".order-number").textContent()) ?? ""
/** Nothing is cut off at the right. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

export default (stage: Stage): void => {
  describe("paying at Nets", () => {
    let browser: Browser
    let demo: RunningDemo
    let token: string

    beforeAll(async () => {
      ;({ demo, browser } = stage())
      token = await adminToken(demo)
    })

    const ordersOf = async (email: string): Promise<Order[]> => {
      const fields = "id,total,*items,*payment_collections.payments"
      const path = `/admin/orders?q=${encodeURIComponent(email)}&fields=${fields}`
      return (await call<{ orders: Order[] }>(demo, path, { token })).orders
    }

    const atNets = async (paymentId: string): Promise<Seen> => {
      const response = await fetch(`${demo.nets_url}/emulator/payments/${paymentId}`)
      return ((await response.json()) as { payment: Seen }).payment
    }

    /** The one order of a shopper: paid once, by a payment that reserves what it costs. */
    const onlyOrder = async (email: string): Promise<Order> => {
      const [order, ...more] = await ordersOf(email)
      if (!order) throw new Error("there is no order")
      expect(more).toEqual([])
      const payments = order.payment_collections.flatMap((each) => each.payments)
      expect(payments.map(({ amount }) => amount)).toEqual([order.total])
      const { reserved } = await atNets(payments[0]?.data.payment_id ?? "")
      expect(reserved).toBe(Math.round(order.total * 100))
      return order
    }

    /** A shopper with a notebook in the cart, at the last look before paying. */
    const readyToPay = async (
      settings: { language?: "da" | "en"; width?: number } = {}
    ): Promise<{ page: Page; email: string }> => {
      const { language = "da", width } = settings
      const email = `nets.${Date.now().toString()}.${(counter += 1).toString()}@kunde.example`
      const locale = language === "da" ? "da-DK" : "en-GB"
      const page = await openPage(browser, { locale, ...(width !== undefined && { width }) })
      await shop(page, demo, "notesbog-havblik", language)
      await submit(page)
      await page.locator("#postal_code").waitFor()
      await goToPayment(page, email)
      return { page, email }
    }

    const paymentIdOn = (page: Page): string => /\/pay\/([0-9a-f]+)/.exec(page.url())?.[1] ?? ""

    it("by card, in Danish: the amount of the cart, and only the methods that need no name", async () => {
      const { page, email } = await readyToPay()
      await submit(page)
      await page.getByRole("button", { name: "Betal med kort" }).waitFor()
      await picture(page, "nets-da-page")
      const buttons = await page.getByRole("button").allTextContents()
      expect(buttons).toEqual([
        "Betal med kort",
        "Betal med MobilePay",
        "Lad kortet blive afvist",
        "Annullér",
      ])
      const paymentId = paymentIdOn(page)
      await press(page, "Betal med kort")
      await heading(page, "Tak for din ordre")
      await picture(page, "nets-da-receipt")
      const order = await onlyOrder(email)
      expect(order.payment_collections[0]?.payments[0]?.data.payment_id).toBe(paymentId)
    })

    it("by MobilePay, in English at 390 px", async () => {
      const { page, email } = await readyToPay({ language: "en", width: NARROW })
      expect(await overflow(page)).toBe(0)
      await picture(page, "nets-en-narrow-pay")
      await submit(page)
      await page.getByRole("button", { name: "Pay with MobilePay" }).waitFor()
      await picture(page, "nets-en-narrow-page")
      await press(page, "Pay with MobilePay")
      await page.locator(".receipt").waitFor()
      expect(await overflow(page)).toBe(0)
      await picture(page, "nets-en-narrow-receipt")
      await onlyOrder(email)
    })

    it("with a card that is declined first, on the same payment", async () => {
      const { page, email } = await readyToPay()
      await submit(page)
      await press(page, "Lad kortet blive afvist")
      await alerted(page, "Betalingen blev afvist")
      await picture(page, "nets-da-declined")
      const paymentId = paymentIdOn(page)
      expect((await atNets(paymentId)).reserved).toBe(0)
      expect(await ordersOf(email)).toEqual([])
      await press(page, "Betal med kort")
      await heading(page, "Tak for din ordre")
      const order = await onlyOrder(email)
      expect(order.payment_collections[0]?.payments[0]?.data.payment_id).toBe(paymentId)
    })

    it("is given up: back in the checkout, the cart is whole, nothing is placed, and paying works again", async () => {
      const { page, email } = await readyToPay({ language: "en", width: NARROW })
      await submit(page)
      await page.getByRole("button", { name: "Cancel" }).waitFor()
      const first = paymentIdOn(page)
      await press(page, "Cancel")
      await alerted(page, "The payment was not")
      await picture(page, "nets-en-narrow-given-up")
      expect(await page.locator("aside").innerText()).toContain("1 × Notesbog Havblik")
      expect(await ordersOf(email)).toEqual([])
      expect((await atNets(first)).reserved).toBe(0)
      await page.reload()
      await page.locator(".notice").waitFor()
      expect(await page.getByRole("alert").count()).toBe(0)
      await submit(page)
      await page.getByRole("button", { name: "Pay with card" }).waitFor()
      // Only one payment of a cart is open at a time.
      expect((await atNets(first)).terminated).toBe(paymentIdOn(page) !== first)
      await press(page, "Pay with card")
      await page.locator(".receipt").waitFor()
      expect((await onlyOrder(email)).items).toMatchObject([
        { product_title: "Notesbog Havblik", quantity: 1 },
      ])
    })

    it("is come back from twice, also in another browser: one order, the same receipt", async () => {
      const { page, email } = await readyToPay()
      await submit(page)
      const returned = page.waitForRequest(/\/checkout\/return\?/)
      await press(page, "Betal med kort")
      const address = (await returned).url()
      await page.locator(".receipt").waitFor()
      const receipt = page.url()
      const number = await receiptNumber(page)
      const order = await onlyOrder(email)
      // The way back again, when another purchase has begun.
      await shop(page, demo, "konvolutter-c6")
      await page.goto(address)
      await page.locator(".receipt").waitFor()
      expect(await receiptNumber(page)).toBe(number)
      await page.goto(`${demo.storefront_url}/cart`)
      expect(await page.locator(".line").innerText()).toContain("Konvolutter C6")
      // A payment's number opens nobody's receipt elsewhere; the receipt's own address does.
      const other = await openPage(browser)
      await other.goto(address)
      await other.getByText("Har du betalt, er ordren hos os").waitFor()
      await picture(other, "nets-da-return-elsewhere")
      expect(await other.locator("main").innerText()).not.toContain(email)
      await other.goto(receipt)
      await other.locator(".receipt").waitFor()
      expect(await receiptNumber(other)).toBe(number)
      expect((await onlyOrder(email)).id).toBe(order.id)
    })

    it("in an app that never comes back: the order is placed, and the window that was left is told", async () => {
      const { page, email } = await readyToPay({ language: "en", width: NARROW })
      await submit(page)
      await page.getByRole("button", { name: "Pay with MobilePay" }).waitFor()
      const url = `${demo.nets_url}/emulator/payments/${paymentIdOn(page)}/pay`
      await fetch(url, { method: "POST", body: JSON.stringify({ method: "mobilepay" }) })
      for (let tries = 0; tries < 100 && (await ordersOf(email)).length === 0; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      await page.goto(`${demo.storefront_url}/checkout`)
      await alerted(page, "already placed and paid")
      await picture(page, "nets-en-narrow-app")
      await page.getByRole("link", { name: "See the receipt" }).click()
      await page.locator(".receipt").waitFor()
      await onlyOrder(email)
    })

    it("in two windows at once: one order, and the other window is told plainly", async () => {
      const { page: one, email } = await readyToPay()
      const [two, three] = [await one.context().newPage(), await one.context().newPage()]
      for (const page of [two, three]) {
        await page.goto(`${demo.storefront_url}/checkout/pay`)
        await page.locator(".notice").waitFor()
      }
      await submit(one)
      await one.getByRole("button", { name: "Betal med kort" }).waitFor()
      await submit(two)
      await two.getByRole("button", { name: "Betal med kort" }).waitFor()
      await press(one, "Betal med kort")
      await one.getByText("Betalingen er afsluttet").waitFor()
      await press(two, "Betal med kort")
      await heading(two, "Tak for din ordre")
      const number = await receiptNumber(two)
      await one.getByRole("link", { name: "Tilbage til butikken" }).click()
      await alerted(one, "allerede bestilt og betalt")
      await picture(one, "nets-da-other-window")
      await one.getByRole("link", { name: "Se kvitteringen" }).click()
      await heading(one, "Tak for din ordre")
      expect(await receiptNumber(one)).toBe(number)
      await submit(three)
      await alerted(three, "allerede bestilt og betalt")
      await picture(three, "nets-da-third-window")
      await onlyOrder(email)
    })
  })
}
