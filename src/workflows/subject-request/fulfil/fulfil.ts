import type { MedusaContainer } from "@medusajs/framework/types"
import { findFieldProblem } from "../../../modules/subject-request/domain/fulfilment"
import { finishByOf } from "../../../modules/subject-request/domain/finish-by"
import type { RequestKind } from "../../../modules/subject-request/domain/kinds"
import type { RequestEvent } from "../../../modules/subject-request/domain/machine"
import { endOf } from "../../../modules/subject-request/domain/outcome"
import type { Outcome } from "../../../modules/subject-request/domain/outcome"
import {
  actOnRequest,
  readRequest,
  refuseUnlessPossible,
} from "../../../modules/subject-request/requests"
import type { KnownRequest } from "../../../modules/subject-request/requests"
import {
  namedIn,
  setSubject,
  subjectOf,
  subjectVersion,
} from "../../../modules/subject-request/subjects"
import type { SubjectInput } from "../../../modules/subject-request/subjects"
import { copenhagenDay } from "../../../rules"
import { conflict, invalidField } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"
import type {
  AdminFulfilSubjectRequestResponse,
  AdminSubjectRequestDetail,
} from "../../../types/http"
import { inTurnOf } from "../in-turn"
import { detailOf } from "../requests"
import { fulfilAutomated } from "./automated"
import { fulfilAccess, fulfilPortability } from "./copies"
import { callOffErasure, fulfilErasure, isCalledOff } from "./erasure"
import { fulfilObjection, fulfilWithdrawal } from "./marketing"
import { fulfilRectification } from "./rectification"
import { fulfilRestriction } from "./restriction"
import type { Fulfilled, FulfilBody, Fulfilment, NamedFulfilment } from "./types"

const FULFIL: Readonly<
  Record<Exclude<RequestKind, "information">, (fulfilment: NamedFulfilment) => Promise<Fulfilled>>
> = {
  access: fulfilAccess,
  portability: fulfilPortability,
  rectification: fulfilRectification,
  erasure: fulfilErasure,
  restriction: fulfilRestriction,
  objection_marketing: fulfilObjection,
  objection_automated: fulfilAutomated,
  consent_withdrawal: fulfilWithdrawal,
}

const subjectIn = ({
  customer_id,
  email,
  selection_id,
  confirmed_order_ids,
}: FulfilBody): SubjectInput | null => {
  const given = { customer_id, email, selection_id, confirmed_order_ids }
  return Object.values(given).some((value) => value !== undefined) ? given : null
}

/** Names whom it is about; an erasure that was planned for somebody else is called off first. */
const nameSubject = async (
  container: MedusaContainer,
  { row }: KnownRequest,
  { subject, actor }: { subject: SubjectInput; actor: string }
): Promise<KnownRequest> => {
  const isAnother =
    subjectVersion(subjectOf(row)) !== subjectVersion(subjectOf({ ...row, ...namedIn(subject) }))
  if (row.erasure_id !== null && isAnother) {
    await callOffErasure(container, { erasureId: row.erasure_id, actor })
  }
  return postgres(container).transaction((transaction) => setSubject(transaction, row.id, subject))
}

/**
 * Records whom a request is about, in turn with what else is done to it.
 *
 * @throws not_found, a conflict once it is decided or its erasure has begun, invalid_data `customer_id`
 */
export const setSubjectOf = (
  container: MedusaContainer,
  id: string,
  named: { subject: SubjectInput; actor: string }
): Promise<AdminSubjectRequestDetail> =>
  inTurnOf(container, id, async () => {
    const known = await readRequest(postgres(container), id)
    return detailOf(container, await nameSubject(container, known, named))
  })

/** Throws invalid_data naming the first field that the kind lacks or does not take. */
export const refuseWrongFields = (kind: RequestKind, body: FulfilBody): void => {
  const problem = findFieldProblem(kind, body)
  if (problem?.code === "missing") {
    throw invalidField(problem.field, "missing", "is needed for this kind of request.")
  }
  if (problem) throw invalidField(problem.field, problem.code, "is not for this kind of request.")
}

/** Whom the request is about once the body has named them; null while nobody is named. */
const subjectAfter = ({ row }: KnownRequest, body: FulfilBody): SubjectInput | null => {
  const named = namedIn(body)
  const standing = named === null ? row.confirmed_order_ids : []
  return subjectOf({
    ...row,
    ...named,
    confirmed_order_ids: body.confirmed_order_ids ?? standing,
  })
}

/** The version of whom it is about, which the preview gives and carrying it out may ask for. */
export const versionAfter = (known: KnownRequest, body: FulfilBody): string =>
  subjectVersion(subjectAfter(known, body))

/** What was looked at is what is carried out. Throws conflict `subject_changed`. */
const refuseOtherSubject = (known: KnownRequest, body: FulfilBody): void => {
  if (body.subject_version === undefined) return
  if (body.subject_version === versionAfter(known, body)) return
  throw conflict("subject_changed", "Somebody has named another person meanwhile. Look again.")
}

/** Whom the request is about. Throws invalid_data naming `customer_id` while nobody has said. */
export const requireSubject = (known: KnownRequest, body: FulfilBody): SubjectInput => {
  const subject = subjectAfter(known, body)
  if (subject) return subject
  throw invalidField(
    "customer_id",
    "nobody_named",
    "say whom it is about: customer_id, email or a confirmed selection_id."
  )
}

const carryOut = (fulfilment: Fulfilment): Promise<Fulfilled> => {
  const { row, subject } = fulfilment
  const { kind } = row
  if (kind === "information") return Promise.resolve({ outcome: { kind } })
  if (subject === null) throw invalidField("customer_id", "nobody_named", "nobody is named.")
  return FULFIL[kind]({ ...fulfilment, subject })
}

/** The event that ends or plans a request by what came of it. `finishBy` is the day staff named. */
export const eventOf = (outcome: Outcome, finishBy?: string): RequestEvent => {
  const type = endOf(outcome)
  if (type !== "planned") return { type, outcome }
  const waiting = outcome.kind === "erasure" ? outcome.waiting : []
  return { type, finish_by: finishBy ?? finishByOf(waiting, copenhagenDay(new Date())), outcome }
}

/** What carrying it out brought before; null when it was not, or when the erasure it planned has been called off. */
const outcomeBefore = async (
  container: MedusaContainer,
  { row, timeline }: KnownRequest
): Promise<Outcome | null> => {
  const last = timeline.at(-1)?.event
  const outcome = last !== undefined && "outcome" in last ? (last.outcome ?? null) : null
  if (last?.type !== "planned" || row.erasure_id === null) return outcome
  return (await isCalledOff(container, row.erasure_id)) ? null : outcome
}

/** An answer says what is held about somebody, or what staff writes. */
const refuseEmptyAnswer = (known: KnownRequest, body: FulfilBody): void => {
  if (body.reason === undefined && subjectAfter(known, body) === null) {
    throw invalidField("reason", "nothing_to_say", "say whom it is about, or write the answer.")
  }
}

const refusePastDay = (finishBy: string | undefined): void => {
  if (finishBy !== undefined && finishBy < copenhagenDay(new Date())) {
    throw invalidField("finish_by", "day_passed", "the day has passed.")
  }
}

const fulfilLocked = async (
  container: MedusaContainer,
  { id, body, actor }: Act
): Promise<AdminFulfilSubjectRequestResponse> => {
  const connection = postgres(container)
  const before = await readRequest(connection, id)
  const { kind } = before.row
  const done = await outcomeBefore(container, before)
  if (done) return { request: detailOf(container, before), outcome: done, ticket: null }
  refuseUnlessPossible(before.folded, "completed")
  refuseWrongFields(kind, body)
  refusePastDay(body.finish_by)
  refuseOtherSubject(before, body)
  if (kind !== "information") requireSubject(before, body)
  else refuseEmptyAnswer(before, body)
  const subject = subjectIn(body)
  const { row } = subject ? await nameSubject(container, before, { subject, actor }) : before
  const fulfilment = { container, row, subject: subjectOf(row), body, actor }
  const { outcome, ticket } = await carryOut(fulfilment)
  const event = eventOf(outcome, body.finish_by)
  const after = await connection.transaction((transaction) =>
    actOnRequest(transaction, id, { event, actor, reason: body.reason, now: new Date() })
  )
  return { request: detailOf(container, after), outcome, ticket: ticket ?? null }
}

type Act = { id: string; body: FulfilBody; actor: string }

/**
 * Carries a request out through the domain that owns its effect, and writes what came of it on the timeline. The effect comes
 * first and is the same when it is done again, so a try that was killed in between is finished by the next; of two at
 * once the second gets what the first brought about, without a ticket.
 *
 * @throws not_found, a conflict when it is not possible now, invalid_data naming the field
 */
export const fulfilRequest = (
  container: MedusaContainer,
  act: Act
): Promise<AdminFulfilSubjectRequestResponse> =>
  inTurnOf(container, act.id, () => fulfilLocked(container, act))
