import { generateEntityId } from "@medusajs/framework/utils"
import { conflict, notFound } from "../../shared/errors"
import type { Outbox } from "../../shared/outbox"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { sha256 } from "../../shared/sha256"
import type { NoticeText } from "./domain/events"
import type { NoticeChannel } from "./domain/kinds"

/** Notices of one batch are sent by one server at a time. */
export const NOTICES: Outbox = { table: "dk_breach_notice", group: "batch" }

/** So few that a batch is sent within its lease. */
const BATCH = 25

export type NoticeRow = {
  id: string
  breach_id: string
  breach_person_id: string
  notice_channel: NoticeChannel
  outcome: string | null
  done_at: Date | null
}

/** Where somebody is reached now, read from the rows that lead to them. */
export type Contact = {
  email: string | null
  phone: string | null
  name: string | null
  address: string | null
  /** BCP 47, as the order was placed; null when nobody said. */
  locale: string | null
}

/**
 * Writes a notice by mail for everybody affected who has none, protected addresses first. May be called again: who was added
 * later gets theirs, and nobody gets two.
 *
 * @returns how many are new
 */
export const oweNotices = async (
  transaction: Knex.Transaction,
  breachId: string
): Promise<number> => {
  const people = await selectRows<{ id: string }>(
    transaction,
    `SELECT p.id FROM dk_breach_person p WHERE p.breach_id = ?
        AND NOT EXISTS (SELECT 1 FROM dk_breach_notice n WHERE n.breach_person_id = p.id AND n.notice_channel = 'mail')
      ORDER BY p.has_protected_address DESC, p.id`,
    [breachId]
  )
  const round = generateEntityId(undefined, "dkbrr")
  const rows = people.map(({ id }, index) => ({
    ...{ id: generateEntityId(undefined, "dkbrn"), breach_id: breachId, breach_person_id: id },
    ...{ notice_channel: "mail", batch: `${round}:${Math.floor(index / BATCH).toString()}` },
  }))
  await transaction.batchInsert("dk_breach_notice", rows, 1_000)
  return rows.length
}

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

const CONTACTS = `
  SELECT p.id, coalesce(c.email, o.email) AS email, coalesce(c.phone, a.phone, s.phone) AS phone,
      nullif(trim(concat_ws(' ', coalesce(c.first_name, a.first_name, s.first_name), coalesce(c.last_name, a.last_name, s.last_name))), '') AS name,
      nullif(concat_ws(', ', coalesce(a.address_1, s.address_1), nullif(coalesce(a.address_2, s.address_2), ''),
        trim(concat_ws(' ', coalesce(a.postal_code, s.postal_code), coalesce(a.city, s.city)))), '') AS address,
      o.locale AS locale
    FROM dk_breach_person p
    LEFT JOIN customer c ON c.id = p.customer_id AND c.deleted_at IS NULL
    LEFT JOIN LATERAL (
      SELECT * FROM "order" x WHERE x.deleted_at IS NULL
        AND (x.id = p.order_id OR (p.order_id IS NULL AND x.customer_id = p.customer_id)) ORDER BY x.created_at DESC LIMIT 1) o ON true
    LEFT JOIN order_address a ON a.id = o.billing_address_id
    LEFT JOIN order_address s ON s.id = o.shipping_address_id
   WHERE p.id = ANY(?)`

/** Where people are reached, by the id of their row. Of somebody erased nothing is left but a document. */
export const readContacts = async (
  connection: Knex,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, Contact>> => {
  const rows = await selectRows<Contact & { id: string }>(connection, CONTACTS, [[...personIds]])
  return new Map(rows.map(({ id, ...contact }) => [id, contact]))
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

/** What tells that somebody was told: mailed, sent as a text, called or written to; in a drill that it would have been. */
const TOLD = ["mailed", "texted", "called", "written", "drill"]

/** People whom nobody has told yet. */
export const countUntold = async (
  connection: Knex | Knex.Transaction,
  breachId: string
): Promise<number> => {
  const [row] = await selectRows<{ people: number }>(
    connection,
    `SELECT count(*)::int AS people FROM dk_breach_person p WHERE p.breach_id = ?
        AND NOT EXISTS (SELECT 1 FROM dk_breach_notice n WHERE n.breach_person_id = p.id AND n.done_at IS NOT NULL AND n.outcome = ANY(?))`,
    [breachId, TOLD]
  )
  return row?.people ?? 0
}

/**
 * Notes that staff called somebody or wrote to them, or could not.
 *
 * @throws not_found, or conflict `told_already`
 */
export const noteToldByHand = (
  connection: Knex,
  told: {
    breachId: string
    personId: string
    channel: "call" | "letter"
    outcome: "called" | "written" | "not_reached"
    by: string
  }
): Promise<void> =>
  connection.transaction(async (transaction) => {
    const { breachId, personId, channel, outcome, by } = told
    const [person] = await selectRows(
      transaction,
      "SELECT 1 FROM dk_breach_person WHERE id = ? AND breach_id = ? FOR UPDATE",
      [personId, breachId]
    )
    if (!person) throw notFound("Nobody affected has this id.")
    const [done] = await selectRows(
      transaction,
      "SELECT 1 FROM dk_breach_notice WHERE breach_person_id = ? AND done_at IS NOT NULL AND outcome = ANY(?)",
      [personId, TOLD]
    )
    if (done) throw conflict("told_already", "The person has been told.")
    await oweAnother(transaction, { breach_id: breachId, breach_person_id: personId }, channel)
    await transaction("dk_breach_notice")
      .where({ breach_person_id: personId, notice_channel: channel })
      .update({ outcome, done_at: new Date(), told_by: by, updated_at: new Date() })
  })

/** A text message for whom no mail has reached and who has been told in no other way; for a shop that can send one. */
export const oweTexts = async (connection: Knex): Promise<void> => {
  const people = await selectRows<Pick<NoticeRow, "breach_id" | "breach_person_id">>(
    connection,
    `SELECT n.breach_id, n.breach_person_id FROM dk_breach_notice n
      WHERE n.notice_channel = 'mail' AND n.done_at IS NOT NULL AND NOT n.outcome = ANY(?)
        AND NOT EXISTS (SELECT 1 FROM dk_breach_notice s WHERE s.breach_person_id = n.breach_person_id AND s.notice_channel <> 'mail')
      ORDER BY n.id LIMIT 500`,
    [TOLD]
  )
  for (const person of people) await oweAnother(connection, person, "sms")
}
