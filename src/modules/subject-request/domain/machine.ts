import { unexpected } from "../../../shared/errors"
import type { IdentityProof, RefusalGround } from "./kinds"
import type { Outcome } from "./outcome"

export const REQUEST_STATES = [
  "received",
  "identity_check",
  "in_progress",
  "planned",
  "completed",
  "partly_completed",
  "refused",
  "withdrawn",
] as const

export type RequestState = (typeof REQUEST_STATES)[number]

/** What happens to a request; each is one row of its timeline, which is only added to. */
export type RequestEvent =
  | { type: "received"; received_on: string }
  /** The same was asked for once more, in other words. */
  | { type: "asked_again" }
  | { type: "identity_asked" }
  | { type: "identity_confirmed"; proof: IdentityProof }
  | { type: "extended"; has_reasons: boolean }
  | { type: "paused" }
  | { type: "resumed" }
  | { type: "planned"; finish_by: string | null; outcome?: Outcome | undefined }
  | { type: "completed"; outcome?: Outcome | undefined }
  | { type: "partly_completed"; outcome?: Outcome | undefined }
  | { type: "refused"; ground: RefusalGround }
  | { type: "withdrawn" }

export type RequestAction = RequestEvent["type"]

export type TimedEvent = RequestEvent & { at: Date }

/** What the timeline says. Extension and pauses are facts beside the state. */
export type FoldedRequest = {
  state: RequestState
  received_on: string
  extension: { at: Date; has_reasons: boolean } | null
  pauses: { from: Date; until: Date | null }[]
  identity: IdentityProof | null
  /** When the person's answer was decided; null while it is not. */
  decided_at: Date | null
  /** Until when the rest is finished at the latest, `YYYY-MM-DD`; null when nothing is planned. */
  finish_by: string | null
}

const OPEN: readonly RequestState[] = ["received", "identity_check", "in_progress"]

/** States in which each action is legal. A request that ended is never taken up again: a new one is made. */
const LEGAL_IN: Readonly<Record<Exclude<RequestAction, "received">, readonly RequestState[]>> = {
  asked_again: OPEN,
  identity_asked: ["received", "in_progress"],
  identity_confirmed: ["received", "identity_check"],
  extended: OPEN,
  paused: OPEN,
  resumed: OPEN,
  // Once more when what was planned has been called off.
  planned: ["in_progress", "planned"],
  completed: ["in_progress", "planned"],
  partly_completed: ["in_progress", "planned"],
  // What waits may turn out to be needed for a claim; an erasure that has begun is not refused any more.
  refused: [...OPEN, "planned"],
  withdrawn: [...OPEN, "planned"],
}

const STATE_AFTER: Partial<Record<RequestAction, RequestState>> = {
  received: "received",
  identity_asked: "identity_check",
  identity_confirmed: "in_progress",
  planned: "planned",
  completed: "completed",
  partly_completed: "partly_completed",
  refused: "refused",
  withdrawn: "withdrawn",
}

/** Whether the clock stands still now. */
export const isPaused = ({ pauses }: FoldedRequest): boolean =>
  pauses.some(({ until }) => until === null)

/**
 * Why an action is not possible now, as a lower-case word; null when it is. Before there is a request, only `received` is.
 */
export const whyNot = (request: FoldedRequest | null, action: RequestAction): string | null => {
  if (action === "received") return request === null ? null : "received_already"
  if (request === null) return "not_received"
  if (!LEGAL_IN[action].includes(request.state)) {
    return OPEN.includes(request.state) || request.state === "planned" ? "not_now" : "ended"
  }
  if (action === "extended" && request.extension) return "extended_already"
  if (action === "paused" && isPaused(request)) return "paused_already"
  if (action === "resumed" && !isPaused(request)) return "not_paused"
  return null
}

const begin = (receivedOn: string): FoldedRequest => ({
  state: "received",
  received_on: receivedOn,
  extension: null,
  pauses: [],
  identity: null,
  decided_at: null,
  finish_by: null,
})

const endPause = (pauses: FoldedRequest["pauses"], at: Date): FoldedRequest["pauses"] =>
  pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause))

const factsOf = (request: FoldedRequest, event: TimedEvent): Partial<FoldedRequest> => {
  switch (event.type) {
    case "extended":
      return { extension: { at: event.at, has_reasons: event.has_reasons } }
    case "paused":
      return { pauses: [...request.pauses, { from: event.at, until: null }] }
    case "resumed":
      return { pauses: endPause(request.pauses, event.at) }
    case "identity_confirmed":
      return { identity: event.proof }
    case "planned":
      return { finish_by: event.finish_by }
    case "received":
    case "asked_again":
    case "identity_asked":
    case "completed":
    case "partly_completed":
    case "refused":
    case "withdrawn":
      return {}
  }
}

const DECISIONS: readonly RequestAction[] = [
  "planned",
  "completed",
  "partly_completed",
  "refused",
  "withdrawn",
]

/** A decision ends a pause: nobody waits any more. */
const decide = (request: FoldedRequest, { type, at }: TimedEvent): Partial<FoldedRequest> =>
  DECISIONS.includes(type)
    ? {
        decided_at: request.decided_at ?? at,
        pauses: endPause(request.pauses, at),
      }
    : {}

/**
 * The request after one more event.
 *
 * @throws unexpected_state naming the word of `whyNot` when the event is not possible; the caller asks first
 */
export const apply = (request: FoldedRequest | null, event: TimedEvent): FoldedRequest => {
  const problem = whyNot(request, event.type)
  if (problem !== null) throw unexpected(`A request cannot be changed so: ${problem}`)
  if (event.type === "received") return begin(event.received_on)
  if (request === null) throw unexpected("A request begins by being received")
  return {
    ...request,
    state: STATE_AFTER[event.type] ?? request.state,
    ...factsOf(request, event),
    ...decide(request, event),
  }
}

/** What a whole timeline says, in the order it was written; null of an empty one. */
export const foldRequest = (events: readonly TimedEvent[]): FoldedRequest | null =>
  events.reduce<FoldedRequest | null>(apply, null)
