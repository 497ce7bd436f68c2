import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../modules/subject-request/domain/clock"
import type { RequestChannel, RequestKind } from "../../modules/subject-request/domain/kinds"
import { whyNot } from "../../modules/subject-request/domain/machine"
import type { RequestAction, RequestEvent } from "../../modules/subject-request/domain/machine"
import {
  actOnRequest,
  createRequest,
  listRequests,
  readRequest,
  refuseUnlessPossible,
} from "../../modules/subject-request/requests"
import type {
  KnownRequest,
  RequestFilters,
  RequestRow,
} from "../../modules/subject-request/requests"
import { subjectOf } from "../../modules/subject-request/subjects"
import type { TimelineRow } from "../../modules/subject-request/timeline"
import { copenhagenDay } from "../../rules"
import { notAllowed } from "../../shared/errors"
import { shippedLocale } from "../../shared/options"
import { postgres } from "../../shared/postgres"
import type {
  AdminSubjectRequest,
  AdminSubjectRequestDetail,
  AdminSubjectRequestEvent,
} from "../../types/http"
import { callOffErasure } from "./fulfil/erasure"
import { inTurnOf } from "./in-turn"
import { subjectRequestSettings } from "./settings"

/** What staff does by hand; the rest follows from carrying a request out. */
const BY_HAND: readonly RequestAction[] = [
  "identity_asked",
  "identity_confirmed",
  "extended",
  "paused",
  "resumed",
  "refused",
  "withdrawn",
]

export const toRequest = (row: RequestRow): AdminSubjectRequest => ({
  id: row.id,
  kind: row.kind,
  channel: row.channel,
  locale: row.locale,
  state: row.state,
  received_on: row.received_on,
  strict_on: row.strict_on,
  legal_on: row.legal_on,
  customer_id: row.customer_id,
  email: row.email,
  name: row.name,
  message: row.message,
  representative_name: row.representative_name,
  authority_seen: row.authority_seen,
  created_by: row.created_by,
  created_at: row.created_at.toISOString(),
  ended_at: row.ended_at?.toISOString() ?? null,
})

const toEvent = ({ id, event, actor, reason }: TimelineRow): AdminSubjectRequestEvent => {
  const { type, at, ...data } = event
  return { id, type, at: at.toISOString(), actor, reason, data }
}

const toDetail = (
  { row, timeline, folded }: KnownRequest,
  { mayPause, now }: { mayPause: boolean; now: Date }
): AdminSubjectRequestDetail => {
  const clock = clockOf(folded, now)
  return {
    ...toRequest(row),
    // A pause that goes on moves the limits every day.
    strict_on: clock.strict,
    legal_on: clock.legal,
    is_extended: clock.is_extended,
    is_paused: folded.pauses.some(({ until }) => until === null),
    paused_days: clock.paused_days,
    identity: folded.identity,
    finish_by: folded.finish_by,
    subject: subjectOf(row),
    confirmed_order_ids: row.confirmed_order_ids,
    actions: BY_HAND.filter(
      (action) => whyNot(folded, action) === null && (action !== "paused" || mayPause)
    ),
    can_fulfil: whyNot(folded, "planned") === null,
    timeline: timeline.map(toEvent),
  }
}

/** A request as routes answer it. */
export const detailOf = (
  container: MedusaContainer,
  known: KnownRequest
): AdminSubjectRequestDetail =>
  toDetail(known, { mayPause: subjectRequestSettings(container).mayPause, now: new Date() })

export type NewRequest = {
  kind: RequestKind
  channel: RequestChannel
  received_on?: string | undefined
  locale?: string | undefined
  customer_id?: string | undefined
  email?: string | undefined
  name?: string | undefined
  message?: string | undefined
  representative_name?: string | undefined
  authority_seen?: string | undefined
  created_by: string | null
}

/** Records a request. Throws invalid_data naming `received_on`. */
export const addRequest = async (
  container: MedusaContainer,
  input: NewRequest
): Promise<AdminSubjectRequestDetail> => {
  const { controller, locales } = subjectRequestSettings(container)
  const now = new Date()
  const known = await createRequest(postgres(container), {
    controller_id: controller.id,
    kind: input.kind,
    channel: input.channel,
    locale: shippedLocale(locales, input.locale),
    received_on: input.received_on ?? copenhagenDay(now),
    customer_id: input.customer_id ?? null,
    email: input.email ?? null,
    name: input.name ?? null,
    message: input.message ?? null,
    representative_name: input.representative_name ?? null,
    authority_seen: input.authority_seen ?? null,
    created_by: input.created_by,
    now,
  })
  return detailOf(container, known)
}

/** One request with its timeline. Throws not_found. */
export const getRequest = async (
  container: MedusaContainer,
  id: string
): Promise<AdminSubjectRequestDetail> =>
  detailOf(container, await readRequest(postgres(container), id))

/** Requests, the one to be answered first first. */
export const findRequests = async (
  container: MedusaContainer,
  filters: RequestFilters
): Promise<{ requests: AdminSubjectRequest[]; count: number }> => {
  const { controller } = subjectRequestSettings(container)
  const { rows, count } = await listRequests(postgres(container), controller.id, filters)
  return { requests: rows.map(toRequest), count }
}

type Act = { id: string; event: RequestEvent; actor: string; reason?: string | undefined }

/** Decisions after which nothing is carried out any more. */
const ENDS_UNDONE: readonly RequestAction[] = ["refused", "withdrawn"]

const changeInTurn = async (
  container: MedusaContainer,
  { id, event, actor, reason }: Act
): Promise<KnownRequest> => {
  const connection = postgres(container)
  const { row, folded } = await readRequest(connection, id)
  refuseUnlessPossible(folded, event.type)
  if (row.erasure_id !== null && ENDS_UNDONE.includes(event.type)) {
    await callOffErasure(container, { erasureId: row.erasure_id, actor })
  }
  return connection.transaction((transaction) =>
    actOnRequest(transaction, id, { event, actor, reason, now: new Date() })
  )
}

/**
 * Adds to a request what staff decided; an erasure that was planned for it and has not begun is called off when it is
 * refused or taken back.
 *
 * @throws not_found, not_allowed `pausing_is_off`, or a conflict whose code says why it is not possible now
 */
export const changeRequest = async (
  container: MedusaContainer,
  act: Act
): Promise<AdminSubjectRequestDetail> => {
  if (act.event.type === "paused" && !subjectRequestSettings(container).mayPause) {
    throw notAllowed(
      "pausing_is_off",
      "The clock is not stopped unless subjectRequest.mayPause is on."
    )
  }
  return detailOf(container, await inTurnOf(container, act.id, () => changeInTurn(container, act)))
}
