import { Modules } from "@medusajs/framework/utils"
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

type Known = {
  risk?: "unlikely" | "risk" | "high"
  isDrill?: boolean
  facts?: Partial<AdminBreachFacts>
}

/** A case of which the facts are known, and the risk when it is given. Gives its id. */
export const knownCase = async (
  suite: Suite,
  { risk, isDrill = false, facts = {} }: Known = {}
): Promise<string> => {
  const { id } = await openCase(suite.container(), {
    ...{ source: "staff", quick_start: null, is_drill: isDrill, actor: "user_test" },
    facts: breachFactsSchema().parse({ ...BREACH_FACTS, ...facts }),
  })
  if (risk) {
    const event = { type: "assessed", risk, reasoning: "Derfor." } as const
    const none = { exemption: null, exemption_reason: null }
    await changeCase(suite.container(), {
      ...{ id, event: { ...event, ...none }, actor: "user_test" },
    })
  }
  return id
}

/**
 * The event that people are to be told is lost from now on, as that of a server that was killed: the job tells them
 * then, which `send` of `affectedBy` runs. Until `jest.restoreAllMocks`.
 */
export const loseStarts = (suite: Suite): void => {
  const bus = suite.container().resolve(Modules.EVENT_BUS)
  const emit = bus.emit.bind(bus)
  jest.spyOn(bus, "emit").mockImplementation((events, options) => {
    const isStart = JSON.stringify(events).includes("dk_breach.notices_started")
    return isStart ? Promise.resolve() : emit(events, options)
  })
}

/** What staff does about those whom a breach is about; `headers` are of the user. */
export const affectedBy = (suite: Suite, headers: () => Headers) => {
  const call = <Body>(method: string, path: string, body?: object) =>
    suite.call<Body>(method, `${BREACHES}${path}`, {
      ...{ headers: headers() },
      ...(body && { body }),
    })
  const open = (known: Known = {}) => knownCase(suite, known)
  const select = (id: string, query: AdminAffectedQuery) =>
    call<AdminAffectedResponse>("POST", `/${id}/affected`, query)
  const write = (id: string, body: object = NOTICE) =>
    call<AdminBreachResponse>("POST", `/${id}/notice`, body)
  const notify = (id: string) => call<AdminBreachResponse>("POST", `/${id}/notify`, {})
  const callList = (id: string) => call("GET", `/${id}/call-list`)
  return {
    ...{ open, select, write, notify, callList, call },
    /** A case whose people are asked to be told, all the shop knows. */
    started: async (known: Known = {}) => {
      const id = await open({ risk: "high", ...known })
      await select(id, { customers: true, guests: true })
      await write(id)
      const answer = await notify(id)
      if (answer.status !== 200) throw new Error(answer.text)
      return { id, breach: answer.body.breach }
    },
    preview: (id: string, query: AdminAffectedQuery) =>
      call<AdminAffectedPreviewResponse>("POST", `/${id}/affected/preview`, query),
    clear: (id: string) => call<AdminAffectedResponse>("DELETE", `/${id}/affected`),
    list: async (id: string, query = "limit=100") => {
      const answer = await call<AdminAffectedListResponse>("GET", `/${id}/affected?${query}`)
      if (answer.status !== 200) throw new Error(answer.text)
      return answer.body
    },
    told: (id: string, personId: string, body: AdminToldByHand) =>
      call<AdminBreachResponse>("POST", `/${id}/affected/${personId}/told`, body),
    /** The lines of the list of calls below its head. */
    linesOf: async (id: string) => (await callList(id)).text.trim().split("\r\n").slice(1),
    send: () => sendNotices(suite.container()),
    /** Waiting notices are due now, and nobody is at them. */
    due: () =>
      suite
        .database()("dk_breach_notice")
        .where({ done_at: null })
        .update({ next_attempt_at: new Date(0), claimed_until: null }),
  }
}
