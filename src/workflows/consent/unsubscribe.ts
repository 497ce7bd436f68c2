import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { Channel, ConsentModuleService } from "../../modules/consent"
import { plainPhone } from "../../modules/consent/domain/plain-phone"
import {
  createUnsubscribeToken,
  readUnsubscribeToken,
} from "../../modules/consent/domain/unsubscribe-token"
import type { ConsentSettings } from "../../modules/consent/options"
import { digestsOf } from "../../modules/consent/suppressions"
import { keyAt, objectByLink, withdrawByLink } from "../../modules/consent/withdraw"
import { invalidField, notFound } from "../../shared/errors"
import { postgres } from "../../shared/postgres"

/** What a mailer sets on every marketing message (RFC 8058), and the same address for the text of it. */
export type UnsubscribeHeaders = {
  "List-Unsubscribe": string
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"
}

export type UnsubscribeLink = { url: string; headers: UnsubscribeHeaders }

type Sent = { subject_key: string; address: string; purpose: string; channel: Channel }

/** The link of one person, purpose and channel. It names nobody and never expires. */
export const unsubscribeLink = (
  settings: ConsentSettings,
  { address, ...named }: Sent
): UnsubscribeLink => {
  const [digest] = digestsOf(settings, address)
  const token = createUnsubscribeToken(settings.secrets, { ...named, digest })
  const url = `${settings.publicUrl.replace(/\/$/, "")}/privacy/unsubscribe/${token}`
  return {
    url,
    headers: {
      "List-Unsubscribe": `<${url}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  }
}

/** Whom a message goes to. A phone counts as Danish without a country code. */
export type MessageTo = { purpose: string } & (
  { channel: "email"; email: string } | { channel: "sms"; phone: string }
)

/**
 * The link and the header values for one marketing message. Ask `mayMarket` before: this gives no permission.
 *
 * @returns `{ url, headers }`; the url belongs in the message too, for readers whose program has no button
 * @throws MedusaError not_found when nothing is known of the address; invalid_data naming `phone`
 */
export const unsubscribeHeaders = async (
  container: MedusaContainer,
  to: MessageTo
): Promise<UnsubscribeLink> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const address = to.channel === "email" ? to.email.trim().toLowerCase() : plainPhone(to.phone)
  if (address === null) throw invalidField("phone", "invalid", "is not a phone number.")
  const known = to.channel === "email" ? { email: address } : { phone: address }
  const key = await keyAt(postgres(container), settings.controller.id, known)
  if (key === null) throw notFound("Nothing is known of this address.")
  const { purpose, channel } = to
  return unsubscribeLink(settings, { subject_key: key, address, purpose, channel })
}

/** What the owner of a link asks: an end to one purpose and channel, or to all marketing. */
export type Stop = "unsubscribe" | "object"

/** The channel a link is about, or null for one that was not made here. Reads nothing of anybody. */
export const unsubscribeChannel = (container: MedusaContainer, token: string): Channel | null => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  return readUnsubscribeToken(settings.secrets, token)?.channel ?? null
}

/** Does what the owner of a link asks; the same again changes nothing. @returns false for a link that was not made here */
export const stopMarketing = async (
  container: MedusaContainer,
  token: string,
  stop: Stop
): Promise<boolean> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const named = readUnsubscribeToken(settings.secrets, token)
  if (named === null) return false
  const act = stop === "object" ? objectByLink : withdrawByLink
  await act(postgres(container), settings, named)
  return true
}
