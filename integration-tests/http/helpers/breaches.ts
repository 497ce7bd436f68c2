import type {
  AdminAffectedListResponse,
  AdminAffectedPreviewResponse,
  AdminAffectedQuery,
  AdminAffectedResponse,
  AdminBreachFacts,
  AdminBreachResponse,
  AdminToldByHand,
} from "../../../src/types/http"
import { breachFactsSchema } from "../../../src/modules/breach/domain/facts"
import { changeCase, openCase } from "../../../src/workflows/breach/cases"
import { sendNotices } from "../../../src/workflows/breach"
import { BREACHES } from "./breach-cases"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

/** Facts that a report and a notice lack nothing of. */
export const BREACH_FACTS: Partial<AdminBreachFacts> = {
  title: "Zqsag",
  kinds: ["confidentiality"],
  occurred_from: "2026-06-05T10:00:00+02:00",
  detected_at: "2026-06-05T15:00:00+02:00",
  aware_at: "2026-06-05T16:45:00+02:00",
  nature: "En liste blev sendt til en forkert modtager.",
  people_categories: ["customers"],
  people_count: 12,
  data_categories: ["name", "email"],
  records_count: 12,
  consequences: "Uønskede mails.",
  measures_taken: "Modtageren har slettet listen.",
}

export const NOTICE = {
  da: { subject: "Vigtigt om dine oplysninger", text: "Der er sket et brud.\n\nSkift din kode." },
  en: { subject: "Important: about your data", text: "There was a breach.\n\nChange your code." },
}

/** What staff does with a breach; `headers` are of the user. */
export const breachesOf = (suite: Suite, headers: () => Headers) => {
  const call = <Body>(method: string, path: string, body?: object) =>
    suite.call<Body>(method, `${BREACHES}${path}`, {
      ...{ headers: headers() },
      ...(body && { body }),
    })
  return {
    /** A case of which the facts are known, and the risk when it is given. */
    open: async ({
      risk,
      isDrill = false,
      facts = {},
    }: {
      risk?: "unlikely" | "risk" | "high"
      isDrill?: boolean
      facts?: Partial<AdminBreachFacts>
    } = {}): Promise<string> => {
      const { id } = await openCase(suite.container(), {
        ...{ source: "staff", quick_start: null, is_drill: isDrill, actor: "user_test" },
        facts: breachFactsSchema.parse({ ...BREACH_FACTS, ...facts }),
      })
      if (risk) {
        const event = { type: "assessed", risk, reasoning: "Derfor." } as const
        const none = { exemption: null, exemption_reason: null }
        await changeCase(suite.container(), {
          ...{ id, event: { ...event, ...none }, actor: "user_test" },
        })
      }
      return id
    },
    preview: (id: string, query: AdminAffectedQuery) =>
      call<AdminAffectedPreviewResponse>("POST", `/${id}/affected/preview`, query),
    select: (id: string, query: AdminAffectedQuery) =>
      call<AdminAffectedResponse>("POST", `/${id}/affected`, query),
    clear: (id: string) => call<AdminAffectedResponse>("DELETE", `/${id}/affected`),
    list: async (id: string, query = "limit=100") => {
      const answer = await call<AdminAffectedListResponse>("GET", `/${id}/affected?${query}`)
      if (answer.status !== 200) throw new Error(answer.text)
      return answer.body
    },
    told: (id: string, personId: string, body: AdminToldByHand) =>
      call<AdminBreachResponse>("POST", `/${id}/affected/${personId}/told`, body),
    callList: (id: string) => call("GET", `/${id}/call-list`),
    write: (id: string, body: object = NOTICE) =>
      call<AdminBreachResponse>("POST", `/${id}/notice`, body),
    notify: (id: string) => call<AdminBreachResponse>("POST", `/${id}/notify`, {}),
    call,
    send: () => sendNotices(suite.container()),
    /** Waiting notices are due now, and nobody is at them. */
    due: () =>
      suite
        .database()("dk_breach_notice")
        .where({ done_at: null })
        .update({ next_attempt_at: new Date(0), claimed_until: null }),
  }
}
