import { unexpected } from "../../../shared/errors"
import { isSameMoment } from "./clock"
import { dutiesOf } from "./duties"
import type { Duties } from "./duties"
import type {
  BreachAction,
  BreachAssessment,
  BreachEvent,
  NoticeText,
  ReminderKind,
  TimedBreachEvent,
} from "./events"
import type { BreachFacts } from "./facts"
import type { BreachSource, QuickStart } from "./kinds"
import { missingInNotice } from "./notice"

export type BreachReport = {
  reported_at: Date
  receipt: string
  is_final: boolean
  delay_reasons: string | null
}

/** What the timeline says. */
export type FoldedBreach = {
  state: "open" | "closed"
  source: BreachSource
  quick_start: QuickStart | null
  is_drill: boolean
  facts: BreachFacts | null
  assessment: BreachAssessment | null
  is_ruled_out: boolean
  reports: BreachReport[]
  notice: Readonly<Record<"da" | "en", NoticeText>> | null
  /** Whether telling people one by one has begun; whom belongs to the case from then on. */
  has_started: boolean
  has_public_notice: boolean
  reminded: ReminderKind[]
}

/** What the latest assessment makes a duty; null while nobody has assessed it, or when it was none. */
export const dutiesIn = ({ assessment, is_ruled_out: isNone }: FoldedBreach): Duties | null =>
  assessment === null || isNone ? null : dutiesOf(assessment.risk, assessment.exemption)

/** Whether the authority must be told, or may have to be while nobody has assessed it. */
export const mustReport = (breach: FoldedBreach): boolean =>
  !breach.is_ruled_out && dutiesIn(breach)?.notifyAuthority !== false

/** What still has to happen before a case can be closed, as words; the people told one by one, or not yet, are counted elsewhere. */
export const openDuties = (breach: FoldedBreach): string[] => {
  if (breach.is_ruled_out) return []
  const duties = dutiesIn(breach)
  if (duties === null) return ["not_assessed"]
  return [
    ...(duties.notifyAuthority && !breach.reports.some((report) => report.is_final)
      ? ["not_reported"]
      : []),
    ...(duties.publicNotice && !breach.has_public_notice ? ["not_published"] : []),
  ]
}

/** What may happen to a closed case: it can be looked at again, and written to. */
const WHEN_CLOSED: readonly BreachAction[] = ["reopened", "noted"]

/** People are told of what is known and judged, also when no duty makes the shop tell them. */
const whyNotStarted = (breach: FoldedBreach): string | null => {
  if (breach.notice === null) return "no_notice"
  if (dutiesIn(breach) === null) return "not_assessed"
  const isWhole = breach.facts !== null && missingInNotice(breach.facts).length === 0
  return isWhole ? null : "notice_incomplete"
}

/** Why an action is not possible now, as a lower-case word; null when it is. Before there is a case, only `opened` is. */
export const whyNotNow = (breach: FoldedBreach | null, action: BreachAction): string | null => {
  if (breach === null) return action === "opened" ? null : "not_opened"
  if (action === "opened") return "opened_already"
  if (breach.state === "closed") return WHEN_CLOSED.includes(action) ? null : "closed"
  if (action === "reopened") return "not_closed"
  if (action === "reported") {
    if (breach.facts === null) return "not_described"
    // Who reports is certain, and without the moment nobody can say whether it was in time.
    return breach.facts.aware_at === null ? "not_aware" : null
  }
  if (action === "notices_started") return whyNotStarted(breach)
  if (action === "people_cleared") return breach.has_started ? "notices_started" : null
  return action === "closed" ? (openDuties(breach)[0] ?? null) : null
}

const begin = (event: Extract<BreachEvent, { type: "opened" }>): FoldedBreach => ({
  ...{ state: "open", source: event.source, quick_start: event.quick_start },
  ...{ is_drill: event.is_drill, facts: null, assessment: null, is_ruled_out: false },
  ...{ reports: [], notice: null, has_started: false, has_public_notice: false, reminded: [] },
})

const factsOf = (breach: FoldedBreach, event: TimedBreachEvent): Partial<FoldedBreach> => {
  switch (event.type) {
    case "described":
      // Another moment of awareness is another limit, which is reminded of anew.
      return {
        facts: event.facts,
        ...(!isSameMoment(breach.facts?.aware_at, event.facts.aware_at) && { reminded: [] }),
      }
    case "assessed": {
      const { risk, reasoning, exemption, exemption_reason } = event
      return { assessment: { risk, reasoning, exemption, exemption_reason }, is_ruled_out: false }
    }
    case "ruled_out":
      return { is_ruled_out: true }
    case "reported": {
      const { receipt, is_final, delay_reasons } = event
      const reported_at = new Date(event.reported_at)
      const report = { reported_at, receipt, is_final, delay_reasons }
      return { reports: [...breach.reports, report] }
    }
    case "notice_written":
      return { notice: event.texts }
    case "notices_started":
      return { has_started: true }
    case "public_notice":
      return { has_public_notice: true }
    case "reminded":
      return { reminded: [...breach.reminded, event.kind] }
    case "closed":
      return { state: "closed" }
    case "reopened":
      return { state: "open" }
    case "opened":
    case "people_selected":
    case "people_cleared":
    case "noted":
      return {}
  }
}

/**
 * The case after one more event.
 *
 * @throws unexpected_state naming the word of `whyNotNow` when the event is not possible; the caller asks first
 */
export const applyToBreach = (
  breach: FoldedBreach | null,
  event: TimedBreachEvent
): FoldedBreach => {
  const problem = whyNotNow(breach, event.type)
  if (problem !== null) throw unexpected(`A breach cannot be changed so: ${problem}`)
  if (event.type === "opened") return begin(event)
  if (breach === null) throw unexpected("A breach begins by being opened")
  return { ...breach, ...factsOf(breach, event) }
}

/** What a whole timeline says, in the order it was written; null of an empty one. */
export const foldBreach = (events: readonly TimedBreachEvent[]): FoldedBreach | null =>
  events.reduce<FoldedBreach | null>(applyToBreach, null)
