import type { StoreNotice } from "../../../src/types/http"
import { mayMarket } from "../../../src/workflows/consent"
import {
  audienceOf,
  buyBeside,
  localUrl,
  postForm,
  publishText,
  reachedIn,
  SUPPRESSIONS,
} from "../helpers/consents"
import { erasuresOf } from "../helpers/erasures"
import { COMPANY, SCHOOL } from "../helpers/on-account"
import { staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const LENE = "lene@kunde.example"
const GIVEN = [{ state: "given" as const }]
const REFUSED = [{ state: "refused" as const }]
const IMPORT = "/admin/privacy/consents/import"

/** What the steps of a case do; each is one thing that a person, staff or the shop does. */
const stepsOf = (suite: Suite) => {
  const post = async (path: string, body: object) => {
    const answer = await suite.call("POST", path, { headers: await staff(suite), body })
    if (answer.status >= 300) throw new Error(answer.text)
  }
  const text = (more: Parameters<typeof publishText>[1] = {}) => publishText(suite, more)
  const soft = () => publishText(suite, { basis: "soft_opt_in", body: "Nej tak til nyheder." })
  return {
    text,
    soft,
    buys: async (
      notice: StoreNotice,
      choices: typeof GIVEN | typeof REFUSED | [],
      buyer?: object
    ): Promise<void> => {
      await buyBeside(suite, LENE, { notices: [notice], choices, ...(buyer && { buyer }) })
    },
    unsubscribes: async () => {
      const [row] = await audienceOf(suite)
      const url = localUrl(suite, row?.unsubscribe_url ?? "")
      await postForm(url, { "List-Unsubscribe": "One-Click" })
    },
    objects: () => post(SUPPRESSIONS, { email: LENE }),
    isErased: async () => {
      const body = { email: LENE, grace_hours: 0, override_blocks: true }
      await erasuresOf(suite).erase(await staff(suite), body)
    },
    isRestricted: () =>
      post("/admin/privacy/restrictions", { email: LENE, ground: "accuracy_contested" }),
    isImported: () =>
      post(IMPORT, {
        rows: [{ email: LENE, purpose: "newsletter", channel: "email", given_at: "2026-01-05" }],
      }),
  }
}

type Steps = ReturnType<typeof stepsOf>

/** What happens, one after the other, and whether the newsletter may be sent to the person then. */
const CASES: Readonly<
  Record<
    string,
    { happens: (steps: Steps) => Promise<void>; reached: "consent" | "soft_opt_in" | null }
  >
> = {
  "nothing but a purchase": {
    happens: async ({ text, buys }) => buys(await text(), []),
    reached: null,
  },
  "a yes at the checkout": {
    happens: async ({ text, buys }) => buys(await text(), GIVEN),
    reached: "consent",
  },
  "a no at the checkout": {
    happens: async ({ text, buys }) => buys(await text(), REFUSED),
    reached: null,
  },
  "a yes that was withdrawn": {
    happens: async ({ text, buys, unsubscribes }) => {
      await buys(await text(), GIVEN)
      await unsubscribes()
    },
    reached: null,
  },
  "a yes after a withdrawal, with a new order": {
    happens: async ({ text, buys, unsubscribes }) => {
      const notice = await text()
      await buys(notice, GIVEN)
      await unsubscribes()
      await buys(notice, GIVEN)
    },
    reached: "consent",
  },
  "a purchase where the refusal was offered and not made": {
    happens: async ({ soft, buys }) => buys(await soft(), []),
    reached: "soft_opt_in",
  },
  "a purchase where the refusal was made": {
    happens: async ({ soft, buys }) => buys(await soft(), REFUSED),
    reached: null,
  },
  "a refusal that a later purchase does not repeat": {
    happens: async ({ soft, buys }) => {
      const notice = await soft()
      await buys(notice, REFUSED)
      await buys(notice, [])
    },
    reached: null,
  },
  "a soft opt-in that was unsubscribed from, and a new order": {
    happens: async ({ soft, buys, unsubscribes }) => {
      const notice = await soft()
      await buys(notice, [])
      await unsubscribes()
      await buys(notice, [])
    },
    reached: null,
  },
  "a yes and an objection": {
    happens: async ({ text, buys, objects }) => {
      await buys(await text(), GIVEN)
      await objects()
    },
    reached: null,
  },
  "an objection and a yes that somebody typed at the checkout": {
    happens: async ({ text, buys, objects }) => {
      await objects()
      await buys(await text(), GIVEN)
    },
    reached: null,
  },
  "a yes and an erasure": {
    happens: async ({ text, buys, isErased }) => {
      await buys(await text(), GIVEN)
      await isErased()
    },
    reached: null,
  },
  "a return with the same e-mail after an erasure": {
    happens: async ({ soft, buys, isErased }) => {
      const notice = await soft()
      await buys(notice, [])
      await isErased()
      await buys(notice, [])
    },
    reached: "soft_opt_in",
  },
  "a return after an objection and an erasure": {
    happens: async ({ soft, buys, objects, isErased }) => {
      const notice = await soft()
      await buys(notice, [])
      await objects()
      await isErased()
      await buys(notice, [])
    },
    reached: null,
  },
  "a text that was replaced by another": {
    happens: async ({ text, buys }) => {
      await buys(await text(), GIVEN)
      await text({ body: "Ja tak til alt.", material: true })
    },
    reached: null,
  },
  "a text that was only worded better": {
    happens: async ({ text, buys }) => {
      await buys(await text(), GIVEN)
      await text({ body: "Ja tak til nyhedsbreve om bøger." })
    },
    reached: "consent",
  },
  "a yes to the text that replaced another": {
    happens: async ({ text, buys }) => {
      await buys(await text(), GIVEN)
      await buys(await text({ body: "Ja tak til alt.", material: true }), GIVEN)
    },
    reached: "consent",
  },
  "a claim of another system": {
    happens: async ({ text, isImported }) => {
      await text()
      await isImported()
    },
    reached: null,
  },
  "a yes of somebody whose data may only be stored": {
    happens: async ({ text, buys, isRestricted }) => {
      await buys(await text(), GIVEN)
      await isRestricted()
    },
    reached: null,
  },
  "a company that was not asked": {
    happens: async ({ text, buys }) => buys(await text(), [], COMPANY),
    reached: null,
  },
  "a company that said yes": {
    happens: async ({ text, buys }) => buys(await text(), GIVEN, COMPANY),
    reached: "consent",
  },
  "a public body that was not asked": {
    happens: async ({ text, buys }) => buys(await text(), [], SCHOOL),
    reached: null,
  },
  "a public body that said yes": {
    happens: async ({ text, buys }) => buys(await text(), GIVEN, SCHOOL),
    reached: "consent",
  },
}

export default (suite: Suite): void => {
  describe("the gate lets through exactly who may be marketed to:", () => {
    it.each(Object.entries(CASES))("%s", async (_name, { happens, reached }) => {
      const always = await publishText(suite, { purpose: "control" })
      await buyBeside(suite, "kontrol@kunde.example", {
        notices: [always],
        choices: [{ purpose: "control", state: "given" }],
      })
      await happens(stepsOf(suite))
      expect(await reachedIn(suite)).toEqual(reached === null ? [] : [`${LENE} ${reached}`])
      expect(await reachedIn(suite, { purpose: "control" })).toEqual([
        "kontrol@kunde.example consent",
      ])
      const asked = {
        email: "Lene@kunde.example",
        purpose: "newsletter",
        channel: "email",
      } as const
      const gate = await mayMarket(suite.container(), asked)
      expect(gate?.basis ?? null).toBe(reached)
    })
  })
}
