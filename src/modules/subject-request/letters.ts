import { randomBytes } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay, answerDeadlines } from "../../rules"
import { conflict, notFound, unexpected } from "../../shared/errors"
import { mailStatus } from "../../shared/mail-once"
import type { Outbox } from "../../shared/outbox"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { sha256 } from "../../shared/sha256"
import { clockOf } from "./domain/clock"
import { LETTER_OF_EVENT, parseOutcome } from "./domain/letters/facts"
import type { LetterFacts, LetterLocale, LetterTemplate, LetterText } from "./domain/letters/facts"
import { foldRequest } from "./domain/machine"
import type { TimedEvent } from "./domain/machine"
import type { RequestRow } from "./requests"

/** Letters of one request are sent by one server at a time. */
export const LETTERS: Outbox = { table: "dk_subject_request_letter", group: "request_id" }

export type LetterState = "waiting" | "sent" | "failed" | "by_hand"

export type LetterRow = {
  id: string
  request_id: string
  event_id: string
  template: LetterTemplate
  locale: LetterLocale
  nonce: string | null
  digest: string | null
  outcome: string | null
  attempts: number
  state: LetterState
  sent_at: Date | null
  sent_by: string | null
  created_at: Date
}

type Connection = Knex | Knex.Transaction

/** The key under which a letter is mailed once. */
export const letterMailKey = (id: string): string => `dk-subject-request-letter:${id}`

type Owed = { request_id: string; event_id: string; type: string; locale: LetterLocale }

/**
 * Writes down every letter that the timelines owe and that is not written down, as long as it is known to whom. From the facts alone, so it may run twice
 * and at once, and it finds what a killed process left.
 *
 * @param requestId of one request only
 */
export const oweLetters = async (connection: Connection, requestId?: string): Promise<void> => {
  const owed = await selectRows<Owed>(
    connection,
    `SELECT e.request_id, e.id AS event_id, e.type, r.locale
       FROM dk_subject_request_event e JOIN dk_subject_request r ON r.id = e.request_id
      WHERE e.type = ANY(:types) AND r.deleted_at IS NULL AND r.forgotten_at IS NULL AND (:id::text IS NULL OR r.id = :id)
        AND NOT EXISTS (SELECT 1 FROM dk_subject_request_letter l WHERE l.request_id = e.request_id AND l.event_id = e.id)
      ORDER BY e.request_id, e.position LIMIT 500`,
    { types: Object.keys(LETTER_OF_EVENT), id: requestId ?? null }
  )
  for (const { type, ...row } of owed) {
    await connection("dk_subject_request_letter")
      .insert({
        id: generateEntityId(undefined, "dkrql"),
        ...row,
        template: LETTER_OF_EVENT[type],
        nonce: randomBytes(16).toString("hex"),
      })
      .onConflict(["request_id", "event_id"])
      .ignore()
  }
}

/** The letters of a request, in the order of what they tell. */
export const listLetters = (connection: Connection, requestId: string): Promise<LetterRow[]> =>
  selectRows(
    connection,
    `SELECT l.* FROM dk_subject_request_letter l JOIN dk_subject_request_event e ON e.id = l.event_id
      WHERE l.request_id = ? AND l.deleted_at IS NULL ORDER BY e.position`,
    [requestId]
  )

/** One letter of a request. Throws not_found. */
export const readLetter = async (
  connection: Connection,
  requestId: string,
  id: string
): Promise<LetterRow> => {
  const [row] = await selectRows<LetterRow>(
    connection,
    "SELECT * FROM dk_subject_request_letter WHERE id = ? AND request_id = ? AND deleted_at IS NULL",
    [id, requestId]
  )
  if (!row) throw notFound("The request has no letter with this id.")
  return row
}

type Told = {
  row: Pick<RequestRow, "kind" | "name" | "channel">
  /** The timeline up to and with what the letter tells. */
  events: readonly TimedEvent[]
  reason: string | null
  /** What stands beside the last event, as it was stored. */
  data: Readonly<Record<string, unknown>>
  shop: LetterFacts["shop"]
}

/** What a letter about the last of these events may say; the same before the event is stored and after. */
export const letterFacts = ({ row, events, reason, data, shop }: Told): LetterFacts => {
  const event = events.at(-1)
  const folded = foldRequest(events)
  if (!event || !folded) throw unexpected("A letter tells of no event")
  const { is_extended: isExtended, strict } = clockOf(folded, event.at)
  // An extension that came too late is promised all the same; that it does not count is between the shop and the law.
  const isLate = event.type === "extended" && !isExtended
  return {
    shop,
    kind: row.kind,
    name: row.name,
    has_account: row.channel === "account",
    received_on: folded.received_on,
    answer_by: isLate ? answerDeadlines(folded.received_on).extendedStrict : strict,
    happened_on: copenhagenDay(event.at),
    reason,
    ground: event.type === "refused" ? event.ground : null,
    finish_by: event.type === "planned" ? event.finish_by : null,
    outcome: parseOutcome(data.outcome),
  }
}

type StoredEvent = { id: string; data: Record<string, unknown> }

/** What stands beside an event, as it was stored: also what this version's timeline does not read. */
export const readEventData = async (
  connection: Connection,
  eventId: string
): Promise<Record<string, unknown>> => {
  const [row] = await selectRows<StoredEvent>(
    connection,
    "SELECT id, data FROM dk_subject_request_event WHERE id = ?",
    [eventId]
  )
  return row?.data ?? {}
}

const MARK = { da: "Brevets kendetegn", en: "Mark of this letter" } as const

/** The letter with its mark, which whoever holds it can prove it by. */
export const markLetter = (
  { locale, nonce }: Pick<LetterRow, "locale" | "nonce">,
  { subject, text }: LetterText
): LetterText => ({
  subject,
  text: nonce === null ? text : `${text}\n\n${MARK[locale]}: ${nonce}`,
})

/** Notes the digest of a text that is about to leave. */
export const noteDigest = async (
  connection: Connection,
  id: string,
  { subject, text }: LetterText
): Promise<void> => {
  await connection("dk_subject_request_letter")
    .where({ id, sent_at: null })
    .update({ digest: sha256(`${subject}\n\n${text}`), updated_at: new Date() })
}

/** The letter has left; its mark is now only in the letter. */
export const noteSent = async (
  connection: Connection,
  id: string,
  { outcome, by }: { outcome: string; by: string | null }
): Promise<void> => {
  await connection.raw(
    `UPDATE dk_subject_request_letter
        SET outcome = ?, sent_at = now(), sent_by = ?, done_at = now(), claimed_until = NULL, nonce = NULL, updated_at = now()
      WHERE id = ? AND sent_at IS NULL`,
    [outcome, by, id]
  )
}

/** Holds a letter that has not left. Throws not_found, conflicts `letter_sent` and `letter_being_sent`. */
const holdLetter = async (
  transaction: Knex.Transaction,
  { requestId, id }: { requestId: string; id: string }
): Promise<LetterRow> => {
  const [row] = await selectRows<LetterRow & { is_claimed: boolean }>(
    transaction,
    `SELECT *, coalesce(claimed_until > now(), false) AS is_claimed FROM dk_subject_request_letter
      WHERE id = ? AND request_id = ? AND deleted_at IS NULL FOR UPDATE`,
    [id, requestId]
  )
  if (!row) throw notFound("The request has no letter with this id.")
  if (row.state === "sent") throw conflict("letter_sent", "The letter has been sent.")
  if (row.is_claimed) throw conflict("letter_being_sent", "The letter is being mailed now.")
  return row
}

/**
 * Notes the digest of a text that staff prints. Of a mail that may have arrived the digest stays: it is all that proves it.
 *
 * @throws not_found, or conflicts `letter_sent` and `letter_being_sent`
 */
export const notePrinted = (
  connection: Knex,
  letter: { requestId: string; id: string },
  content: LetterText
): Promise<void> =>
  connection.transaction(async (transaction) => {
    const { id, outcome } = await holdLetter(transaction, letter)
    const status = await mailStatus(transaction, letterMailKey(id))
    const mayHaveLeft = outcome === "mail_interrupted" || status === "pending"
    if (!mayHaveLeft) await noteDigest(transaction, id, content)
  })

/**
 * Notes that staff sent a letter.
 *
 * @throws not_found, or conflicts `letter_sent` and `letter_being_sent`
 */
export const markSentByHand = (
  connection: Knex,
  { by, ...letter }: { requestId: string; id: string; by: string }
): Promise<void> =>
  connection.transaction(async (transaction) => {
    const { id } = await holdLetter(transaction, letter)
    await noteSent(transaction, id, { outcome: "sent_by_hand", by })
  })
