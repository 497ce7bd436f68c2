import type { Browser, Page } from "playwright-core"
import { inviteStaff, journeyIn, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { phoneOrder } from "../helpers/after-sale"
import type { RunningDemo, Stage } from "../helpers/demo"
import { callEmulator, forgetFaults, moveMoney, payByNets } from "../helpers/nets"
import type { NetsSale } from "../helpers/nets"
import { NETS_TEXTS } from "../helpers/nets-texts"
import { choose, overflow } from "../helpers/privacy"
import { placeOrder } from "../helpers/sale"

let demo: RunningDemo
let browser: Browser

const openOrder = async (page: Page, orderId: string, testId = "dk-nets-payment") => {
  await page.goto(`${demo.url}/app/orders/${orderId}`, { waitUntil: "domcontentloaded" })
  const section = page.getByTestId(testId).first()
  await section.waitFor()
  await section.scrollIntoViewIfNeeded()
}

const openNets = async (page: Page, testId: string) => {
  await page.goto(`${demo.url}/app/nets`, { waitUntil: "domcontentloaded" })
  await page.getByTestId(testId).first().waitFor()
}

/** Shows the messages of one state. The list opens where there is room for it. */
const showMessages = async (page: Page, position: number) => {
  const filter = page.getByTestId("dk-nets-inbox-state")
  await filter.evaluate((element) => {
    element.scrollIntoView({ block: "center" })
  })
  await choose(page, "dk-nets-inbox-state", position)
}

const textOf = async (page: Page, testId: string): Promise<string> =>
  (await page.getByTestId(testId).first().textContent()) ?? ""

/** Nets answers no question about this payment until the faults are forgotten. */
const silence = ({ paymentId }: NetsSale) =>
  callEmulator(demo, "/fault-rates", {
    path: `/payments/${paymentId}`,
    method: "GET",
    kind: "unavailable",
    rate: 1,
  })

const chargeInPortal = ({ paymentId }: NetsSale, amount: number) =>
  callEmulator(demo, `/payments/${paymentId}/portal`, { action: "charge", amount })

const screens = (language: Language): void => {
  const test = journeyIn(language)
  const texts = NETS_TEXTS[language]
  const stamp = Date.now().toString()
  const emailOf = (name: string) => `${name}.${language}.${stamp}@kunde.example`
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  afterEach(async () => {
    await forgetFaults(demo)
    await callEmulator(demo, "/switches", { refund_state: "Completed" })
  })

  test("draw nothing on an order that was not paid at Nets", async () => {
    await openOrder(page, await placeOrder(demo, { email: emailOf("other") }), "dk-invoices")
    await page.waitForTimeout(1_500)
    expect(await page.getByTestId("dk-nets").count()).toBe(0)
  })

  test("give a link for what is owed on a phone order, until it is paid", async () => {
    const orderId = await phoneOrder(demo, emailOf("phone"))
    await openOrder(page, orderId, "dk-nets-link")
    await picture(page, `${language}-nets-owed`)
    await page.getByTestId("dk-nets-link-make").click()
    await page.getByTestId("dk-nets-link-terms").getByText(texts.owed).waitFor()
    await page.getByTestId("dk-nets-state").getByText(texts.unpaid).waitFor()
    await picture(page, `${language}-nets-link`)
    const url = await textOf(page, "dk-nets-link-url")
    const paymentId = new URL(url).pathname.split("/").at(-1) ?? ""
    await callEmulator(demo, `/payments/${paymentId}/pay`, { method: "card" })
    await page.getByTestId("dk-nets-check").click()
    await page.getByTestId("dk-nets-state").getByText(texts.reservedState).waitFor()
    await page.getByTestId("dk-nets-link").waitFor({ state: "detached" })
  })

  it("show an order's payment at Nets, and what happened outside the shop once staff checks", async () => {
    const sale = await payByNets(demo, emailOf("checks"))
    await openOrder(page, sale.orderId)
    const shown = await textOf(page, "dk-nets")
    for (const text of [texts.title, sale.paymentId, ...texts.reserved]) {
      expect(shown).toContain(text)
    }
    expect(await page.getByTestId("dk-nets-problem").count()).toBe(0)
    const portal = (await page.getByTestId("dk-nets-portal").getAttribute("href")) ?? ""
    expect((await fetch(portal)).status).toBe(200)
    await picture(page, `${language}-nets-order`)

    await chargeInPortal(sale, 10_000)
    await page.getByTestId("dk-nets-check").click()
    await page.getByTestId("dk-nets-state").getByText(texts.partly).waitFor()
    await page.getByTestId("dk-nets-problem").getByText(texts.elsewhere).waitFor()
    await picture(page, `${language}-nets-elsewhere`)
    await page.getByTestId("dk-nets-seen").click()
    await page.getByTestId("dk-nets-problem").waitFor({ state: "detached" })
  })

  test("follow a refund to its end, and let staff register what had to be paid another way", async () => {
    const sale = await payByNets(demo, emailOf("refund"))
    await moveMoney(demo, sale.orderId, { kind: "capture" })
    await callEmulator(demo, "/switches", { refund_state: "Pending" })
    await moveMoney(demo, sale.orderId, { kind: "refund", amount: 50 })
    await openOrder(page, sale.orderId)
    await page.getByTestId("dk-nets-refund").getByText(texts.pending).waitFor()
    await picture(page, `${language}-nets-refund-pending`)

    type Read = { payment: { refunds: { refund_id: string }[] } }
    const { payment } = await callEmulator<Read>(demo, `/payments/${sale.paymentId}`)
    const refund = payment.refunds[0]?.refund_id ?? ""
    await callEmulator(demo, `/refunds/${refund}`, { state: "Failed" })
    await page.getByTestId("dk-nets-check").click()
    await page.getByTestId("dk-nets-problem").getByText(texts.failed).waitFor()
    await page.getByTestId("dk-nets-refund").getByText(texts.failedState).waitFor()
    await picture(page, `${language}-nets-refund-failed`)

    await page.getByTestId("dk-nets-manual-open").click()
    await page.fill("#dk-nets-manual-amount", "227,01")
    await page.getByText(texts.tooMuch).waitFor()
    await page.fill("#dk-nets-manual-amount", "50,00")
    expect(await page.getByTestId("dk-nets-manual-submit").isDisabled()).toBe(true)
    await page.fill("#dk-nets-manual-reason", "Overført til kundens konto")
    await picture(page, `${language}-nets-manual`)
    await page.getByTestId("dk-nets-manual-submit").click()
    await page.getByTestId("dk-nets-manual").waitFor({ state: "detached" })
    await page.getByTestId("dk-nets-problem").waitFor({ state: "detached" })
    await page
      .getByTestId("dk-nets-by-hand")
      .getByText(/50[,.]00/)
      .waitFor()
    await page.waitForTimeout(1_000)
    await picture(page, `${language}-nets-registered`)
  })

  test("list a message that failed with its reason, and handle it again", async () => {
    const sale = await payByNets(demo, emailOf("inbox"))
    await openNets(page, "dk-nets-receipt")
    await silence(sale)
    await chargeInPortal(sale, 4_000)
    await showMessages(page, 2)
    const row = page.getByTestId("dk-nets-receipt").filter({ hasText: texts.charged }).first()
    for (let attempt = 0; attempt < 20 && (await row.count()) === 0; attempt += 1) {
      await page.waitForTimeout(1_000)
      await openNets(page, "dk-nets-inbox-state")
      await showMessages(page, 2)
      await page.waitForTimeout(500)
    }
    await row.getByText(texts.netsHasError).waitFor()
    expect(await page.getByTestId("dk-nets-figure").count()).toBe(5)
    await picture(page, `${language}-nets-page`)

    await forgetFaults(demo)
    await row.getByTestId("dk-nets-process").click()
    await row.waitFor({ state: "detached" })
    await showMessages(page, 4)
    await row.getByText(texts.handled).first().waitFor()

    const problem = page.getByTestId("dk-nets-problem-row").first()
    await problem.getByText(texts.elsewhere).waitFor()
    await problem.getByTestId("dk-nets-problem-order").click()
    await page.waitForURL(new RegExp(`/orders/${sale.orderId}`))
    const section = page.getByTestId("dk-nets")
    await section.getByTestId("dk-nets-seen").click()
    await section.getByTestId("dk-nets-problem").waitFor({ state: "detached" })
  })

  it("ask Nets whether a key works, and tell the answer", async () => {
    await openNets(page, "dk-nets-account")
    await page.getByTestId("dk-nets-account-check").click()
    await page.getByTestId("dk-nets-account-state").getByText(texts.keyWorks).waitFor()
    const body = { path: "/payments/0", method: "GET", kind: "unavailable", rate: 1 }
    await callEmulator(demo, "/fault-rates", body)
    await page.getByTestId("dk-nets-account-check").click()
    await page.getByTestId("dk-nets-account-state").getByText(texts.keyUnreachable).waitFor()
    await page.getByTestId("dk-nets-account").scrollIntoViewIfNeeded()
    await picture(page, `${language}-nets-key`)
    await showMessages(page, 3)
    await page.getByTestId("dk-nets-inbox").getByTestId("dk-empty").waitFor()
  })

  test("say whom to ask to staff without the right", async () => {
    const sale = await payByNets(demo, emailOf("closed"))
    const admin = await inviteStaff(demo, `nets.${language}.${stamp}@butik.example`)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    await theirs.goto(`${demo.url}/app/nets`, { waitUntil: "domcontentloaded" })
    await theirs.getByTestId("dk-forbidden").waitFor()
    expect(await textOf(theirs, "dk-forbidden")).toContain(texts.forbidden)
    expect(await theirs.getByTestId("dk-nets-inbox").count()).toBe(0)
    await picture(theirs, `${language}-nets-forbidden`)
    await openOrder(theirs, sale.orderId, "dk-nets")
    await theirs.getByTestId("dk-nets").getByTestId("dk-forbidden").waitFor()
    expect(await theirs.getByTestId("dk-nets-check").count()).toBe(0)
    await theirs.context().close()
  })

  test("fit a telephone", async () => {
    const sale = await payByNets(demo, emailOf("narrow"))
    await chargeInPortal(sale, 3_000)
    await page.setViewportSize({ width: 390, height: 844 })
    await openOrder(page, sale.orderId)
    await page.getByTestId("dk-nets-check").click()
    await page.getByTestId("dk-nets-problem").waitFor()
    await picture(page, `${language}-narrow-nets-order`)
    expect(await overflow(page)).toBe(0)
    await openNets(page, "dk-nets-problem-row")
    await picture(page, `${language}-narrow-nets`)
    await page.getByTestId("dk-nets-receipt").first().scrollIntoViewIfNeeded()
    await picture(page, `${language}-narrow-nets-inbox`)
    expect(await overflow(page)).toBe(0)
  })
}

export default (stage: Stage): void => {
  describe("the screens about payments at Nets in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    describe.each<Language>(["da", "en"])("(%s)", screens)
  })
}
