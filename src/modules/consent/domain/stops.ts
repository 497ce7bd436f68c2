import type { MarketingBasis } from "./consent-state"

/** What marketing is about. */
export type About = { purpose: string; channel: string }

/** What an address said no to: one purpose on one channel, or everything (an objection, GDPR Art. 21(2)-(3)). */
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

/** Whether a no of an address stands in the way. A purchase never ends one (markedsføringsloven § 10, stk. 2). */
export const isStopped = (stops: readonly Stop[], held: Held): boolean =>
  stops.some(
    (stop) =>
      (stop.about === null ||
        (stop.about.purpose === held.purpose && stop.about.channel === held.channel)) &&
      !ends(stop, held)
  )
