import type { Browser, Page } from "playwright-core"
import { adminToken, inviteStaff, openAdmin, picture } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import { captureAndInvoice } from "../helpers/after-sale"
import type { RunningDemo, Stage } from "../helpers/demo"
import { choose, isZip, openPrivacy, orderNumber, sql, typeConfirmation } from "../helpers/privacy"
import { giveRole, knownRequest, lookAtPage, OTHER } from "../helpers/requests"
import { REQUEST_TEXTS } from "../helpers/request-texts"
import { call, placeOrder, registerCustomer } from "../helpers/sale"

const REQUESTS = { path: "/requests", testId: "dk-request-create" }

/** Places in the lists of the drawer. */
const KIND = { erasure: 1 }
const CHANNEL = { letter: 2 }
const PROOF = { code: 0 }

let demo: RunningDemo
let browser: Browser

const journeys = (language: Language): void => {
  const texts = REQUEST_TEXTS[language]
  const stamp = `${language}.${Date.now().toString()}`
  const emailOf = (name: string) => `${name}.${stamp}@kunde.example`
  let page: Page

  beforeAll(async () => {
    page = await openAdmin(browser, demo, language)
  }, 120_000)

  const confirmIdentity = async () => {
    await page.getByTestId("dk-request-identity_confirmed").click()
    await page.getByTestId("dk-decision-drawer-submit").click()
    await page.getByTestId("dk-fulfil-open").waitFor()
  }
  const confirmIdentityOfUnnamed = async () => {
    await page.getByTestId("dk-request-identity_confirmed").click()
    await page.getByTestId("dk-decision-drawer-submit").click()
    await page.getByTestId("dk-fulfil-hint").getByText(texts.nameFirst).waitFor()
  }
  const lookAt = (name: string) => lookAtPage(page, language, name)
  const known = (kind: string, customerId: string) => knownRequest(demo, kind, customerId)
  const open = (id: string) =>
    openPrivacy(page, demo, { path: `/requests/${id}`, testId: "dk-request-timeline" })
  const submit = async () => {
    await page.getByTestId("dk-fulfil-submit").click()
    await page.getByText(texts.done).first().waitFor()
    await page.getByTestId("dk-request-outcome").waitFor()
    await page.getByTestId("dk-fulfil-dialog").waitFor({ state: "detached" })
  }

  it("paste a mail, see its receipt, review a doubtful order, erase, and see what came of it", async () => {
    const { email, token } = await registerCustomer(demo, emailOf("slet"))
    const own = await placeOrder(demo, { email, token })
    await captureAndInvoice(demo, own)
    const doubted = await placeOrder(demo, { email, address: OTHER })
    await openPrivacy(page, demo, REQUESTS)
    await page.getByTestId("dk-request-create").click()
    await choose(page, "dk-request-kind", KIND.erasure)
    await page.fill("#dk-request-sender", "Karen Prøve")
    await page.getByTestId("dk-request-propose").click()
    await page.getByText(texts.sender).waitFor()
    await page.fill("#dk-request-sender", `Karen Prøve <${email}>`)
    await page.fill("#dk-request-message", "Slet alt om mig.")
    expect(await page.getByTestId("dk-request-drawer-submit").isDisabled()).toBe(true)
    await page.getByTestId("dk-request-propose").click()
    const proposal = page.getByTestId("dk-proposal")
    await proposal.getByText(texts.doubt).first().waitFor()
    await proposal
      .getByText(await orderNumber(demo, own))
      .first()
      .waitFor()
    const receipt = (await page.getByTestId("dk-letter-preview").textContent()) ?? ""
    expect(receipt).toContain("Karen Prøve")
    expect(receipt.toLowerCase()).toContain(texts.receipt.toLowerCase())
    await page.getByTestId("dk-letter-preview").scrollIntoViewIfNeeded()
    await lookAt("intake-mail")
    await page.getByTestId("dk-request-drawer-submit").click()
    await page.getByTestId("dk-fulfil-hint").getByText(texts.identityFirst).waitFor()
    await confirmIdentity()
    await lookAt("fulfil-open")

    await page.getByTestId("dk-fulfil-open").click()
    await page.getByTestId("dk-erase-kept").getByText(texts.kept).waitFor()
    await page.getByTestId("dk-erase-uncertain").getByText(texts.doubt).first().waitFor()
    await lookAt("fulfil-erasure")
    await page.locator(`#dk-confirm-${doubted}`).click()
    await page.fill("#dk-fulfil-finish-by", "2099-12-20")
    await page
      .getByTestId("dk-erase-waiting")
      .getByText(await orderNumber(demo, doubted))
      .waitFor()
    expect(await page.getByTestId("dk-fulfil-submit").isDisabled()).toBe(true)
    await typeConfirmation(page)
    await page.locator("#dk-typed-email").scrollIntoViewIfNeeded()
    await picture(page, `${language}-fulfil-erasure-ready`)
    await submit()
    await page.getByTestId("dk-request").getByText(texts.planned, { exact: true }).waitFor()
    const outcome = page.getByTestId("dk-request-outcome")
    await outcome.getByText(texts.kept).waitFor()
    expect(await outcome.getByTestId("dk-erase-waiting").count()).toBe(1)
    await page.reload({ waitUntil: "domcontentloaded" })
    await page.getByTestId("dk-letter").nth(1).waitFor()
    await lookAt("outcome-erasure")
    const { erasures } = await call<{ erasures: { customer_ids?: string[]; status: string }[] }>(
      demo,
      "/admin/privacy/erasures?limit=1",
      { token: await adminToken(demo) }
    )
    expect(erasures[0]?.status).toMatch(/planned|waiting|running/)
  })

  it("find who else waits behind a mail, and go to the request that is open", async () => {
    const email = emailOf("dobbelt")
    const { id } = await registerCustomer(demo, email)
    const request = await known("erasure", id)
    await openPrivacy(page, demo, REQUESTS)
    await page.getByTestId("dk-request-create").click()
    await page.fill("#dk-request-sender", `info@ingen.${stamp}.example`)
    await page.getByTestId("dk-request-propose").click()
    await page.getByText(texts.role).waitFor()
    await page.getByText(texts.nobody).waitFor()
    await picture(page, `${language}-intake-nobody`)
    await page.fill("#dk-request-sender", email)
    await page.getByTestId("dk-request-propose").click()
    const double = page.getByTestId("dk-proposal-open")
    await double.waitFor()
    await picture(page, `${language}-intake-open`)
    await page.locator("#dk-request-for-other").click()
    expect(await page.getByTestId("dk-proposal").count()).toBe(0)
    await page.fill("#dk-request-representative", "Rita Repræsentant")
    await page.fill("#dk-request-authority", "Fuldmagt af 1. november")
    await page.fill("#dk-request-name", "Karen Prøve")
    await page.getByTestId("dk-request-propose").click()
    await double.waitFor()
    await picture(page, `${language}-intake-representative`)
    await double.getByRole("link").click()
    await page.waitForURL(new RegExp(request))
  })

  it("answer a letter: say who it is, by a code, and hand out the copy", async () => {
    const { email, token } = await registerCustomer(demo, emailOf("brev"))
    await placeOrder(demo, { email, token })
    await openPrivacy(page, demo, REQUESTS)
    await page.getByTestId("dk-request-create").click()
    await choose(page, "dk-request-channel", CHANNEL.letter)
    await page.fill("#dk-request-name", "Karen Prøve")
    await page.getByTestId("dk-request-drawer-submit").click()
    await page.getByTestId("dk-request-identity_confirmed").click()
    await choose(page, "dk-decision-proof", PROOF.code)
    await page.getByTestId("dk-code-make").click()
    const code = /\d{4} \d{4}/.exec((await page.getByTestId("dk-code").textContent()) ?? "")?.[0]
    if (code === undefined) throw new Error("no code is shown")
    const other = code.replace(/.$/, code.endsWith("1") ? "2" : "1")
    await page.fill("#dk-code-said", other)
    await page.getByTestId("dk-decision-drawer-submit").click()
    await page.getByText(texts.wrongCode).waitFor()
    await lookAt("code")
    await page.fill("#dk-code-said", code)
    await page.getByTestId("dk-decision-drawer-submit").click()
    await page.getByTestId("dk-fulfil-hint").getByText(texts.nameFirst).waitFor()

    await page.getByTestId("dk-subject-change").click()
    await page.fill("#dk-subject-email", "ingen@kunde.example")
    await page.getByTestId("dk-subject-drawer-submit").click()
    await page.getByText(texts.unknown).waitFor()
    await picture(page, `${language}-subject`)
    await page.fill("#dk-subject-email", email)
    await page.getByTestId("dk-subject-drawer-submit").click()
    await page.getByTestId("dk-fulfil-open").click()
    await page.getByTestId("dk-fulfil-preview").waitFor()
    await lookAt("fulfil-access")
    const [download] = await Promise.all([page.waitForEvent("download"), submit()])
    expect(await isZip(download)).toBe(true)
    await page.getByTestId("dk-request").getByText(texts.completed, { exact: true }).waitFor()
    await lookAt("outcome-access")
  })

  it("say whom a letter is about by what it names", async () => {
    const order = await placeOrder(demo, { email: emailOf("gaest") })
    const token = await adminToken(demo)
    const { request } = await call<{ request: { id: string } }>(demo, "/admin/privacy/requests", {
      token,
      body: { kind: "restriction", channel: "letter", name: "Karen Prøve" },
    })
    await open(request.id)
    await confirmIdentityOfUnnamed()
    await page.getByTestId("dk-subject-change").click()
    await choose(page, "dk-subject-way", 2)
    await page.getByTestId("dk-subject-find").click()
    await page.fill("#dk-find-order_number", await orderNumber(demo, order))
    await page.getByTestId("dk-find-submit").click()
    await page.getByTestId("dk-selection").getByRole("checkbox").first().click()
    await page.getByTestId("dk-selection-confirm").click()
    await page.getByTestId("dk-use-for-request").waitFor()
    await picture(page, `${language}-find-for-request`)
    await page.getByTestId("dk-use-for-request").click()
    await page.getByTestId("dk-fulfil-open").click()
    await page.getByTestId("dk-fulfil-preview").waitFor()
    await lookAt("fulfil-restriction")
    await submit()
    await page.getByTestId("dk-request-outcome").getByText(texts.restricted).waitFor()
    await lookAt("outcome-restriction")

    const lift = page.getByTestId("dk-request-outcome").getByTestId("dk-restriction-lift")
    await lift.click()
    const liftNow = page.getByTestId("dk-restriction-lift-drawer-submit")
    await page.fill("#dk-restriction-reason", "Sag 8 er afgjort")
    expect(await liftNow.isDisabled()).toBe(true)
    await page.fill("#dk-restriction-words", "Vi har rettet navnet.")
    await page.getByTestId("dk-restriction-tell").click()
    await page.getByTestId("dk-restriction-mailed").waitFor()
    await lookAt("lift-restriction")
    await liftNow.click()
    await lift.waitFor({ state: "detached" })
  })

  it("correct what is wrong where it stands", async () => {
    const { id, email, token } = await registerCustomer(demo, emailOf("ret"))
    await placeOrder(demo, { email, token })
    await open(await known("rectification", id))
    await page.getByTestId("dk-fulfil-open").click()
    const submitButton = page.getByTestId("dk-fulfil-submit")
    await page.locator("[id='dk-correct-customer.phone']").waitFor()
    expect(await submitButton.isDisabled()).toBe(true)
    await page.fill("[id='dk-correct-customer.email']", "ingen mail")
    await page.getByText(texts.noMail).waitFor()
    await picture(page, `${language}-fulfil-rectification-wrong`)
    await page.fill("[id='dk-correct-customer.email']", email)
    await page.fill("[id='dk-correct-customer.phone']", "+4520112233")
    const place = page.getByTestId("dk-correct-place").first()
    await place.getByRole("button").click()
    await place.locator("input").nth(6).fill("Odense")
    await page.getByTestId("dk-erase-effect").getByText(texts.corrected).waitFor()
    await lookAt("fulfil-rectification")
    await submit()
    await page.getByTestId("dk-request-outcome").getByText(texts.corrected).waitFor()
    await lookAt("outcome-rectification")
    const { customer } = await call<{ customer: { phone: string } }>(
      demo,
      `/admin/customers/${id}`,
      { token: await adminToken(demo) }
    )
    expect(customer.phone).toBe("+4520112233")
  })

  it("carry out the kinds that need a word or a decision", async () => {
    const { id } = await registerCustomer(demo, emailOf("andre"))
    for (const kind of ["information", "objection_marketing", "consent_withdrawal"] as const) {
      await open(await known(kind, id))
      await page.getByTestId("dk-fulfil-open").click()
      await page.getByTestId("dk-fulfil-preview").waitFor()
      await picture(page, `${language}-fulfil-${kind}`)
      await submit()
      await picture(page, `${language}-outcome-${kind}`)
    }
    await open(await known("objection_automated", id))
    await page.getByTestId("dk-fulfil-open").click()
    await page.getByTestId("dk-fulfil-preview").getByText(texts.rules).first().waitFor()
    expect(await page.getByTestId("dk-fulfil-submit").isDisabled()).toBe(true)
    await page.getByTestId("dk-fulfil-changed").click()
    await lookAt("fulfil-objection_automated")
    await submit()
    await lookAt("outcome-objection_automated")
  })

  it("give no button to whom the effect is not allowed", async () => {
    const admin = await inviteStaff(demo, `service.${stamp}@butik.example`)
    await giveRole(demo, admin.email, "customer_service")
    const { id } = await registerCustomer(demo, emailOf("rolle"))
    const request = await known("erasure", id)
    const theirs = await openAdmin(browser, { url: demo.url, admin }, language)
    await openPrivacy(theirs, demo, { path: `/requests/${request}`, testId: "dk-fulfil-hint" })
    await theirs.getByTestId("dk-fulfil-hint").getByText(texts.forbidden).waitFor()
    expect(await theirs.getByTestId("dk-fulfil-open").count()).toBe(0)
    await picture(theirs, `${language}-fulfil-forbidden`)
    await theirs.context().close()
    await giveRole(demo, admin.email, null)
  })
}

export default (stage: Stage): void => {
  describe("carrying people's requests out in Medusa Admin", () => {
    beforeAll(() => {
      ;({ demo, browser } = stage())
    })

    afterAll(async () => {
      await sql(demo, "UPDATE dk_subject_request SET deleted_at = now()")
    })

    describe.each<Language>(["da", "en"])("(%s)", journeys)
  })
}
