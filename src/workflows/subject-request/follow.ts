import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../modules/subject-request/domain/clock"
import type { RequestKind } from "../../modules/subject-request/domain/kinds"
import { whyNot } from "../../modules/subject-request/domain/machine"
import type { RequestAction } from "../../modules/subject-request/domain/machine"
import {
  countDownload,
  DAYS_AFTER_END,
  findFollowed,
  MOST_DOWNLOADS,
} from "../../modules/subject-request/links"
import type { Followed } from "../../modules/subject-request/links"
import { actOnRequest, readRequest } from "../../modules/subject-request/requests"
import type { KnownRequest } from "../../modules/subject-request/requests"
import { isAboutAnother } from "../../modules/subject-request/subjects"
import { copenhagenDay } from "../../rules"
import { conflict } from "../../shared/errors"
import { shippedLocale } from "../../shared/options"
import { postgres, selectRows } from "../../shared/postgres"
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

const decisionOf = ({ timeline }: KnownRequest): StorePrivacyRequestDecision | null => {
  const last = timeline.filter(({ event }) => DECISIONS.includes(event.type)).at(-1)
  if (!last) return null
  const { event, reason } = last
  // Of other decisions the words are staff's own.
  const isRefusal = event.type === "refused"
  return {
    type: event.type,
    on: copenhagenDay(event.at),
    ground: isRefusal ? event.ground : null,
    reason: isRefusal ? reason : null,
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
const isReleased = async (container: MedusaContainer, known: KnownRequest): Promise<boolean> => {
  const { row, folded } = known
  if (!isMailboxProven(known) || row.email === null || isAboutAnother(row)) return false
  const {
    customers,
    uncertain,
    is_role_mailbox: isShared,
  } = await findPeopleOf(container, row.email)
  if (customers.some((known) => known.has_account)) return false
  if (row.state === "completed" || row.state === "partly_completed") return true
  return (
    row.state === "in_progress" &&
    folded.identity === "mailed_link" &&
    !isShared &&
    uncertain.length === 0
  )
}

const archiveOf = async (
  container: MedusaContainer,
  known: KnownRequest,
  downloads: number
): Promise<StorePrivacyRequest["archive"]> => {
  const { kind, ended_at: ended, channel } = known.row
  if (!PROFILES[kind] || channel === "account") return null
  const until = ended && new Date(ended.getTime() + DAYS_AFTER_END * DAY_MS)
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

/** The requests of an account, the latest first. */
export const listOwnRequests = async (
  container: MedusaContainer,
  customerId: string
): Promise<StorePrivacyRequest[]> => {
  const connection = postgres(container)
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT id FROM dk_subject_request WHERE customer_id = ? AND deleted_at IS NULL
      ORDER BY received_on DESC, created_at DESC LIMIT 100`,
    [customerId]
  )
  const requests: StorePrivacyRequest[] = []
  for (const { id } of rows) {
    requests.push(await toOwnRequest(container, await readRequest(connection, id)))
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
  const { known } = await requireFollowed(container, id, token)
  const { kind, email, locale, confirmed_order_ids: confirmed } = known.row
  const profile = PROFILES[kind]
  if (!profile || email === null || !(await isReleased(container, known))) {
    throw conflict("archive_not_ready", "There is nothing to download yet.")
  }
  if (!(await countDownload(postgres(container), id))) {
    throw conflict("archive_used_up", "It has been downloaded as often as it can be.")
  }
  const { locales } = subjectRequestSettings(container)
  return {
    request: {
      subject: { email, confirmed_order_ids: confirmed },
      profile,
      locale: shippedLocale(locales, locale),
    },
    finish: () => endByDownload(container, id),
  }
}
