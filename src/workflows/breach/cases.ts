import type { MedusaContainer } from "@medusajs/framework/types"
import { actOnBreach, listBreaches, openBreach, readBreach } from "../../modules/breach/breaches"
import type { BreachFilters, BreachRow, KnownBreach } from "../../modules/breach/breaches"
import { hoursAt } from "../../modules/breach/domain/clock"
import { isLate } from "../../modules/breach/domain/duties"
import type { BreachEvent } from "../../modules/breach/domain/events"
import { findTimeProblem } from "../../modules/breach/domain/facts"
import type { BreachFacts } from "../../modules/breach/domain/facts"
import type { BreachSource, QuickStart } from "../../modules/breach/domain/kinds"
import { dutiesIn, openDuties } from "../../modules/breach/domain/machine"
import { missingInNotice } from "../../modules/breach/domain/notice"
import { missingInReport } from "../../modules/breach/domain/report"
import { countNotices, countUntold } from "../../modules/breach/notices"
import { countAffected } from "../../modules/breach/people"
import { conflict, invalidField, unexpected } from "../../shared/errors"
import { postgres } from "../../shared/postgres"
import type { AdminBreach, AdminBreachDetail, AdminBreachListResponse } from "../../types/http"
import { breachSettings } from "./settings"

const toBreach = (row: BreachRow): AdminBreach => ({
  ...{ id: row.id, title: row.title, state: row.state, is_drill: row.is_drill },
  aware_at: row.aware_at?.toISOString() ?? null,
  deadline_at: row.deadline_at?.toISOString() ?? null,
  first_reported_at: row.first_reported_at?.toISOString() ?? null,
  closed_at: row.closed_at?.toISOString() ?? null,
  opened_by: row.opened_by,
  created_at: row.created_at.toISOString(),
})

/** Whether the authority was told too late, or is not told and the limit has passed. */
const isToldLate = (container: MedusaContainer, { folded }: KnownBreach, now: Date): boolean => {
  const { facts, reports } = folded
  if (facts?.aware_at == null) return false
  const awareAt = new Date(facts.aware_at)
  const hours = hoursAt(breachSettings(container).clock, awareAt)
  return isLate({ awareAt, reportedAt: reports.map(({ reported_at: at }) => at), now, hours })
}

const detailOf = async (
  container: MedusaContainer,
  known: KnownBreach
): Promise<AdminBreachDetail> => {
  const connection = postgres(container)
  const { row, timeline, folded } = known
  const { facts } = folded
  if (!facts) throw unexpected("A breach is described when it is opened")
  const duties = dutiesIn(folded)
  const untold = await countUntold(connection, row.id)
  return {
    ...toBreach(row),
    ...{ source: folded.source, quick_start: folded.quick_start, facts },
    ...{ assessment: folded.assessment, is_ruled_out: folded.is_ruled_out },
    duties: duties && {
      notifyAuthority: duties.notifyAuthority,
      notifyPeople: duties.notifyPeople,
      publicNotice: duties.publicNotice,
    },
    is_late: duties?.notifyAuthority !== false && isToldLate(container, known, new Date()),
    missing_in_report: missingInReport(facts),
    missing_in_notice: missingInNotice(facts),
    open_duties: [
      ...openDuties(folded),
      ...(duties?.notifyPeople && folded.has_started && untold > 0 ? ["people_untold"] : []),
    ],
    notice: folded.notice,
    people: {
      affected: await countAffected(connection, row.id),
      untold,
      notices: await countNotices(connection, row.id),
    },
    timeline: timeline.map(({ id, actor, event: { type, at, ...data } }) => ({
      ...{ id, type, at: at.toISOString(), actor, data },
    })),
  }
}

const refuseTimes = (facts: BreachFacts): void => {
  const field = findTimeProblem(facts, new Date())
  if (field !== null) {
    throw invalidField(field, "impossible_time", "lies ahead, or before what it follows.")
  }
}

export type OpenedBreach = {
  source: BreachSource
  quick_start: QuickStart | null
  is_drill: boolean
  facts: BreachFacts
  actor: string
}

/** Opens a case. Throws invalid_data naming the time that cannot be. */
export const openCase = async (
  container: MedusaContainer,
  { actor, ...opened }: OpenedBreach
): Promise<AdminBreachDetail> => {
  refuseTimes(opened.facts)
  const { controller, clock } = breachSettings(container)
  const known = await openBreach(postgres(container), {
    ...opened,
    ...{ controller_id: controller.id, clock, opened_by: actor, now: new Date() },
  })
  return detailOf(container, known)
}

/** One case with its timeline. Throws not_found. */
export const getCase = async (container: MedusaContainer, id: string): Promise<AdminBreachDetail> =>
  detailOf(container, await readBreach(postgres(container), id))

/** Cases, the one whose limit is nearest first. */
export const findCases = async (
  container: MedusaContainer,
  filters: BreachFilters
): Promise<AdminBreachListResponse> => {
  const { controller } = breachSettings(container)
  const { rows, count } = await listBreaches(postgres(container), controller.id, filters)
  return { breaches: rows.map(toBreach), count, offset: filters.offset, limit: filters.limit }
}

type Act = { id: string; event: BreachEvent; actor: string }

/** What an event needs beside the state: times that can be, reasons for lateness, people who have been told. */
const refuseEvent = async (container: MedusaContainer, { id, event }: Act): Promise<void> => {
  if (event.type === "described") refuseTimes(event.facts)
  if (event.type === "reported" && event.delay_reasons === null) {
    const known = await readBreach(postgres(container), id)
    if (isToldLate(container, known, new Date(event.reported_at))) {
      throw invalidField(
        "delay_reasons",
        "missing",
        "is needed: more hours have passed than the law gives (GDPR Art. 33(1))."
      )
    }
  }
  if (event.type === "closed") {
    const {
      open_duties: [duty],
    } = await getCase(container, id)
    if (duty === "people_untold") {
      throw conflict(duty, "Some of the people concerned have not been told yet.")
    }
  }
}

/**
 * Adds to a case what staff did or found.
 *
 * @throws not_found, invalid_data naming the field, or a conflict whose code says why it is not possible now
 */
export const changeCase = async (
  container: MedusaContainer,
  act: Act
): Promise<AdminBreachDetail> => {
  await refuseEvent(container, act)
  const { clock } = breachSettings(container)
  const known = await postgres(container).transaction((transaction) =>
    actOnBreach(
      transaction,
      { id: act.id, clock },
      {
        ...{ event: act.event, actor: act.actor, now: new Date() },
      }
    )
  )
  return detailOf(container, known)
}
