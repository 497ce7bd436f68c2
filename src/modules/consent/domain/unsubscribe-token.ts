import { createToken, verifyToken } from "../../../shared/tokens"
import type { Secrets } from "../../../shared/tokens"
import type { Channel } from "./notice-data"

/** What a link to stop marketing stands for. Names nobody: the key is opaque, the digest is keyed. */
export type Unsubscription = {
  subject_key: string
  channel: Channel
  purpose: string
  /** Of the address the link was sent to, so that an objection holds when the key says nothing any more. */
  digest: string
}

/** With the id of the secret it was made under. */
export type ReadUnsubscription = Unsubscription & { key_id: string }

const PURPOSE = "consent-unsubscribe"

const FORM =
  /^(dkcsub_[0-9A-Z]{26})\.(email|sms)\.([a-z][a-z0-9_]{0,39})\.([0-9a-f]{64})\.([0-9a-f]{64})$/

const payloadOf = ({ subject_key: key, channel, purpose, digest }: Unsubscription): string =>
  [key, channel, purpose, digest].join(".")

/** The token of a link: letters, digits, `_` and `.` only, so that it can stand in an address and in a header. */
export const createUnsubscribeToken = (secrets: Secrets, named: Unsubscription): string => {
  const payload = payloadOf(named)
  return `${payload}.${createToken(secrets, PURPOSE, payload)}`
}

/** What a token stands for; null for one that was not made here. Links never expire, for the right does not. */
export const readUnsubscribeToken = (
  { current, previous }: Secrets,
  token: string
): ReadUnsubscription | null => {
  const [, key, channel, purpose, digest, mac] = FORM.exec(token) ?? []
  if (key === undefined || purpose === undefined || digest === undefined) return null
  const named = {
    subject_key: key,
    channel: channel === "sms" ? ("sms" as const) : ("email" as const),
    purpose,
    digest,
  }
  const secret = [current, ...previous].find((one) =>
    verifyToken({ current: one, previous: [] }, PURPOSE, payloadOf(named), mac)
  )
  return secret ? { ...named, key_id: secret.id } : null
}
