import type {
  AdminRestrictionResponse,
  AdminRestrictionToldResponse,
  AdminTellOfLifting,
} from "../../../src/types/http"
import { openMailbox } from "../helpers/mailbox"
import { register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

const RESTRICTIONS = "/admin/privacy/restrictions"
const EMAIL = "zqophaev@kunde.example"
const WHY = { reason: "Zqnavnet er rettet" } satisfies AdminTellOfLifting

export default (suite: Suite): void => {
  let headers: Headers
  const { known, done } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const tell = (id: string, body: object = WHY) =>
    suite.call<AdminRestrictionToldResponse>("POST", `${RESTRICTIONS}/${id}/tell`, {
      headers,
      body,
    })
  const lift = (id: string, toldAt: string) =>
    suite.call<AdminRestrictionResponse>("POST", `${RESTRICTIONS}/${id}/lift`, {
      headers,
      body: { reason: WHY.reason, told_at: toldAt },
    })
  /** The restriction that a request of an account brought about. */
  const restricted = async (): Promise<string> => {
    const { customerId } = await register(suite, { email: EMAIL })
    const request = await known("restriction", { customer_id: customerId })
    const { outcome } = await done(request, { ground: "accuracy_contested" })
    return outcome.kind === "restriction" ? (outcome.restriction_ids[0] ?? "") : ""
  }

  describe("a restriction that will be lifted", () => {
    it("is told of before, once, and lifted with the moment of the mail", async () => {
      const mailbox = await openMailbox(suite)
      const id = await restricted()
      const answers = await Promise.all([tell(id), tell(id)])
      const [told] = answers.filter(({ status }) => status === 200)
      const again = await tell(id)
      expect([again.status, again.body.told_at]).toEqual([200, told?.body.told_at])
      const mails = mailbox.mails.filter(({ to }) => to === EMAIL)
      expect(mails.map(({ template }) => template)).toEqual(["dk-subject-request-lifting"])
      expect(mails[0]?.content?.text).toContain(`> ${WHY.reason}`)
      expect(mails[0]?.content?.text).toContain("klage til Datatilsynet")
      const lifted = await lift(id, again.body.told_at)
      expect([lifted.status, lifted.body.restriction.told_at]).toEqual([200, again.body.told_at])
      const late = await tell(id)
      expect([late.status, late.error.code]).toEqual([409, "restriction_lifted"])
    })

    it("is left to staff when no mail can go, and says why", async () => {
      const id = await restricted()
      const unsent = await tell(id)
      expect([unsent.status, unsent.error.code]).toEqual([409, "no_mail_provider"])
      const mailbox = await openMailbox(suite)
      mailbox.fail(true)
      const refused = await tell(id)
      expect([refused.status, refused.error.code]).toEqual([409, "mail_refused"])
      mailbox.fail(false)
      expect((await tell(id, { ...WHY, locale: "en" })).status).toBe(200)
      expect(mailbox.mails.map(({ content }) => content?.subject)).toEqual([
        "We are lifting the restriction of your data",
      ])
      const wrong = await tell(id, {})
      expect([wrong.status, wrong.error.message.split(/[.:]/)[0]]).toEqual([400, "reason"])
      expect((await tell("dkprestr_none")).status).toBe(404)
    })
  })
}
