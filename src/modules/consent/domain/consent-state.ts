import { consentProof, copenhagenDay } from "../../../rules"
import type { ConsentProof } from "../../../rules"

/** What can be said of a consent. `shown` is a fact about a text and never a consent. */
export const EVENT_STATES = [
  "shown",
  "given",
  "refused",
  "withdrawn",
  "objected",
  "superseded",
] as const

export type EventState = (typeof EVENT_STATES)[number]

/**
 * How an event is known: the person said it or the storefront says it showed it (*asserted*), the version in force is taken
 * for granted (*assumed*), a message carried it (*sent*), or a list brought from elsewhere says so (*claimed*).
 */
export const EVENT_SOURCES = ["asserted", "assumed", "sent", "claimed"] as const

export type EventSource = (typeof EVENT_SOURCES)[number]

/** One event as the fold sees it. */
export type ConsentFact = {
  state: EventState
  source: EventSource
  purpose: string
  /** `email`, `sms`, `cookies` …; null for what was only shown. */
  channel: string | null
  /** Any ISO 8601 instant; compared as instants. */
  occurred_at: Date | string
  notice_sha256: string | null
  /** The text offered the refusal of marketing to customers (markedsføringsloven § 10, stk. 2), at a purchase. */
  soft_opt_in?: boolean
}

/** `unset`: nobody has said anything, which is no consent. */
export type ConsentState = Exclude<EventState, "shown"> | "unset"

export type FoldedConsent = {
  state: ConsentState
  /** Of the text that the latest *given* event agreed to. */
  notice_sha256: string | null
  /** When the state came about. */
  since: Date | string | null
}

const instant = (value: Date | string): number => new Date(value).getTime()

const inOrder = <Fact extends ConsentFact>(facts: readonly Fact[]): Fact[] =>
  [...facts].sort((a, b) => instant(a.occurred_at) - instant(b.occurred_at))

const isAbout = (purpose: string, channel: string) => (fact: ConsentFact) =>
  fact.purpose === purpose && fact.channel === channel

/**
 * The state of one purpose and channel: the latest event decides, by instant, whatever order they arrived in. What a list
 * claims counts as nothing (a consent that is *claimed* opens nothing), and neither does what was only shown.
 */
export const foldConsent = (
  facts: readonly ConsentFact[],
  purpose: string,
  channel: string
): FoldedConsent => {
  const said = inOrder(facts).filter(
    (fact) =>
      isAbout(purpose, channel)(fact) &&
      fact.state !== "shown" &&
      (fact.source === "asserted" || fact.state !== "given")
  )
  const last = said.at(-1)
  const given = said.filter(({ state }) => state === "given").at(-1)
  return {
    state: last === undefined || last.state === "shown" ? "unset" : last.state,
    notice_sha256: given?.notice_sha256 ?? null,
    since: last?.occurred_at ?? null,
  }
}

/** On what marketing rests (markedsføringsloven § 10, stk. 1 or stk. 2). */
export type MarketingBasis = "consent" | "soft_opt_in"

/**
 * Whether direct marketing for a purpose may go to a person on a channel now. An objection ends it for every purpose and
 * channel until the person consents anew. A purchase where the refusal was offered and not made opens it only while the
 * person has never said no (markedsføringsloven § 10, stk. 2; the refusal outlasts later purchases).
 *
 * @param facts everything known of the person, in any order
 * @returns on what it rests, or null: it may not
 */
export const marketingBasis = (
  facts: readonly ConsentFact[],
  purpose: string,
  channel: string
): MarketingBasis | null => {
  const { state, since } = foldConsent(facts, purpose, channel)
  const objected = inOrder(facts)
    .filter((fact) => fact.state === "objected")
    .at(-1)
  const isOpposed =
    objected !== undefined &&
    (state !== "given" || since === null || instant(since) <= instant(objected.occurred_at))
  if (isOpposed) return null
  if (state === "given") return "consent"
  const couldRefuse = facts.some(
    (fact) =>
      isAbout(purpose, channel)(fact) &&
      fact.state === "shown" &&
      fact.source === "asserted" &&
      fact.soft_opt_in === true
  )
  return state === "unset" && couldRefuse ? "soft_opt_in" : null
}

/**
 * How long the proof is kept: two years after the last use or the withdrawal, whichever is later, by days in Denmark.
 *
 * @param instants uses and withdrawal; at least one
 */
export const proofKept = (
  instants: readonly [Date | string, ...(Date | string)[]]
): ConsentProof & { lastDay: string } => {
  const days = instants.map((value) => copenhagenDay(value))
  const lastDay = days.reduce((a, b) => (a > b ? a : b))
  return { lastDay, ...consentProof(lastDay) }
}
