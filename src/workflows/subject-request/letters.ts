import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { RequestKind } from "../../modules/subject-request/domain/kinds"
import type { RequestEvent } from "../../modules/subject-request/domain/machine"
import { LETTER_OF_EVENT } from "../../modules/subject-request/domain/letters/facts"
import type {
  LetterLocale,
  LetterOutcome,
  LetterText,
} from "../../modules/subject-request/domain/letters/facts"
import { renderLetterPage } from "../../modules/subject-request/domain/letters/page"
import { renderLetter } from "../../modules/subject-request/domain/letters/render"
import {
  letterFacts,
  letterMailKey,
  LETTERS,
  listLetters,
  markLetter,
  markSentByHand,
  noteDigest,
  notePrinted,
  noteSent,
  oweLetters,
  readEventData,
  readLetter,
} from "../../modules/subject-request/letters"
import type { LetterRow } from "../../modules/subject-request/letters"
import { readRequest, refuseUnlessPossible } from "../../modules/subject-request/requests"
import type { KnownRequest } from "../../modules/subject-request/requests"
import { subjectOf } from "../../modules/subject-request/subjects"
import { CATEGORY_WORDS } from "../../modules/personal-data"
import type { SubjectRequestSettings } from "../../modules/subject-request/options"
import { conflict, errorName, invalidField, isMedusaErrorOf, unexpected } from "../../shared/errors"
import { mailOnce, mailStatus } from "../../shared/mail-once"
import type { MailStatus } from "../../shared/mail-once"
import { claimGroup, dueGroups, recordFailure, recordOutcome } from "../../shared/outbox"
import { shippedLocale } from "../../shared/options"
import { hasNotificationProvider } from "../../shared/notification-provider"
import { postgres } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type {
  AdminLetterPreview,
  AdminSubjectRequestLetter,
  AdminSubjectRequestLettersResponse,
} from "../../types/http"
import { countHeldOf, readKeptAfterErasure } from "../personal-data"
import { subjectRequestSettings } from "./settings"

const BATCH = 100

const shopOf = ({ controller: { name, email, phone } }: SubjectRequestSettings) => ({
  name,
  email,
  phone: phone ?? null,
})

/** Whoever asks with these is told what the shop has. */
const ASKS_WHAT_IS_HELD: readonly RequestKind[] = ["information", "access"]

/** What is held, by the names of its categories; null while nobody is named. The request itself is not counted. */
const heldOf = async (
  container: MedusaContainer,
  row: KnownRequest["row"],
  locale: LetterLocale
): Promise<LetterOutcome["what_is_held"]> => {
  const subject = subjectOf(row)
  if (!subject) return null
  try {
    const held = await countHeldOf(container, { subject, profile: "access", locale })
    const titles: Readonly<Record<string, Readonly<Record<LetterLocale, string>>>> = CATEGORY_WORDS
    return held.flatMap(({ category, rows }) =>
      rows === 0 || category === "evidence"
        ? []
        : [{ title: titles[category]?.[locale] ?? category, rows }]
    )
  } catch (error) {
    // Somebody who was erased meanwhile.
    if (isMedusaErrorOf(error, "not_found")) return []
    throw error
  }
}

/** Who asks what the shop has is told what is held, and of somebody who was erased what a law keeps. */
const answerOf = async (
  container: MedusaContainer,
  {
    row,
    type,
    locale,
  }: { row: KnownRequest["row"]; type: RequestEvent["type"]; locale: LetterLocale }
): Promise<Record<string, unknown>> => {
  if (!ASKS_WHAT_IS_HELD.includes(row.kind) || type !== "completed") return {}
  const { customer_id: customerId = row.customer_id, email = row.email } = subjectOf(row) ?? {}
  const kept = await readKeptAfterErasure(container, { customer_id: customerId, email })
  // A copy says it by itself.
  const what = row.kind === "information" ? await heldOf(container, row, locale) : null
  return { outcome: { ...kept, what_is_held: what } }
}

/** The text of a letter that is owed, by the facts as they are. */
const textOf = async (
  container: MedusaContainer,
  letter: LetterRow,
  { row, timeline }: KnownRequest
): Promise<LetterText> => {
  const settings = subjectRequestSettings(container)
  const index = timeline.findIndex(({ id }) => id === letter.event_id)
  const line = timeline[index]
  if (!line) throw unexpected(`Letter ${letter.id} tells of no event`)
  const facts = letterFacts({
    row,
    events: timeline.slice(0, index + 1).map(({ event }) => event),
    reason: line.reason,
    data: {
      ...(await readEventData(postgres(container), line.id)),
      ...(await answerOf(container, { row, type: line.event.type, locale: letter.locale })),
    },
    shop: shopOf(settings),
  })
  return markLetter(letter, renderLetter(settings.templates, letter, facts))
}

const settle = async (connection: Knex, id: string, status: MailStatus): Promise<void> => {
  if (status === "success") await noteSent(connection, id, { outcome: "mailed", by: null })
  // Nobody knows whether it arrived; staff decides whether to send it again by hand.
  else if (status === "pending") await recordOutcome(connection, LETTERS, [id], "mail_interrupted")
  else await recordFailure(connection, LETTERS, [id], "mail_refused")
}

const sendLetter = async (
  container: MedusaContainer,
  letter: LetterRow,
  known: KnownRequest
): Promise<void> => {
  const connection = postgres(container)
  const { id, template, locale } = letter
  const before = await mailStatus(connection, letterMailKey(id))
  if (before === "success" || before === "pending") {
    await settle(connection, id, before)
    return
  }
  const { email } = known.row
  if (email === null) {
    await recordOutcome(connection, LETTERS, [id], "by_hand")
    return
  }
  const content = await textOf(container, letter, known)
  await noteDigest(connection, id, content)
  const status = await mailOnce(container, letterMailKey(id), {
    to: email,
    template: `dk-subject-request-${template.replace("_", "-")}`,
    // Medusa keeps this beside the address; the text it passes on and forgets.
    data: { locale, template },
    content,
    trigger_type: "dk_subject_request.letter_owed",
    resource_id: id,
    resource_type: "dk_subject_request_letter",
  })
  await settle(connection, id, status)
}

/** Sends what waits of one request, in order. Never throws; without a provider of e-mail the letters wait. */
const sendLettersOf = async (
  container: MedusaContainer,
  requestId: string,
  hasProvider: boolean
): Promise<void> => {
  const connection = postgres(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const known = await readRequest(connection, requestId)
    if (known.row.email !== null && !hasProvider) return
    const claimed = await claimGroup<LetterRow>(connection, LETTERS, requestId)
    const order = known.timeline.map(({ id }) => id)
    const letters = [...claimed].sort(
      (one, other) => order.indexOf(one.event_id) - order.indexOf(other.event_id)
    )
    for (const letter of letters) {
      try {
        await sendLetter(container, letter, known)
      } catch (error) {
        await recordFailure(connection, LETTERS, [letter.id], "not_written")
        logger.error(`dk-subject-request: letter ${letter.id} waits (${errorName(error)})`)
      }
    }
  } catch (error) {
    logger.error(`dk-subject-request: letters of ${requestId} wait (${errorName(error)})`)
  }
}

/** Writes down the letters that are owed and sends those that wait; for the job. */
export const sendDueLetters = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  await oweLetters(connection)
  const hasProvider = await hasNotificationProvider(connection, "email")
  for (const id of await dueGroups(connection, LETTERS, BATCH)) {
    await sendLettersOf(container, id, hasProvider)
  }
}

const toLetter = (row: LetterRow): AdminSubjectRequestLetter => ({
  id: row.id,
  event_id: row.event_id,
  template: row.template,
  locale: row.locale,
  state: row.state,
  outcome: row.outcome,
  attempts: row.attempts,
  digest: row.digest,
  sent_at: row.sent_at?.toISOString() ?? null,
  sent_by: row.sent_by,
  created_at: row.created_at.toISOString(),
})

/** The letters a request owes, and whether Medusa can send mail. Throws not_found. */
export const getLetters = async (
  container: MedusaContainer,
  requestId: string
): Promise<AdminSubjectRequestLettersResponse> => {
  const connection = postgres(container)
  await readRequest(connection, requestId)
  await oweLetters(connection, requestId)
  const letters = await listLetters(connection, requestId)
  return {
    letters: letters.map(toLetter),
    has_mail_provider: await hasNotificationProvider(connection, "email"),
  }
}

/**
 * The letter as a page to print. What is printed is what its digest is of, until it has been sent; of a mail that may have
 * arrived the digest stays.
 *
 * @throws not_found, or conflicts `letter_sent`: its text is not kept, and `letter_being_sent`
 */
export const printLetter = async (
  container: MedusaContainer,
  requestId: string,
  id: string
): Promise<string> => {
  const connection = postgres(container)
  const known = await readRequest(connection, requestId)
  const letter = await readLetter(connection, requestId, id)
  if (letter.state === "sent") throw conflict("letter_sent", "The letter has been sent.")
  const content = await textOf(container, letter, known)
  await notePrinted(connection, { requestId, id }, content)
  const { controller } = subjectRequestSettings(container)
  return renderLetterPage(content, { controller, to: known.row.name, locale: letter.locale })
}

/** Notes that staff sent a letter. Throws not_found and conflicts `letter_sent`, `letter_being_sent`. */
export const markLetterSent = async (
  container: MedusaContainer,
  input: { requestId: string; id: string; by: string }
): Promise<AdminSubjectRequestLettersResponse> => {
  await markSentByHand(postgres(container), input)
  return getLetters(container, input.requestId)
}

export type Receipt = {
  kind: RequestKind
  name: string | null
  received_on: string
  locale?: string | undefined
}

/** The receipt of a request that is not recorded yet, as it would be sent. Nothing is written. */
export const draftReceipt = (
  container: MedusaContainer,
  { received_on, locale: asked, ...row }: Receipt
): AdminLetterPreview => {
  const settings = subjectRequestSettings(container)
  const template = "receipt" as const
  const locale = shippedLocale(settings.locales, asked)
  const facts = letterFacts({
    row: { ...row, channel: "mail" },
    events: [{ type: "received", received_on, at: new Date() }],
    reason: null,
    data: {},
    shop: shopOf(settings),
  })
  return { template, locale, ...renderLetter(settings.templates, { template, locale }, facts) }
}

/**
 * The letter that a decision would owe, as it would be sent. Nothing is written.
 *
 * @throws not_found, invalid_data naming `action`, or a conflict whose code says why the decision is not possible now
 */
export const previewLetter = async (
  container: MedusaContainer,
  requestId: string,
  { event, reason }: { event: RequestEvent; reason: string | null }
): Promise<AdminLetterPreview> => {
  const settings = subjectRequestSettings(container)
  const { row, timeline, folded } = await readRequest(postgres(container), requestId)
  const template = LETTER_OF_EVENT[event.type]
  if (template === undefined) throw invalidField("action", "no_letter", "owes no letter.")
  refuseUnlessPossible(folded, event.type)
  const locale = shippedLocale(settings.locales, row.locale)
  const facts = letterFacts({
    row,
    events: [...timeline.map((line) => line.event), { ...event, at: new Date() }],
    reason,
    data: await answerOf(container, { row, type: event.type, locale }),
    shop: shopOf(settings),
  })
  return { template, locale, ...renderLetter(settings.templates, { template, locale }, facts) }
}
