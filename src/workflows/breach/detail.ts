import type { MedusaContainer } from "@medusajs/framework/types"
import type { BreachRow, KnownBreach } from "../../modules/breach/breaches"
import { hoursAt } from "../../modules/breach/domain/clock"
import { isLate } from "../../modules/breach/domain/duties"
import { dutiesIn, mustReport, openDuties } from "../../modules/breach/domain/machine"
import type { FoldedBreach } from "../../modules/breach/domain/machine"
import { missingInNotice } from "../../modules/breach/domain/notice"
import { missingInReport } from "../../modules/breach/domain/report"
import { countNotices, countUntold, hasWaiting } from "../../modules/breach/notices"
import { countToNotify } from "../../modules/breach/owe-notices"
import { countAffected } from "../../modules/breach/people"
import { unexpected } from "../../shared/errors"
import { postgres } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { AdminBreach, AdminBreachDetail } from "../../types/http"
import { breachSettings } from "./settings"

/** A case as lists answer it. */
export const toBreach = (row: BreachRow): AdminBreach => ({
  ...{ id: row.id, title: row.title, state: row.state, is_drill: row.is_drill },
  aware_at: row.aware_at?.toISOString() ?? null,
  deadline_at: row.deadline_at?.toISOString() ?? null,
  must_report: row.must_report,
  first_reported_at: row.first_reported_at?.toISOString() ?? null,
  closed_at: row.closed_at?.toISOString() ?? null,
  opened_by: row.opened_by,
  created_at: row.created_at.toISOString(),
})

/**
 * Whether the authority was told too late, or is not told and the limit has passed; no duty, no limit.
 *
 * @param reportedAt a phase that is about to be added
 */
export const isToldLate = (
  container: MedusaContainer,
  folded: FoldedBreach,
  reportedAt?: Date
): boolean => {
  const { facts, reports } = folded
  if (facts?.aware_at == null) return false
  const awareAt = new Date(facts.aware_at)
  return isLate({
    awareAt,
    reportedAt: [...reports.map(({ reported_at: at }) => at), ...(reportedAt ? [reportedAt] : [])],
    now: new Date(),
    hours: hoursAt(breachSettings(container).clock, awareAt),
  })
}

/** Why the shop reported late, as it said last; null when it never had to. */
export const delayReasonsIn = ({ reports }: FoldedBreach): string | null =>
  reports.flatMap(({ delay_reasons: reasons }) => reasons ?? []).at(-1) ?? null

/** Whether the authority has to be told, it is too late for that, and nobody has said why. */
export const owesReasons = (container: MedusaContainer, folded: FoldedBreach): boolean =>
  mustReport(folded) && isToldLate(container, folded) && delayReasonsIn(folded) === null

/** What it still owes the people: to begin, to reach the rest, and to send what waits. Staff may have told all by hand. */
const peopleLeft = async (
  connection: Knex | Knex.Transaction,
  { row, folded }: KnownBreach
): Promise<string[]> => {
  if (folded.is_ruled_out) return []
  const waiting = (await hasWaiting(connection, row.id)) ? ["people_waiting"] : []
  if (dutiesIn(folded)?.notifyPeople !== true) return waiting
  const isAnyUntold = (await countUntold(connection, row.id)) > 0
  if (folded.has_started) return [...(isAnyUntold ? ["people_untold"] : []), ...waiting]
  const isAllTold = !isAnyUntold && (await countAffected(connection, row.id)) > 0
  return [...(isAllTold ? [] : ["people_not_told"]), ...waiting]
}

/** What a case still owes, as words: what its timeline says first, then who has not been told. */
export const dutiesLeft = async (
  container: MedusaContainer,
  connection: Knex | Knex.Transaction,
  known: KnownBreach
): Promise<string[]> => {
  const { folded } = known
  const isUnexplained = folded.reports.length > 0 && owesReasons(container, folded)
  return [
    ...openDuties(folded),
    ...(isUnexplained ? ["no_delay_reasons"] : []),
    ...(await peopleLeft(connection, known)),
  ]
}

/** Which description of a case is the latest. */
export const factsVersionOf = ({ timeline }: KnownBreach): string => {
  const latest = timeline.filter(({ event }) => event.type === "described").at(-1)
  if (!latest) throw unexpected("A breach is described when it is opened")
  return latest.id
}

/** A case as routes answer it. */
export const detailOf = async (
  container: MedusaContainer,
  known: KnownBreach
): Promise<AdminBreachDetail> => {
  const connection = postgres(container)
  const { row, timeline, folded } = known
  const { facts } = folded
  if (!facts) throw unexpected("A breach is described when it is opened")
  const duties = dutiesIn(folded)
  // Before what is owed: whoever reads that all notices have ended must not be told what was owed before they did.
  const notices = await countNotices(connection, row.id)
  return {
    ...toBreach(row),
    ...{ source: folded.source, quick_start: folded.quick_start, facts },
    facts_version: factsVersionOf(known),
    ...{ assessment: folded.assessment, is_ruled_out: folded.is_ruled_out },
    duties: duties && {
      notifyAuthority: duties.notifyAuthority,
      notifyPeople: duties.notifyPeople,
      publicNotice: duties.publicNotice,
    },
    is_late: mustReport(folded) && isToldLate(container, folded),
    missing_in_report: missingInReport(facts),
    missing_in_notice: missingInNotice(facts),
    open_duties: await dutiesLeft(container, connection, known),
    notice: folded.notice,
    people: {
      affected: await countAffected(connection, row.id),
      untold: await countUntold(connection, row.id),
      to_notify: await countToNotify(connection, row.id),
      notices,
    },
    timeline: timeline.map(({ id, actor, event: { type, at, ...data } }) => ({
      ...{ id, type, at: at.toISOString(), actor, data },
    })),
  }
}
