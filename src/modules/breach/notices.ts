import { generateEntityId } from "@medusajs/framework/utils"
import { conflict, notFound } from "../../shared/errors"
import type { Claimed, Outbox } from "../../shared/outbox"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { sha256 } from "../../shared/sha256"
import type { NoticeText } from "./domain/events"
import type { NoticeChannel } from "./domain/kinds"

/** Notices of one batch are sent by one server at a time. */
export const NOTICES: Outbox = { table: "dk_breach_notice", group: "batch" }

export type NoticeRow = Claimed & {
  breach_id: string
  breach_person_id: string
  notice_channel: NoticeChannel
  outcome: string | null
  done_at: Date | null
}

/** What tells that somebody was told: mailed, sent as a text, called or written to; in a drill that it would have been. */
export const TOLD = ["mailed", "texted", "called", "written", "drill"]

/** SQL that somebody (`p`) has been told; binds the list of outcomes by the name `told`. */
export const IS_TOLD = `EXISTS (SELECT 1 FROM dk_breach_notice n
  WHERE n.breach_person_id = p.id AND n.done_at IS NOT NULL AND n.outcome = ANY(:told))`

/** After so many tries, a quarter of an hour, staff and other ways do not wait for a mailbox any more. */
const LONG = 6

/** SQL that the notices of a case (`b`) go out: it is open, and was not ruled out since it was assessed. */
const GOES_ON = `(b.state = 'open' AND b.deleted_at IS NULL AND (SELECT e.type FROM dk_breach_event e
  WHERE e.breach_id = b.id AND e.type IN ('assessed', 'ruled_out') ORDER BY e.position DESC LIMIT 1) IS DISTINCT FROM 'ruled_out')`

/** SQL that a notice to somebody (`p`) waits to be sent. */
export const IS_WAITING = `EXISTS (SELECT 1 FROM dk_breach_notice w WHERE w.breach_person_id = p.id AND w.done_at IS NULL)`

/** SQL that a notice to somebody (`p`) waits to be sent and has not been refused for long. */
export const IS_EXPECTED = `EXISTS (SELECT 1 FROM dk_breach_notice w
  WHERE w.breach_person_id = p.id AND w.done_at IS NULL AND w.attempts < ${LONG.toString()})`

/** Whether any notice of a case waits to be sent. */
export const hasWaiting = async (
  connection: Knex | Knex.Transaction,
  breachId: string
): Promise<boolean> =>
  (
    await selectRows(
      connection,
      "SELECT 1 FROM dk_breach_notice WHERE breach_id = ? AND done_at IS NULL LIMIT 1",
      [breachId]
    )
  ).length > 0

/** Batches of a case, or of all with null, that are due and that nobody is at, those that wait longest first; of cases that are over, none. */
export const dueBatches = async (
  connection: Knex,
  breachId: string | null,
  limit: number
): Promise<string[]> => {
  const rows = await selectRows<{ batch: string }>(
    connection,
    `SELECT n.batch FROM dk_breach_notice n
      WHERE n.done_at IS NULL AND n.next_attempt_at <= now() AND (n.claimed_until IS NULL OR n.claimed_until < now())
        AND n.breach_id IN (SELECT b.id FROM dk_breach b WHERE ${GOES_ON} AND (?::text IS NULL OR b.id = ?))
      GROUP BY n.batch ORDER BY min(n.next_attempt_at) LIMIT ?`,
    [breachId, breachId, limit]
  )
  return rows.map(({ batch }) => batch)
}

/** Whether another notice to the same person is being sent, or may have arrived. */
export const mayArriveOtherwise = async (
  connection: Knex,
  { id, breach_person_id }: Pick<NoticeRow, "id" | "breach_person_id">
): Promise<boolean> =>
  (
    await selectRows(
      connection,
      `SELECT 1 FROM dk_breach_notice WHERE breach_person_id = ? AND id <> ?
          AND (outcome = 'interrupted' OR (done_at IS NULL AND claimed_until > now()))`,
      [breach_person_id, id]
    )
  ).length > 0

/** Adds another way to tell somebody; nothing happens when there is one already. */
export const oweAnother = async (
  connection: Knex | Knex.Transaction,
  { breach_id, breach_person_id }: Pick<NoticeRow, "breach_id" | "breach_person_id">,
  channel: NoticeChannel
): Promise<void> => {
  const id = generateEntityId(undefined, "dkbrn")
  await connection("dk_breach_notice")
    .insert({ ...{ id, breach_id, breach_person_id }, notice_channel: channel, batch: id })
    .onConflict(["breach_person_id", "notice_channel"])
    .ignore()
}

/** The digest of what is about to be sent. */
export const noteNoticeDigest = async (
  connection: Knex,
  id: string,
  { subject, text }: NoticeText
): Promise<void> => {
  await connection("dk_breach_notice")
    .where({ id, done_at: null })
    .update({ digest: sha256(`${subject}\n\n${text}`) })
}

export type NoticeCount = { notice_channel: NoticeChannel; outcome: string | null; people: number }

/** How many were told in which way, and what came of it. */
export const countNotices = (connection: Knex, breachId: string): Promise<NoticeCount[]> =>
  selectRows(
    connection,
    `SELECT notice_channel, CASE WHEN done_at IS NULL THEN NULL ELSE outcome END AS outcome, count(*)::int AS people
       FROM dk_breach_notice WHERE breach_id = ? GROUP BY 1, 2 ORDER BY 1, 2 NULLS FIRST`,
    [breachId]
  )

/** People whom nobody has told yet. */
export const countUntold = async (
  connection: Knex | Knex.Transaction,
  breachId: string
): Promise<number> => {
  const [row] = await selectRows<{ people: number }>(
    connection,
    `SELECT count(*)::int AS people FROM dk_breach_person p WHERE p.breach_id = :breachId AND NOT ${IS_TOLD}`,
    { breachId, told: TOLD }
  )
  return row?.people ?? 0
}

/** Whether any notice of a case is written down, sent or not. */
export const hasNotices = async (
  transaction: Knex.Transaction,
  breachId: string
): Promise<boolean> =>
  (
    await selectRows(transaction, "SELECT 1 FROM dk_breach_notice WHERE breach_id = ? LIMIT 1", [
      breachId,
    ])
  ).length > 0

/** Whether somebody has been told, in whatever way. */
export const isTold = async (connection: Knex, personId: string): Promise<boolean> =>
  (
    await selectRows(
      connection,
      `SELECT 1 FROM dk_breach_person p WHERE p.id = :personId AND ${IS_TOLD}`,
      { personId, told: TOLD }
    )
  ).length > 0

/** Notices of one person; their rows are held, so that no server begins to send one meanwhile. */
const HELD = `
  SELECT done_at IS NOT NULL AND outcome = ANY(:told) AS is_told, done_at IS NULL AND claimed_until > now() AS is_being_sent
    FROM dk_breach_notice WHERE breach_person_id = :personId FOR UPDATE`

export type ToldByHand = {
  breachId: string
  personId: string
  channel: "call" | "letter"
  outcome: "called" | "written" | "not_reached"
  by: string
}

/**
 * Notes that staff called somebody or wrote to them, or could not. What waited to tell them is not sent any more once they
 * are told. The caller holds the row of the case.
 *
 * @throws not_found, or conflict `told_already` or `being_told`
 */
export const noteToldByHand = async (
  transaction: Knex.Transaction,
  { breachId, personId, channel, outcome, by }: ToldByHand
): Promise<void> => {
  const [person] = await selectRows(
    transaction,
    "SELECT 1 FROM dk_breach_person WHERE id = ? AND breach_id = ? FOR UPDATE",
    [personId, breachId]
  )
  if (!person) throw notFound("Nobody affected has this id.")
  const held = await selectRows<{ is_told: boolean; is_being_sent: boolean }>(transaction, HELD, {
    ...{ personId, told: TOLD },
  })
  if (held.some((notice) => notice.is_told)) {
    throw conflict("told_already", "The person has been told.")
  }
  if (held.some((notice) => notice.is_being_sent)) {
    throw conflict("being_told", "A notice to the person is being sent. Look again in two minutes.")
  }
  const done = { done_at: new Date(), told_by: by, updated_at: new Date() }
  if (outcome !== "not_reached") {
    await transaction("dk_breach_notice")
      .where({ breach_person_id: personId, done_at: null })
      .update({ ...done, outcome: "told_by_hand" })
  }
  await oweAnother(transaction, { breach_id: breachId, breach_person_id: personId }, channel)
  await transaction("dk_breach_notice")
    .where({ breach_person_id: personId, notice_channel: channel })
    .update({ ...done, outcome })
}

/**
 * A text message for whom no mail has reached, or not for long, and who was tried in no other way; for a shop that can send
 * one. Whom staff is noting to have told is passed by.
 */
export const oweTexts = (connection: Knex): Promise<void> =>
  connection.transaction(async (transaction) => {
    const people = await selectRows<Pick<NoticeRow, "breach_id" | "breach_person_id">>(
      transaction,
      `SELECT n.breach_id, n.breach_person_id FROM dk_breach_notice n JOIN dk_breach_person p ON p.id = n.breach_person_id
        WHERE n.notice_channel = 'mail' AND CASE WHEN n.done_at IS NULL THEN n.attempts >= ${LONG.toString()} ELSE NOT n.outcome = ANY(?) END
          AND n.breach_id IN (SELECT b.id FROM dk_breach b WHERE ${GOES_ON})
          AND NOT EXISTS (SELECT 1 FROM dk_breach_notice s WHERE s.breach_person_id = n.breach_person_id AND s.notice_channel <> 'mail')
        ORDER BY n.id LIMIT 500 FOR UPDATE OF p SKIP LOCKED`,
      // Whether an interrupted mail arrived nobody knows: staff asks.
      [[...TOLD, "told_by_hand", "interrupted"]]
    )
    for (const person of people) await oweAnother(transaction, person, "sms")
  })
