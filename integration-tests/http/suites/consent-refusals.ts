import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../../src/modules/consent"
import type { ConsentModuleService } from "../../../src/modules/consent"
import { mayMarket } from "../../../src/workflows/consent"
import {
  audienceOf,
  buyBeside,
  localUrl,
  postForm,
  pressConfirm,
  publishText,
  reachedIn,
  subscribe,
  SUPPRESSIONS,
  tokenIn,
} from "../helpers/consents"
import { erasuresOf } from "../helpers/erasures"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { ADDRESS, eventually, register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const LENE = "lene@kunde.example"
const PHONE = "20123456"
const newsletter = { purpose: "newsletter", channel: "email" } as const

export default (suite: Suite): void => {
  let mailbox: TestMailbox

  beforeEach(async () => {
    mailbox = await openMailbox(suite)
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  const mailTo = (email: string): Promise<ProviderSendNotificationDTO> =>
    eventually(() => Promise.resolve(mailbox.mails.filter(({ to }) => to === email).at(-1)))

  const object = async (body: { email: string } | { phone: string }) =>
    suite.call("POST", SUPPRESSIONS, { headers: await staff(suite), body })

  const signUp = async (notice: Parameters<typeof subscribe>[2]): Promise<string> => {
    await subscribe(suite, LENE, notice)
    return tokenIn((await mailTo(LENE)).content?.text)
  }

  const say = (token: string, ...consents: object[]) =>
    suite.call("POST", "/store/customers/me/consents", {
      headers: shopper(token),
      body: { consents },
    })

  const soft = (channel: "email" | "sms" = "email") =>
    publishText(suite, { channel, basis: "soft_opt_in", body: "Nej tak til nyheder." })

  describe("a no outlasts the key it was said under:", () => {
    it("an objection by e-mail counts for a phone that is first typed afterwards", async () => {
      await object({ email: LENE })
      const notices = [await soft("sms")]
      await buyBeside(suite, LENE, { notices, address: { ...ADDRESS, phone: PHONE } })
      expect(await reachedIn(suite, { channel: "sms" })).toEqual([])
      const asked = { email: LENE, purpose: "newsletter", channel: "sms" } as const
      expect(await mayMarket(suite.container(), asked)).toBeNull()
    })

    it("an objection by phone counts for an e-mail that is first typed afterwards", async () => {
      await object({ phone: PHONE })
      const notices = [await soft()]
      await buyBeside(suite, LENE, { notices, address: { ...ADDRESS, phone: PHONE } })
      expect(await reachedIn(suite)).toEqual([])
    })

    it("a link that is pressed after the erasure stops what begins at the address again", async () => {
      const notices = [await soft()]
      await buyBeside(suite, LENE, { notices })
      const [row] = await audienceOf(suite)
      await erasuresOf(suite).erase(await staff(suite), {
        email: LENE,
        grace_hours: 0,
        override_blocks: true,
      })
      await buyBeside(suite, LENE, { notices })
      expect(await reachedIn(suite)).toEqual([`${LENE} soft_opt_in`])
      const url = localUrl(suite, row?.unsubscribe_url ?? "")
      await postForm(url, { "List-Unsubscribe": "One-Click" })
      expect(await reachedIn(suite)).toEqual([])
    })

    it("an account's withdrawal ends what the mailbox said, also when the account is gone", async () => {
      const notice = await publishText(suite)
      await pressConfirm(suite, await signUp(notice))
      const { token, customerId } = await register(suite, { email: LENE })
      await say(token, { ...newsletter, state: "withdrawn" })
      expect(await reachedIn(suite)).toEqual([])
      const path = `/admin/customers/${customerId}`
      await suite.call("DELETE", path, { headers: await staff(suite) })
      expect(await reachedIn(suite)).toEqual([])
    })

    it("and a yes said again after it counts, although the same key had said it before", async () => {
      const notice = await publishText(suite)
      const { token } = await register(suite, { email: LENE })
      const given = { ...newsletter, state: "given", notice_id: notice.id }
      await say(token, given)
      await buyBeside(suite, LENE, { notices: [notice], choices: [{ state: "refused" }] })
      expect(await reachedIn(suite)).toEqual([])
      await say(token, given)
      expect(await reachedIn(suite)).toEqual([`${LENE} consent`])
    })
  })

  describe("an objection", () => {
    it("ends only for what the mailbox has confirmed, also after an erasure", async () => {
      const notice = await publishText(suite)
      const offers = await publishText(suite, { purpose: "offers" })
      await object({ email: LENE })
      await pressConfirm(suite, await signUp(notice))
      expect(await reachedIn(suite)).toEqual([`${LENE} consent`])
      const choices = [{ purpose: "offers", state: "given" as const }]
      await buyBeside(suite, LENE, { notices: [offers], choices })
      expect(await reachedIn(suite, { purpose: "offers" })).toEqual([])
      await erasuresOf(suite).erase(await staff(suite), {
        email: LENE,
        grace_hours: 0,
        override_blocks: true,
      })
      await buyBeside(suite, LENE, { notices: [offers], choices })
      expect(await reachedIn(suite, { purpose: "offers" })).toEqual([])
    })

    it("that comes after a sign-up makes its link say nothing", async () => {
      const token = await signUp(await publishText(suite))
      await object({ email: LENE })
      expect((await pressConfirm(suite, token)).text).not.toContain("Tak, du er tilmeldt")
      expect(await reachedIn(suite)).toEqual([])
    })

    it("made with a secret that is gone stops all marketing until it is back", async () => {
      const notice = await publishText(suite)
      await buyBeside(suite, "anden@kunde.example", {
        notices: [notice],
        choices: [{ state: "given" }],
      })
      await object({ email: LENE })
      const { settings } = suite.container().resolve<ConsentModuleService>(CONSENT_MODULE)
      const { current, previous } = settings.secrets
      const next = { id: "next", key: "n".repeat(32) }
      const asked = { email: "anden@kunde.example", ...newsletter }
      try {
        Object.assign(settings.secrets, { current: next, previous: [] })
        await expect(mayMarket(suite.container(), asked)).rejects.toThrow("secrets.previous")
        Object.assign(settings.secrets, { current: next, previous: [current] })
        expect(await mayMarket(suite.container(), asked)).toMatchObject({ basis: "consent" })
      } finally {
        Object.assign(settings.secrets, { current, previous })
      }
    })
  })

  describe("a text that offers a refusal", () => {
    it("is nothing an account can agree to", async () => {
      const notice = await soft()
      const { token } = await register(suite, { email: LENE })
      const given = await say(token, { ...newsletter, state: "given", notice_id: notice.id })
      expect(given).toMatchObject({ status: 400, error: { code: "nothing_to_give" } })
      expect(given.error.message).toMatch(/^consents\.0\.notice_id: /)
    })

    it("is no permission to write to the receiver of a gift", async () => {
      const notices = [await publishText(suite, { channel: "sms" })]
      const choices = [{ channel: "sms" as const, state: "given" as const }]
      const buyer = { ...ADDRESS, phone: "20111111" }
      await buyBeside(suite, LENE, { notices, choices, address: buyer })
      expect(await reachedIn(suite, { channel: "sms" })).toEqual(["4520111111 consent"])
      const receiver = { ...ADDRESS, last_name: "Modtager", phone: "20222222" }
      await buyBeside(suite, LENE, {
        notices: [],
        address: receiver,
        billing: { ...ADDRESS, phone: "20111111" },
      })
      expect(await reachedIn(suite, { channel: "sms" })).toEqual(["4520111111 consent"])
    })
  })
}
