import type {
  AdminAssessBreach,
  AdminBreachDetail,
  AdminBreachFacts,
  AdminBreachResponse,
  AdminCloseBreach,
  AdminDescribeBreach,
  AdminNoteOnBreach,
  AdminOpenBreach,
  AdminPublicBreachNotice,
  AdminReasonOfBreach,
  AdminReportPhase,
} from "../../../src/types/http"
import type { Headers } from "./shop"
import { unguarded } from "./subject-requests"
import type { Suite } from "./suite"

export const BREACHES = "/admin/privacy/breaches"

const HOUR_MS = 3600 * 1000

/** So many hours ago, as routes take a moment. */
export const hoursAgo = (hours: number): string =>
  new Date(Date.now() - hours * HOUR_MS).toISOString()

/** Little is known when a case is opened. */
export const factsOf = (change: Partial<AdminBreachFacts> = {}): AdminBreachFacts => ({
  ...{ title: "Mail til en forkert", kinds: [], people_categories: [], data_categories: [] },
  ...{ occurred_from: null, occurred_to: null, detected_at: null, aware_at: null },
  ...{ people_count: null, records_count: null, nature: "", consequences: "" },
  ...{ measures_taken: "", measures_planned: "", contact: "", processor: "" },
  ...change,
})

/** All that the authority asks for, of a breach the shop became certain of so many hours ago. */
export const wholeFacts = (awareHoursAgo: number): AdminBreachFacts =>
  factsOf({
    ...{ kinds: ["confidentiality"], nature: "En mail med en liste kom til en forkert." },
    ...{ people_categories: ["customers"], data_categories: ["name", "email"] },
    ...{ people_count: 12, records_count: 12, consequences: "Uønskede mails." },
    ...{ measures_taken: "Modtageren har slettet mailen." },
    aware_at: hoursAgo(awareHoursAgo),
  })

/** Noon in Denmark, an interval ago. */
export const NOON_AGO = `((now() AT TIME ZONE 'Europe/Copenhagen')::date + time '12:00' - cast(? AS interval)) AT TIME ZONE 'Europe/Copenhagen'`

/** The case was closed so long ago: the database's clock guards the timeline, so that is moved, past the guard. */
export const closedLongAgo = async (suite: Suite, id: string, interval: string): Promise<void> => {
  for (const sql of [
    `UPDATE dk_breach_event SET occurred_at = ${NOON_AGO} WHERE breach_id = ? AND type = 'closed'`,
    `UPDATE dk_breach SET closed_at = ${NOON_AGO} WHERE id = ?`,
  ]) {
    await unguarded(suite, sql, [interval, id])
  }
}

/** What each step takes. */
type Steps = {
  facts: AdminDescribeBreach
  assess: AdminAssessBreach
  "rule-out": AdminReasonOfBreach
  phases: AdminReportPhase
  notes: AdminNoteOnBreach
  "public-notice": AdminPublicBreachNotice
  close: AdminCloseBreach
  reopen: AdminReasonOfBreach
}

/** What staff does with cases; `headers` are of the user. */
export const breachesOf = (suite: Suite, headers: () => Headers) => {
  const open = (body: Partial<AdminOpenBreach> = {}) =>
    suite.call<AdminBreachResponse>("POST", BREACHES, {
      headers: headers(),
      body: { source: "staff", quick_start: null, is_drill: false, facts: factsOf(), ...body },
    })
  const act = (id: string, action: string, body: object = {}) =>
    suite.call<AdminBreachResponse>("POST", `${BREACHES}/${id}/${action}`, {
      ...{ headers: headers(), body },
    })
  const known = ({ status, text, body }: Awaited<ReturnType<typeof act>>): AdminBreachDetail => {
    if (status >= 300) throw new Error(text)
    return body.breach
  }
  return {
    open,
    act,
    /** Both fail unless it is done. */
    opened: async (body: Partial<AdminOpenBreach> = {}) => known(await open(body)),
    done: async <Step extends keyof Steps>(id: string, action: Step, body: Steps[Step]) =>
      known(await act(id, action, body)),
    read: async (id: string) =>
      known(await suite.call("GET", `${BREACHES}/${id}`, { headers: headers() })),
  }
}
