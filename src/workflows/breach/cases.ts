import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addToBreach,
  holdBreach,
  listBreaches,
  openBreach,
  readBreach,
  refuseUnlessPossible,
} from "../../modules/breach/breaches"
import type { BreachFilters, KnownBreach } from "../../modules/breach/breaches"
import type { BreachEvent } from "../../modules/breach/domain/events"
import { findTimeProblem } from "../../modules/breach/domain/facts"
import type { BreachFacts } from "../../modules/breach/domain/facts"
import type { BreachSource, QuickStart } from "../../modules/breach/domain/kinds"
import { dropUnbegun } from "../../modules/breach/owe-notices"
import { linkTip } from "../../modules/breach/tips"
import { conflict, invalidField, unexpected } from "../../shared/errors"
import { shippedLocale } from "../../shared/options"
import { hidingValues, postgres } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { AdminBreachDetail, AdminBreachListResponse } from "../../types/http"
import {
  delayReasonsIn,
  detailOf,
  dutiesLeft,
  factsVersionOf,
  isToldLate,
  toBreach,
} from "./detail"
import { breachSettings } from "./settings"

const impossible = (field: string) =>
  invalidField(field, "impossible_time", "lies ahead, or before what it follows.")

/** @param path of the facts in the body */
const refuseTimes = (facts: BreachFacts, path = ""): void => {
  const field = findTimeProblem(facts, new Date())
  if (field !== null) throw impossible(`${path}${field}`)
}

export type OpenedBreach = {
  source: BreachSource
  quick_start: QuickStart | null
  is_drill: boolean
  facts: BreachFacts
  report_id?: string | undefined
  actor: string
}

/**
 * Opens a case, and links the customer's report that it came from.
 *
 * @throws invalid_data naming the time that cannot be; not_found or conflict `decided_already` of the report
 */
export const openCase = async (
  container: MedusaContainer,
  { actor, report_id: tipId, ...opened }: OpenedBreach
): Promise<AdminBreachDetail> => {
  refuseTimes(opened.facts, "facts.")
  const { controller, clock, locales } = breachSettings(container)
  const now = new Date()
  const known = await hidingValues(
    postgres(container).transaction(async (transaction) => {
      const settings = { controller_id: controller.id, clock, opened_by: actor, now }
      const fresh = await openBreach(transaction, { ...opened, ...settings })
      if (tipId === undefined) return fresh
      await linkTip(transaction, {
        ...{ controllerId: controller.id, id: tipId, decidedBy: actor, now },
        ...{ breachId: fresh.row.id, clock, locale: shippedLocale(locales) },
      })
      return readBreach(transaction, fresh.row.id)
    })
  )
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

type EventOf<Type extends BreachEvent["type"]> = Extract<BreachEvent, { type: Type }>

/** What staff does to a case; what was reported is what is known then. */
type StaffEvent =
  | Exclude<BreachEvent, { type: "reported" | "described" }>
  | Omit<EventOf<"reported">, "facts">
  | (EventOf<"described"> & { facts_version?: string | undefined })

type Act = { id: string; event: StaffEvent; actor: string }

const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000)

/** By the minute: forms have no seconds. */
const isBeforeAwareness = ({ aware_at: awareAt }: BreachFacts, at: Date): boolean =>
  awareAt !== null && minuteOf(at) < minuteOf(new Date(awareAt))

const reportOf = (
  container: MedusaContainer,
  { folded }: KnownBreach,
  event: Extract<StaffEvent, { type: "reported" }>
): BreachEvent => {
  const { facts } = folded
  if (facts === null) throw unexpected("Only what is described is reported")
  const reportedAt = new Date(event.reported_at)
  if (reportedAt > new Date() || isBeforeAwareness(facts, reportedAt)) {
    throw impossible("reported_at")
  }
  const isUnexplained = event.delay_reasons === null && delayReasonsIn(folded) === null
  if (isUnexplained && isToldLate(container, folded, reportedAt)) {
    throw invalidField(
      "delay_reasons",
      "missing",
      "is needed: more hours have passed than the law gives (GDPR Art. 33(1))."
    )
  }
  return { ...event, facts }
}

const LEFT: Readonly<Record<string, string>> = {
  no_delay_reasons: "The authority was told late, and nobody has said why.",
  people_not_told: "The people concerned have not been told yet.",
  people_waiting: "Some notices have not been sent yet.",
  people_untold: "Some of the people concerned have not been told yet.",
}

const descriptionOf = (
  known: KnownBreach,
  { facts, facts_version: version }: Extract<StaffEvent, { type: "described" }>
): BreachEvent => {
  refuseTimes(facts)
  if (version !== undefined && version !== factsVersionOf(known)) {
    throw conflict("described_meanwhile", "Somebody else has described it anew. Read it again.")
  }
  return { type: "described", facts }
}

/** The event as it is written down, of the case as nobody changes it meanwhile. */
const decide = async (
  container: MedusaContainer,
  { transaction, known }: { transaction: Knex.Transaction; known: KnownBreach },
  event: StaffEvent
): Promise<BreachEvent> => {
  refuseUnlessPossible(known.folded, event.type)
  if (event.type === "reported") return reportOf(container, known, event)
  if (event.type === "described") return descriptionOf(known, event)
  if (event.type === "ruled_out") await dropUnbegun(transaction, known.row.id)
  if (event.type === "closed") {
    const [duty] = await dutiesLeft(container, transaction, known)
    if (duty !== undefined) throw conflict(duty, LEFT[duty] ?? duty)
  }
  return event
}

/**
 * Adds to a case what staff did or found; of two at once, the second sees the first.
 *
 * @throws not_found, invalid_data naming the field, or a conflict whose code says why it is not possible now
 */
export const changeCase = async (
  container: MedusaContainer,
  { id, event, actor }: Act
): Promise<AdminBreachDetail> => {
  const { clock } = breachSettings(container)
  const known = await hidingValues(
    postgres(container).transaction(async (transaction) => {
      const held = await holdBreach(transaction, id)
      const written = await decide(container, { transaction, known: held }, event)
      const change = { event: written, actor, now: new Date() }
      return addToBreach(transaction, { known: held, clock }, change)
    })
  )
  return detailOf(container, known)
}
