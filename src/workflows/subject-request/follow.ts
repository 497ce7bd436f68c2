import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../modules/subject-request/domain/clock"
import type { RequestKind } from "../../modules/subject-request/domain/kinds"
import { whyNot } from "../../modules/subject-request/domain/machine"
import type { RequestAction } from "../../modules/subject-request/domain/machine"
import type { Outcome } from "../../modules/subject-request/domain/outcome"
import {
  countDownload,
  DAYS_AFTER_END,
  findFollowed,
  findIdsOfOwn,
  findOwn,
  MOST_DOWNLOADS,
} from "../../modules/subject-request/links"
import type { Followed } from "../../modules/subject-request/links"
import { actOnRequest, readRequest } from "../../modules/subject-request/requests"
import type { KnownRequest } from "../../modules/subject-request/requests"
import { isAboutAnother } from "../../modules/subject-request/subjects"
import { copenhagenDay } from "../../rules"
import { conflict, notFound } from "../../shared/errors"
import { shippedLocale } from "../../shared/options"
import { postgres } from "../../shared/postgres"
import type { StorePrivacyRequest, StorePrivacyRequestDecision } from "../../types/http"
import { findPeopleOf } from "../personal-data"
import type { ExportRequest } from "../personal-data"
import { refuseLink } from "./refuse-link"
import { subjectRequestSettings } from "./settings"

const DECISIONS: readonly RequestAction[] = [
  "planned",
  "completed",
  "partly_completed",
  "refused",
  "withdrawn",
]

const DAY_MS = 24 * 3600 * 1000

/** What is asked with these is a copy of what is held. */
const PROFILES: Partial<Record<RequestKind, ExportRequest["profile"]>> = {
  information: "access",
  access: "access",
  portability: "portability",
}

/** What an erasure waits for and what a law keeps of it. */
const leftOf = (
  outcome: Outcome | undefined
): Pick<StorePrivacyRequestDecision, "waiting_orders" | "kept"> => {
  if (outcome?.kind !== "erasure") return { waiting_orders: [], kept: [] }
  return {
    waiting_orders: outcome.waiting.flatMap(({ display_id: number }) => number ?? []),
    kept: [
      ...outcome.kept_documents.map((kept) => ({ type: "document" as const, ...kept })),
      ...outcome.kept_orders.map(({ display_id: number, ...kept }) => ({
        ...{ type: "order" as const, number: number.toString() },
        ...kept,
      })),
    ],
  }
}

const decisionOf = ({ timeline }: KnownRequest): StorePrivacyRequestDecision | null => {
  const last = timeline.filter(({ event }) => DECISIONS.includes(event.type)).at(-1)
  if (!last) return null
  const { event, reason } = last
  const outcome = "outcome" in event ? event.outcome : undefined
  // Of other decisions the words are staff's own.
  const isRefusal = event.type === "refused"
  return {
    type: event.type,
    on: copenhagenDay(event.at),
    ground: isRefusal ? event.ground : null,
    reason: isRefusal ? reason : null,
    ...leftOf(outcome),
  }
}

/** Whether the mailbox was shown to be the person's, whatever staff asked for besides. */
const isMailboxProven = ({ timeline }: KnownRequest): boolean =>
  timeline.some(({ event }) => event.type === "identity_confirmed" && event.proof === "mailed_link")

/**
 * A mailed link shows who reads the mailbox, so it releases what was typed with it at once (GDPR Art. 12(6): no more is
 * asked than doubt calls for). Staff looks first where somebody else may be meant: a post's address, several names. An
 * account is shown to nobody but its owner, who signs in; what staff found under another name or mailbox is not what the
 * link proves, and staff hands it out.
 */
const isReleasedByMail = async (
  container: MedusaContainer,
  known: KnownRequest
): Promise<boolean> => {
  const { row, folded } = known
  if (!isMailboxProven(known) || row.email === null) return false
  const isAnswered = row.state === "completed" || row.state === "partly_completed"
  const mayBeBefore = row.state === "in_progress" && folded.identity === "mailed_link"
  if (!isAnswered && !mayBeBefore) return false
  const {
    customers,
    uncertain,
    is_role_mailbox: isShared,
  } = await findPeopleOf(container, row.email)
  if (customers.some((customer) => customer.has_account)) return false
  const own = customers.map(({ id }) => id)
  if (isAboutAnother(row, own)) return false
  return isAnswered || (!isShared && uncertain.length === 0)
}

/** Whoever signs in is the account: all that is the account's is theirs at once, while staff does not doubt it. */
const isReleasedToOwner = ({ row }: KnownRequest): boolean =>
  ["in_progress", "completed", "partly_completed"].includes(row.state)

const isReleased = async (container: MedusaContainer, known: KnownRequest): Promise<boolean> =>
  known.row.channel === "account"
    ? isReleasedToOwner(known)
    : await isReleasedByMail(container, known)

const lastMoment = ({ row }: KnownRequest): Date | null =>
  row.ended_at && new Date(row.ended_at.getTime() + DAYS_AFTER_END * DAY_MS)

const archiveOf = async (
  container: MedusaContainer,
  known: KnownRequest,
  downloads: number
): Promise<StorePrivacyRequest["archive"]> => {
  const until = lastMoment(known)
  if (!PROFILES[known.row.kind] || (until && until < new Date())) return null
  return {
    is_ready: await isReleased(container, known),
    downloads_left: MOST_DOWNLOADS - downloads,
    until: until && copenhagenDay(until),
  }
}

/** A request as the person is told of it: without what staff wrote to itself, and without anybody else's data. */
export const toOwnRequest = async (
  container: MedusaContainer,
  known: KnownRequest,
  downloads = 0
): Promise<StorePrivacyRequest> => {
  const { row, folded } = known
  const clock = clockOf(folded, new Date())
  return {
    ...{ id: row.id, kind: row.kind, state: row.state, received_on: row.received_on },
    ...{ strict_on: clock.strict, legal_on: clock.legal, is_extended: clock.is_extended },
    finish_by: folded.finish_by,
    decision: decisionOf(known),
    archive: await archiveOf(container, known, downloads),
  }
}

const requireFollowed = async (
  container: MedusaContainer,
  id: string,
  token: string
): Promise<Followed> => {
  const followed = await findFollowed(postgres(container), id, token)
  if (!followed) throw refuseLink()
  return followed
}

/** What became of a request. Throws not_found, the same for every token that does not work. */
export const followRequest = async (
  container: MedusaContainer,
  id: string,
  token: string
): Promise<StorePrivacyRequest> => {
  const { known, downloads } = await requireFollowed(container, id, token)
  return toOwnRequest(container, known, downloads)
}

/**
 * A request of an account.
 *
 * @throws not_found, the same for another's and for one that is none
 */
export const requireOwn = async (
  container: MedusaContainer,
  id: string,
  customerId: string
): Promise<Followed> => {
  const own = await findOwn(postgres(container), id, customerId)
  if (!own) throw notFound("The request was not found.")
  return own
}

/** The requests of an account, the latest first. */
export const listOwnRequests = async (
  container: MedusaContainer,
  customerId: string
): Promise<StorePrivacyRequest[]> => {
  const requests: StorePrivacyRequest[] = []
  for (const id of await findIdsOfOwn(postgres(container), customerId)) {
    const { known, downloads } = await requireOwn(container, id, customerId)
    requests.push(await toOwnRequest(container, known, downloads))
  }
  return requests
}

/** What the person got is their answer: the request ends with it unless staff has ended it. */
const endByDownload = (container: MedusaContainer, id: string): Promise<void> =>
  postgres(container).transaction(async (transaction) => {
    await transaction.raw("SELECT 1 FROM dk_subject_request WHERE id = ? FOR UPDATE", [id])
    const { folded } = await readRequest(transaction, id)
    if (whyNot(folded, "completed") !== null) return
    const event = { type: "completed" } as const
    await actOnRequest(transaction, id, { event, actor: "system", now: new Date() })
  })

export type Archive = {
  request: ExportRequest
  /** To be called once the person has all of it. */
  finish: () => Promise<void>
}

const open = async (
  container: MedusaContainer,
  { known }: Followed,
  subject: ExportRequest["subject"] | null
): Promise<Archive> => {
  const { id, kind, locale } = known.row
  const profile = PROFILES[kind]
  const archive = await archiveOf(container, known, 0)
  if (!profile || !archive?.is_ready || !subject) {
    throw conflict("archive_not_ready", "There is nothing to download yet.")
  }
  if (!(await countDownload(postgres(container), id))) {
    throw conflict("archive_used_up", "It has been downloaded as often as it can be.")
  }
  const { locales } = subjectRequestSettings(container)
  return {
    request: { subject, profile, locale: shippedLocale(locales, locale) },
    finish: () => endByDownload(container, id),
  }
}

/**
 * Opens the copy of what was typed with the person's mailbox; each time counts. What may be somebody else's is left out,
 * but for the orders that staff confirmed.
 *
 * @throws not_found for a token that does not work; conflict `archive_not_ready`, `archive_used_up`
 */
export const openArchive = async (
  container: MedusaContainer,
  id: string,
  token: string
): Promise<Archive> => {
  const followed = await requireFollowed(container, id, token)
  const { email, confirmed_order_ids: confirmed } = followed.known.row
  return open(
    container,
    followed,
    email === null ? null : { email, confirmed_order_ids: confirmed }
  )
}

/**
 * Opens the copy of all that is the account's; each time counts. What may be somebody else's is left out,
 * but for the orders that staff confirmed.
 *
 * @throws not_found for a request that is not the account's; conflict `archive_not_ready`, `archive_used_up`
 */
export const openOwnArchive = async (
  container: MedusaContainer,
  id: string,
  customerId: string
): Promise<Archive> => {
  const own = await requireOwn(container, id, customerId)
  const { row } = own.known
  // What staff confirmed of somebody else's account or mailbox is not this account's.
  const confirmed = isAboutAnother(row) ? [] : row.confirmed_order_ids
  return open(container, own, { customer_id: customerId, confirmed_order_ids: confirmed })
}
