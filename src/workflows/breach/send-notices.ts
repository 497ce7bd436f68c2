import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readBreach } from "../../modules/breach/breaches"
import type { KnownBreach } from "../../modules/breach/breaches"
import type { NoticeText } from "../../modules/breach/domain/events"
import { readContacts } from "../../modules/breach/contacts"
import type { Contact } from "../../modules/breach/contacts"
import {
  dueBatches,
  isTold,
  mayArriveOtherwise,
  noteNoticeDigest,
  NOTICES,
  oweTexts,
} from "../../modules/breach/notices"
import type { NoticeRow } from "../../modules/breach/notices"
import { errorName } from "../../shared/errors"
import { notifyOnce } from "../../shared/mail-once"
import { hasNotificationProvider } from "../../shared/notification-provider"
import { shippedLocale } from "../../shared/options"
import { claimGroup, keepClaim, recordFailure, recordOutcome } from "../../shared/outbox"
import { postgres } from "../../shared/postgres"
import { breachSettings } from "./settings"

/** Batches of one run, ten thousand people; the next run of the job goes on. */
const BATCHES = 400

/** Batches at the start of a case: a subscriber that takes long makes other events wait. The job goes on with the rest. */
const FIRST_BATCHES = 3

const TEMPLATE = "dk-breach-notice"

type Notice = { row: NoticeRow; contact: Contact | undefined; known: KnownBreach }

const textFor = (container: MedusaContainer, { contact, known }: Notice): NoticeText | null => {
  const { locales } = breachSettings(container)
  return known.folded.notice?.[shippedLocale(locales, contact?.locale ?? undefined)] ?? null
}

/** Tells one person in one way, once. What cannot be told so is left to another way, at last to staff. */
const sendNotice = async (container: MedusaContainer, notice: Notice): Promise<void> => {
  const connection = postgres(container)
  const { row, contact, known } = notice
  const end = (outcome: string) => recordOutcome(connection, NOTICES, [row.id], outcome)
  const channel = row.notice_channel === "sms" ? "sms" : "email"
  const to = channel === "sms" ? contact?.phone : contact?.email
  if (!to) return end("no_address")
  // Told is asked last: what was being sent may have arrived since.
  const isElsewhere = await mayArriveOtherwise(connection, row)
  if (await isTold(connection, row.breach_person_id)) return end("told_by_hand")
  if (isElsewhere) return recordFailure(connection, NOTICES, [row.id], "another_way")
  // A drill goes the whole way but the last step: nobody is frightened.
  if (known.row.is_drill) return end("drill")
  const text = textFor(container, notice)
  if (!text) return recordFailure(connection, NOTICES, [row.id], "no_text")
  if (!(await hasNotificationProvider(connection, channel))) return end("no_provider")
  await noteNoticeDigest(connection, row.id, text)
  const status = await notifyOnce(
    container,
    { channel, key: `${TEMPLATE}:${row.id}` },
    {
      ...{ to, template: TEMPLATE, content: text, data: { breach_id: row.breach_id } },
      trigger_type: "dk_breach.notice",
      resource_id: row.id,
      resource_type: "dk_breach_notice",
    }
  )
  if (status === "success") return end(channel === "sms" ? "texted" : "mailed")
  // Nobody knows whether it arrived; staff calls or writes.
  if (status === "pending") return end("interrupted")
  return recordFailure(connection, NOTICES, [row.id], "refused")
}

/** Sends one batch unless another server is at it. Never throws. */
const sendBatch = async (container: MedusaContainer, batch: string): Promise<void> => {
  const connection = postgres(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const rows = await claimGroup<NoticeRow>(connection, NOTICES, batch)
    const [first] = rows
    if (!first) return
    const known = await readBreach(connection, first.breach_id)
    // It was ruled out or closed since: what is claimed waits until it goes on.
    if (known.folded.is_ruled_out || known.folded.state === "closed") return
    const contacts = await readContacts(
      connection,
      rows.map((row) => row.breach_person_id)
    )
    for (const row of rows) {
      try {
        if (!(await keepClaim(connection, NOTICES, row))) continue
        await sendNotice(container, { row, known, contact: contacts.get(row.breach_person_id) })
      } catch (error) {
        await recordFailure(connection, NOTICES, [row.id], "not_sent")
        logger.error(`dk-breach: notice ${row.id} waits (${errorName(error)})`)
      }
    }
  } catch (error) {
    logger.error(`dk-breach: notices of ${batch} wait (${errorName(error)})`)
  }
}

const sendBatches = async (
  container: MedusaContainer,
  breachId: string | null,
  limit: number
): Promise<void> => {
  for (const batch of await dueBatches(postgres(container), breachId, limit)) {
    await sendBatch(container, batch)
  }
}

/**
 * Tells those affected who wait to be told, and by a text message whom no mail has reached, where the shop has a provider for
 * it; for the job. Of a case that was ruled out or is closed nobody is told. May run twice and at once, and goes on where a killed process stopped.
 */
export const sendNotices = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  if (await hasNotificationProvider(connection, "sms")) await oweTexts(connection)
  await sendBatches(container, null, BATCHES)
}

/** Tells the first of those affected by one case who wait to be told, beside the job: whoever claims a batch sends it. */
export const sendNoticesOf = (container: MedusaContainer, breachId: string): Promise<void> =>
  sendBatches(container, breachId, FIRST_BATCHES)
