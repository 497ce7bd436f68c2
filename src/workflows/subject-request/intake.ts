import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { RequestKind } from "../../modules/subject-request/domain/kinds"
import { linkMailOf } from "../../modules/subject-request/domain/link-mail"
import {
  addIntake,
  beginForAccount,
  confirmIntake,
  INTAKES,
  removeExpiredIntakes,
} from "../../modules/subject-request/intake"
import type { Intake } from "../../modules/subject-request/intake"
import { readRequest } from "../../modules/subject-request/requests"
import {
  countOne,
  dropOldCounts,
  MAILED,
  MAILED_OF_KIND,
} from "../../modules/subject-request/limits"
import { copenhagenDay } from "../../rules"
import { errorName, unauthorized } from "../../shared/errors"
import { forgetMails, mailOnce } from "../../shared/mail-once"
import { hasNotificationProvider } from "../../shared/notification-provider"
import { shippedLocale } from "../../shared/options"
import { claimGroup, dueGroups, recordFailure, recordOutcome } from "../../shared/outbox"
import { postgres, selectRows } from "../../shared/postgres"
import { createToken, verifyToken } from "../../shared/tokens"
import type { StoreConfirmedPrivacyRequest } from "../../types/http"
import { toOwnRequest } from "./follow"
import { carryOutAtOnce } from "./fulfil/at-once"
import { refuseLink } from "./refuse-link"
import { subjectRequestSettings } from "./settings"

/** Name of the template that a store gives its provider of e-mail. */
const TEMPLATE = "dk-subject-request-link"

const TOKEN = "subject-request-link"

const BATCH = 100

const mailKey = (id: string): string => `dk-subject-request-link:${id}`

export type Asked = {
  kind: RequestKind
  message?: string | undefined
  locale?: string | undefined
}

/**
 * Writes down what a guest asks. The same for every address, known or not; one that was mailed too often is not mailed again.
 *
 * @returns the id whose mail waits, or null
 */
export const askAsGuest = async (
  container: MedusaContainer,
  { kind, email, message, locale }: Asked & { email: string }
): Promise<string | null> => {
  const connection = postgres(container)
  const { controller, secrets, locales, linkHours } = subjectRequestSettings(container)
  const mailbox = email.trim().toLowerCase()
  const ofKind = await countOne(connection, secrets, MAILED_OF_KIND, `${kind}\n${mailbox}`)
  if (!ofKind.isAllowed) return null
  // What is not mailed takes none of the day's mails.
  const ofAll = await countOne(connection, secrets, MAILED, mailbox)
  if (!ofAll.isAllowed) return null
  return addIntake(connection, {
    ...{ kind, email: mailbox, message: message ?? null, locale: shippedLocale(locales, locale) },
    ...{ controller_id: controller.id, linkHours, now: new Date() },
  })
}

/**
 * Begins a request of somebody who is signed in; the same again is the same request while it is open. What needs nobody's
 * judgement is carried out at once.
 *
 * @returns its id
 * @throws unauthorized when the account is gone
 */
export const askSignedIn = async (
  container: MedusaContainer,
  customerId: string,
  { kind, message, locale }: Asked
): Promise<string> => {
  const connection = postgres(container)
  const { controller, locales } = subjectRequestSettings(container)
  const [customer] = await selectRows<{ email: string | null; name: string | null }>(
    connection,
    `SELECT email, nullif(concat_ws(' ', nullif(first_name, ''), nullif(last_name, '')), '') AS name
       FROM customer WHERE id = ? AND deleted_at IS NULL`,
    [customerId]
  )
  if (!customer) throw unauthorized()
  const now = new Date()
  const { row } = await beginForAccount(connection, {
    ...{ controller_id: controller.id, kind, channel: "account", now },
    ...{ locale: shippedLocale(locales, locale), received_on: copenhagenDay(now) },
    ...{ customer_id: customerId, ...customer, message: message ?? null, created_by: null },
  })
  await carryOutAtOnce(container, row.id)
  return row.id
}

const sendMail = async (
  container: MedusaContainer,
  { id, email: to, kind, locale: wanted, expires_at: expires }: Intake
): Promise<{ outcome: string; isDone: boolean }> => {
  if (expires < new Date()) return { outcome: "too_late", isDone: true }
  const settings = subjectRequestSettings(container)
  const { controller, secrets, storefrontUrl, page, locales } = settings
  const { name: shop, email } = controller
  const locale = shippedLocale(locales, wanted)
  const token = createToken(secrets, TOKEN, id)
  // What stands behind the # is sent on by neither a server nor a scanner of mails.
  const link = `${storefrontUrl.replace(/\/$/, "")}${page}#id=${id}&token=${token}`
  const { subject, text } = linkMailOf(locale, { shop, email, kind, link, expires })
  const status = await mailOnce(container, mailKey(id), {
    // Medusa keeps the data; the link is in the content only, which it passes on and forgets.
    ...{ to, template: TEMPLATE, data: { locale, shop, kind, expires_at: expires } },
    content: { subject, text },
    trigger_type: "dk_subject_request.asked",
    resource_id: id,
    resource_type: "dk_subject_request_intake",
  })
  if (status === "failure") return { outcome: "mail_refused", isDone: false }
  // Nobody knows whether an interrupted one arrived; whoever got none asks again.
  return { outcome: status === "success" ? "mailed" : "mail_interrupted", isDone: true }
}

let hasWarned = false

/** Without a provider of e-mail links wait; the log says so once. */
const canMail = async (container: MedusaContainer): Promise<boolean> => {
  if (await hasNotificationProvider(postgres(container), "email")) {
    hasWarned = false
    return true
  }
  if (!hasWarned) {
    hasWarned = true
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        "dk-subject-request: Medusa has no provider of e-mail, so guests who ask get no link. Add one to medusa-config.ts; what waits is then mailed."
      )
  }
  return false
}

/** Sends the link of what one guest asked unless another server is at it or it was sent. Never throws. */
export const mailIntake = async (container: MedusaContainer, id: string): Promise<void> => {
  const connection = postgres(container)
  try {
    if (!(await canMail(container))) return
    const [row] = await claimGroup<Intake>(connection, INTAKES, id)
    if (!row) return
    const { outcome, isDone } = await sendMail(container, row)
    if (isDone) await recordOutcome(connection, INTAKES, [id], outcome)
    else await recordFailure(connection, INTAKES, [id], outcome)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-subject-request: the link of ${id} waits (${errorName(error)})`)
  }
}

/** Sends every link that waits and forgets what nobody confirmed in time; for the job. */
export const tendIntakes = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  await connection.transaction(async (transaction) => {
    const gone = await removeExpiredIntakes(transaction)
    // Medusa's own note of the mail holds the address too.
    await forgetMails(transaction, gone.map(mailKey))
  })
  await dropOldCounts(connection)
  const ids = await dueGroups(connection, INTAKES, BATCH)
  for (const id of ids) await mailIntake(container, id)
}

/**
 * The owner of a mailbox confirms what was asked with it, once. What needs nobody's judgement is carried out at once.
 *
 * @throws not_found, the same for a link that was used, is too old, is another's or was never made
 */
export const confirmAsked = async (
  container: MedusaContainer,
  id: string,
  token: string
): Promise<StoreConfirmedPrivacyRequest> => {
  const connection = postgres(container)
  const { secrets, controller } = subjectRequestSettings(container)
  if (!verifyToken(secrets, TOKEN, id, token)) throw refuseLink()
  const now = new Date()
  const confirmed = await confirmIntake(connection, { controllerId: controller.id, id, now })
  if (!confirmed) throw refuseLink()
  await forgetMails(connection, [mailKey(id)])
  const { known, token: followToken } = confirmed
  await carryOutAtOnce(container, known.row.id)
  const request = await toOwnRequest(container, await readRequest(connection, known.row.id))
  return { request, token: followToken }
}
