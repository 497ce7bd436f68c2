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
import { namedIn, setSubject, subjectOf } from "../../../modules/subject-request/subjects"
import type { SubjectInput } from "../../../modules/subject-request/subjects"
import { copenhagenDay } from "../../../rules"
import { invalidField } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"
import type {
  AdminFulfilSubjectRequestResponse,
  AdminSubjectRequestDetail,
} from "../../../types/http"
import { inTurnOf } from "../in-turn"
import { detailOf } from "../requests"
import { fulfilAutomated } from "./automated"
import { fulfilAccess, fulfilPortability } from "./copies"
import { fulfilErasure, isCalledOff } from "./erasure"
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

/**
 * Records whom a request is about.
 *
 * @throws not_found, a conflict once it is decided, invalid_data `customer_id`
 */
export const setSubjectOf = async (
  container: MedusaContainer,
  id: string,
  subject: SubjectInput
): Promise<AdminSubjectRequestDetail> =>
  detailOf(
    container,
    await postgres(container).transaction((transaction) => setSubject(transaction, id, subject))
  )

/** Throws invalid_data naming the first field that the kind lacks or does not take. */
export const refuseWrongFields = (kind: RequestKind, body: FulfilBody): void => {
  const problem = findFieldProblem(kind, body)
  if (problem?.code === "missing") {
    throw invalidField(problem.field, "missing", "is needed for this kind of request.")
  }
  if (problem) throw invalidField(problem.field, problem.code, "is not for this kind of request.")
}

/** Whom the request is about. Throws invalid_data naming `customer_id` while nobody has said. */
export const requireSubject = (known: KnownRequest, body: FulfilBody): SubjectInput => {
  const subject = subjectOf({
    ...known.row,
    ...namedIn(body),
    ...(body.confirmed_order_ids && { confirmed_order_ids: body.confirmed_order_ids }),
  })
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
  if (kind !== "information") requireSubject(before, body)
  const named = subjectIn(body)
  const { row } = named
    ? await connection.transaction((transaction) => setSubject(transaction, id, named))
    : before
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
