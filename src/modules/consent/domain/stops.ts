import type { MarketingBasis } from "./consent-state"

/** What marketing is about. */
export type About = { purpose: string; channel: string }

/**
 * An objection at a phone: nothing is sent to the number, for no purpose. It says nothing of the e-mails of those who are reached
 * there, for a family shares a phone and anybody can write any number on an account. No shop's purpose is called so.
 */
export const ALL_TEXTS: About = { purpose: "*", channel: "sms" }

/** Whether a no is an objection (GDPR Art. 21(2)-(3)): to everything, or to everything that a phone is sent. */
export const isObjection = (about: About | null): boolean =>
  about === null || about.purpose === ALL_TEXTS.purpose

/** What an address said no to: one purpose on one channel, all texts, or everything. */
export type Stop = {
  about: About | null
  stopped_at: Date
  /** `purpose:channel` of what was consented to since an objection. */
  except_for: readonly string[]
}

/** How an exception is written on an objection. */
export const exceptionOf = ({ purpose, channel }: About): string => `${purpose}:${channel}`

/** The permission a no is held against. */
export type Held = About & {
  basis: MarketingBasis
  /** When what it rests on happened. */
  since: Date
  /**
   * An objection of this address ends only when its owner says so through it: true for an e-mail that would be written to. For
   * a phone, and for another address of the same person, a later consent is enough.
   */
  needsProof: boolean
}

const ends = (stop: Stop, held: Held): boolean => {
  const isLater = held.basis === "consent" && held.since > stop.stopped_at
  if (stop.about !== null) return isLater
  return stop.except_for.includes(exceptionOf(held)) || (!held.needsProof && isLater)
}

const concerns = (about: About | null, held: Held): boolean =>
  about === null ||
  (about.channel === held.channel && (isObjection(about) || about.purpose === held.purpose))

/** Whether a no of an address stands in the way. A purchase never ends one (markedsføringsloven § 10, stk. 2). */
export const isStopped = (stops: readonly Stop[], held: Held): boolean =>
  stops.some((stop) => concerns(stop.about, held) && !ends(stop, held))
