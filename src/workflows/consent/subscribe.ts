import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { noticeOfChoice, noticesInForce, refuseSoftOptIn } from "../../modules/consent/carts"
import { confirmSubscription } from "../../modules/consent/confirm"
import { subscriptionMailOf } from "../../modules/consent/domain/subscription-texts"
import { eraseOldProof } from "../../modules/consent/keeping"
import type { ConsentSettings } from "../../modules/consent/options"
import { askSubscription, removeExpired, SUBSCRIPTIONS } from "../../modules/consent/subscriptions"
import type { Subscription } from "../../modules/consent/subscriptions"
import { countLost } from "../../modules/consent/suppressions"
import { errorName } from "../../shared/errors"
import { forgetMails, mailOnce } from "../../shared/mail-once"
import { claimGroup, dueGroups, recordFailure, recordOutcome } from "../../shared/outbox"
import { shippedLocale } from "../../shared/options"
import { postgres } from "../../shared/postgres"
import { createToken, verifyToken } from "../../shared/tokens"

/** Name of the template that a store gives its provider of e-mail. */
const TEMPLATE = "dk-consent-subscription"

const TOKEN = "consent-subscription"

const FORM = /^(dkcsbs_[0-9A-Z]{26})\.([0-9a-f]{64})$/

const BATCH = 100

const mailKey = (id: string): string => `dk-consent-subscription:${id}`

/** What somebody who signs up sends. */
export type SubscriptionRequest = {
  email: string
  purpose: string
  channel: "email"
  /** The text that stood beside the box. */
  notice_id: string
  locale?: string | undefined
}

/**
 * Writes down that a mailbox was entered; nothing is a consent before its owner confirms. The same for every address,
 * known, unknown, objecting or subscribed; one that was mailed too often is not mailed again.
 *
 * @returns the id whose mail waits, or null
 * @throws MedusaError naming `notice_id`: unknown, not in force, replaced, of another purpose, or one that asks for no consent
 */
export const requestSubscription = async (
  container: MedusaContainer,
  { email, purpose, channel, notice_id: noticeId, locale }: SubscriptionRequest
): Promise<string | null> => {
  const connection = postgres(container)
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const { id: controllerId } = settings.controller
  const known = await noticesInForce(connection, controllerId, [noticeId], "notice_id")
  const notice = noticeOfChoice(known, { purpose, channel }, "notice_id")
  refuseSoftOptIn(notice, "notice_id")
  return askSubscription(connection, controllerId, {
    email: email.trim().toLowerCase(),
    subject_key: null,
    purpose,
    channel,
    notice_id: notice.id,
    locale: locale ?? notice.locale,
  })
}

/**
 * The token stands behind the `#`, which neither a server nor a scanner of mails sends on; before it stands the text that is
 * agreed to, for the page to show.
 */
const linkOf = (settings: ConsentSettings, id: string, noticeId: string): string => {
  const { confirmPage, storefrontUrl, publicUrl } = settings
  const page =
    confirmPage === undefined
      ? `${publicUrl.replace(/\/$/, "")}/privacy/subscriptions/confirm`
      : `${storefrontUrl.replace(/\/$/, "")}${confirmPage}`
  return `${page}?notice=${noticeId}#token=${id}.${createToken(settings.secrets, TOKEN, id)}`
}

const sendMail = async (
  container: MedusaContainer,
  { id, locale: wanted, purpose, channel, notice_id: noticeId, ...row }: Subscription
): Promise<{ outcome: string; isDone: boolean }> => {
  const service = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const { settings } = service
  if (row.email === null || row.expires_at < new Date()) {
    return { outcome: "nobody_to_mail", isDone: true }
  }
  const { name: shop, email } = settings.controller
  const locale = shippedLocale(settings.locales, wanted)
  const link = linkOf(settings, id, noticeId)
  const { body: notice } = await service.findNotice(noticeId, true)
  const { subject, text } = subscriptionMailOf(locale, { shop, email, link, notice })
  const status = await mailOnce(container, mailKey(id), {
    to: row.email,
    template: TEMPLATE,
    // Medusa keeps this beside the address; the link, which says yes for its owner, it passes on and forgets.
    data: { locale, shop, purpose, channel, notice },
    content: { subject, text },
    trigger_type: "dk_consent.subscription_requested",
    resource_id: id,
    resource_type: "dk_consent_subscription",
  })
  if (status === "failure") return { outcome: "mail_refused", isDone: false }
  // Nobody knows whether an interrupted one arrived; whoever got none signs up again.
  return { outcome: status === "success" ? "mailed" : "mail_interrupted", isDone: true }
}

/** Sends the mail of one sign-up unless another server is at it or it was sent. Never throws. */
export const mailSubscription = async (container: MedusaContainer, id: string): Promise<void> => {
  const connection = postgres(container)
  try {
    const [row] = await claimGroup<Subscription>(connection, SUBSCRIPTIONS, id)
    if (!row) return
    const { outcome, isDone } = await sendMail(container, row)
    if (isDone) await recordOutcome(connection, SUBSCRIPTIONS, [id], outcome)
    else await recordFailure(connection, SUBSCRIPTIONS, [id], outcome)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-consent: the mail of sign-up ${id} waits (${errorName(error)})`)
  }
}

/** Sends every mail that waits; for the job. */
export const mailDueSubscriptions = async (container: MedusaContainer): Promise<void> => {
  const ids = await dueGroups(postgres(container), SUBSCRIPTIONS, BATCH)
  for (const id of ids) await mailSubscription(container, id)
}

/**
 * The owner of a mailbox confirms a sign-up; twice is once.
 *
 * @returns false for a link that is too old, was not made here, or is about what was refused since
 */
export const confirmSubscriptionByToken = async (
  container: MedusaContainer,
  token: string
): Promise<boolean> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const [, id, mac] = FORM.exec(token) ?? []
  if (id === undefined || !verifyToken(settings.secrets, TOKEN, id, mac)) return false
  const isGiven = await confirmSubscription(postgres(container), settings, id)
  // Medusa's own note of the mail holds the address too.
  if (isGiven) await forgetMails(postgres(container), [mailKey(id)])
  return isGiven
}

/** Objections can only be found with the secret their digest was made with: one that is gone would let marketing out. */
const warnOfLostObjections = async (container: MedusaContainer): Promise<void> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const lost = await countLost(postgres(container), settings)
  if (lost === 0) return
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `dk-consent: ${lost.toString()} objections cannot be found, for the secret they were noted with is gone. Put it back into secrets.previous and send no marketing before.`
    )
}

/** Forgets sign-ups that nobody confirmed, and proof whose time is over; for the nightly job. */
export const tidyConsents = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  await warnOfLostObjections(container)
  await connection.transaction(async (transaction) => {
    const gone = await removeExpired(transaction)
    await forgetMails(transaction, gone.map(mailKey))
  })
  await eraseOldProof(connection)
}
