import type {
  AdminHoldResponse,
  AdminLetterPreviewResponse,
  AdminSubjectRequestResponse,
} from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { finishPlanned, sendDueLetters } from "../../../src/workflows/subject-request"
import { tablesHolding } from "../helpers/canary"
import { buyOnce } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { privacyPage } from "../helpers/privacy-requests"
import { captureOrder, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { REQUESTS, requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const GUEST = "zqgudrun@gaest.example"

export default (suite: Suite): void => {
  let headers: Headers
  let mailbox: TestMailbox
  let page: ReturnType<typeof privacyPage>
  const { known, done, fulfil, read } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
    mailbox = await openMailbox(suite)
    page = privacyPage(suite, mailbox)
    await suite.database()("dk_subject_request_limit").delete()
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const act = (id: string, action: string, body: object) =>
    suite.call<AdminSubjectRequestResponse>("POST", `${REQUESTS}/${id}/${action}`, {
      headers,
      body,
    })
  const holdOf = async (customerId: string) => {
    const answer = await suite.call<AdminHoldResponse>("POST", "/admin/privacy/holds", {
      headers,
      body: { customer_id: customerId, kind: "legal_claim", reason: "Krav" },
    })
    return answer.body.hold.id
  }
  /** What the person was told last. */
  const lastLetter = async (): Promise<string> => {
    await sendDueLetters(suite.container())
    return mailbox.mails.at(-1)?.content?.text ?? ""
  }

  describe("the answer to a request of erasure", () => {
    it("says that orders were left which may be somebody else's", async () => {
      const email = "zqdeles@gaest.example"
      const mine = await guestBuys(suite, email, { last_name: "Zqminsen", address_1: "Zqminvej 1" })
      await captureOrder(suite, mine, headers)
      await shipOrder(suite, mine, headers)
      await guestBuys(suite, email, { last_name: "Zqbentsen", address_1: "Zqbentsvej 2" })
      const id = await known("erasure", { email })
      const { request } = await done(id, { confirmed_order_ids: [mine] })
      expect(request.state).toBe("partly_completed")
      const text = await lastLetter()
      expect(text).toContain("Vi har slettet dine oplysninger i butikken")
      expect(text).toContain("Vi har ikke rørt en ordre, som kan være en andens")
    })

    it("says that there was nothing to erase", async () => {
      const id = await known("erasure", { email: "zqukendt@gaest.example" })
      expect((await done(id)).request.state).toBe("completed")
      expect(await lastLetter()).toContain("Vi fandt ikke noget om dig, som kunne slettes")
    })

    it("gives the law's ground for what a claim keeps, and names nobody who has not been told", async () => {
      const account = await register(suite, { email: "zqkrav@kunde.example" })
      const hold = await holdOf(account.customerId)
      const id = await known("erasure", { email: account.email })
      expect((await done(id)).request.state).toBe("planned")
      const text = await lastLetter()
      expect(text).toContain("Vi kan ikke slette dine oplysninger endnu.")
      expect(text).toContain("artikel 17, stk. 3, litra e")
      expect(text).not.toMatch(/Vi gør det meste nu|om at gøre det samme/)
      await suite.call("POST", `/admin/privacy/holds/${hold}/lift`, { headers, body: {} })
      await finishErasures(suite.container())
      await finishPlanned(suite.container())
      expect(await lastLetter()).toMatch(/Vi har slettet dine[^]*om at gøre det samme/)
    })
  })

  it("is refused while it waits for a claim, and its erasure is called off", async () => {
    const account = await register(suite, { email: "zqtvist@kunde.example" })
    const hold = await holdOf(account.customerId)
    const id = await known("erasure", { email: account.email })
    await done(id)
    const refusal = { ground: "legal_claims", reason: "Sagen er i retten" }
    expect((await act(id, "refuse", refusal)).status).toBe(200)
    expect(await lastLetter()).toContain("> Sagen er i retten")
    await suite.call("POST", `/admin/privacy/holds/${hold}/lift`, { headers, body: {} })
    await finishErasures(suite.container())
    expect(await tablesHolding(suite.database(), account.email)).toContain("customer")
  })

  it("of restriction says that orders were left which may be somebody else's", async () => {
    const email = "info@zqkontor.example"
    const mine = await guestBuys(suite, email, { last_name: "Zqminsen", address_1: "Zqminvej 1" })
    await guestBuys(suite, email, { last_name: "Zqbentsen", address_1: "Zqbentsvej 2" })
    const id = await known("restriction", { email })
    const { request } = await done(id, { ground: "objection", confirmed_order_ids: [mine] })
    expect(request.state).toBe("partly_completed")
    expect(await lastLetter()).toContain("Vi har ikke rørt en ordre, som kan være en andens")
  })

  describe("a request that is taken back", () => {
    it("is told to the person, and calls off the erasure that has not begun", async () => {
      const account = await register(suite, { email: "zqfortrudt@kunde.example" })
      const hold = await holdOf(account.customerId)
      const id = await known("erasure", { email: account.email })
      await done(id)
      expect((await act(id, "withdraw", { reason: "Ringede i dag" })).status).toBe(200)
      await suite.call("POST", `/admin/privacy/holds/${hold}/lift`, { headers, body: {} })
      await finishErasures(suite.container())
      expect(await tablesHolding(suite.database(), account.email)).toContain("customer")
      const text = await lastLetter()
      expect(text).toContain("at du har trukket din anmodning om sletning tilbage")
      expect(text).not.toContain("Ringede i dag")
    })

    it("cannot be once its erasure has begun", async () => {
      const { account } = await buyOnce(suite, "zqbegyndt")
      const id = await known("erasure", { customer_id: account.customerId })
      expect((await done(id)).request.state).toBe("planned")
      const { status, error } = await act(id, "withdraw", { reason: "Fortrudt" })
      expect([status, error.code]).toEqual([409, "erasure_begun"])
      expect((await read(id)).state).toBe("planned")
    })
  })

  it("is refused or carried out, never both, when two press at once", async () => {
    for (let nth = 0; nth < 4; nth += 1) {
      const email = `zqbegge${nth.toString()}@kunde.example`
      const account = await register(suite, { email })
      const id = await known("erasure", { customer_id: account.customerId })
      const refusal = { ground: "excessive", reason: "For mange" }
      const presses = [() => fulfil(id), () => act(id, "refuse", refusal)]
      const answers = await Promise.all(
        (nth % 2 === 0 ? presses : [...presses].reverse()).map((press) => press())
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const { state } = await read(id)
      const held = await tablesHolding(suite.database(), email)
      expect(held.includes("customer")).toBe(state === "refused")
    }
  })

  it("is carried out anew when the erasure it planned was called off", async () => {
    const account = await register(suite, { email: "zqigen@kunde.example", last_name: "Zqigensen" })
    const hold = await holdOf(account.customerId)
    const id = await known("erasure", { email: account.email })
    const { outcome } = await done(id)
    const first = outcome.kind === "erasure" ? outcome.erasure_id : null
    const cancel = `/admin/privacy/erasures/${first ?? ""}/cancel`
    expect((await suite.call("POST", cancel, { headers, body: {} })).status).toBe(200)
    await suite.call("POST", `/admin/privacy/holds/${hold}/lift`, { headers, body: {} })
    const { request } = await done(id)
    expect(request.state).toBe("completed")
    expect(request.timeline.map(({ type }) => type)).toEqual([
      ...["received", "identity_confirmed", "planned", "completed"],
    ])
    expect(await tablesHolding(suite.database(), "zqigensen")).toEqual([])
  })

  describe("somebody who asks again", () => {
    it("does not end staff's doubt by being signed in", async () => {
      const account = await register(suite, { email: "zqtvivl@kunde.example" })
      const asked = await page.ask({ kind: "access" }, account.token)
      await act(asked.body.id ?? "", "ask-identity", { reason: "Kontoen kan være stjålet" })
      const again = await page.ask({ kind: "access" }, account.token)
      expect(again.body.id).toBe(asked.body.id)
      expect((await read(again.body.id ?? "")).state).toBe("identity_check")
    })

    it("is not taken for whoever wrote about the same account from another mailbox", async () => {
      const account = await register(suite, { email: "zqkonto@kunde.example" })
      const entered = await suite.call<AdminSubjectRequestResponse>("POST", REQUESTS, {
        headers,
        body: {
          ...{ kind: "access", channel: "mail", email: "zqfremmed@kunde.example" },
          customer_id: account.customerId,
        },
      })
      const asked = await page.ask({ kind: "access" }, account.token)
      expect(asked.body.id).not.toBe(entered.body.request.id)
    })

    it("adds their words to the request that waits", async () => {
      const first = await page.askAndConfirm({
        kind: "rectification",
        email: GUEST,
        message: "Navn",
      })
      await suite.database()("dk_subject_request_limit").delete()
      const second = await page.askAndConfirm(
        { kind: "rectification", email: GUEST, message: "Også adressen" },
        2
      )
      expect(second.link.id).toBe(first.link.id)
      const { message, timeline } = await read(first.link.id)
      expect(message).toMatch(/^Navn\n\n\d{4}-\d\d-\d\d: Også adressen$/)
      expect(timeline.map(({ type }) => type)).toEqual([
        ...["received", "identity_confirmed", "asked_again"],
      ])
    })

    it("has a new request when the one before has been decided", async () => {
      const { account } = await buyOnce(suite, "zqtilbage")
      const asked = await page.ask({ kind: "erasure" }, account.token)
      expect((await done(asked.body.id ?? "")).request.state).toBe("planned")
      const again = await page.ask({ kind: "erasure" }, account.token)
      expect(again.body.id).not.toBe(asked.body.id)
    })

    it("is not taken for the one somebody spoke for them, nor for whom they spoke", async () => {
      const entered = await suite.call<AdminSubjectRequestResponse>("POST", REQUESTS, {
        headers,
        body: {
          ...{ kind: "access", channel: "mail", email: GUEST, name: "Zqmor" },
          ...{ representative_name: "Zqgudrun", authority_seen: "Fuldmagt" },
        },
      })
      const { link } = await page.askAndConfirm({ kind: "access", email: GUEST })
      expect(link.id).not.toBe(entered.body.request.id)
      expect((await read(entered.body.request.id)).state).toBe("received")
    })
  })

  it("about what is held is answered with what is held, or that nothing is", async () => {
    const preview = async (id: string) =>
      (
        await suite.call<AdminLetterPreviewResponse>("POST", `${REQUESTS}/${id}/letters/preview`, {
          headers,
          body: { action: "completed", reason: "Ring gerne" },
        })
      ).body.preview.text
    const { account } = await buyOnce(suite, "zqoplysning")
    const id = await known("information", { customer_id: account.customerId })
    const text = await preview(id)
    expect(text).toMatch(/har vi det her om dig:\n- Konto: 1\n/)
    expect(text).toContain("> Ring gerne")
    const nobody = await known("information", { name: "Zq Brevskriver" })
    const empty = await fulfil(nobody)
    expect([empty.status, empty.error.message.split(":")[0]]).toEqual([400, "reason"])
    const stranger = await known("information", { email: "zqfremmed@kunde.example" })
    expect(await preview(stranger)).toContain("Vi har ingen oplysninger om dig i butikken")
  })
}
