import fc from "fast-check"
import { answerDeadlines, toWorkingDay } from "../../../rules"
import { clockOf } from "./clock"
import { apply, foldRequest, whyNot } from "./machine"
import type { FoldedRequest, RequestAction, RequestEvent, TimedEvent } from "./machine"
import { parseEvent } from "./parse-event"

const RECEIVED_ON = "2026-01-31"

const EVENTS: readonly RequestEvent[] = [
  { type: "received", received_on: RECEIVED_ON },
  { type: "asked_again" },
  { type: "identity_asked" },
  { type: "identity_confirmed", proof: "login" },
  { type: "identity_confirmed", proof: "spoken_code" },
  { type: "extended", has_reasons: true },
  { type: "extended", has_reasons: false },
  { type: "paused" },
  { type: "resumed" },
  { type: "planned", finish_by: "2026-12-20" },
  { type: "planned", finish_by: null },
  { type: "completed" },
  { type: "partly_completed" },
  { type: "refused", ground: "unfounded" },
  { type: "withdrawn" },
]

const ENDED = ["completed", "partly_completed", "refused", "withdrawn"]

/** What is legal, written down a second time, as a table a lawyer can read. */
const MODEL: Record<string, readonly RequestAction[]> = {
  none: ["received"],
  received: [
    ...(["asked_again", "identity_asked", "identity_confirmed"] as const),
    ...(["extended", "paused", "refused", "withdrawn"] as const),
  ],
  identity_check: [
    ...(["asked_again", "identity_confirmed"] as const),
    ...(["extended", "paused", "refused", "withdrawn"] as const),
  ],
  in_progress: [
    ...(["asked_again", "identity_asked", "extended", "paused", "planned"] as const),
    ...(["completed", "partly_completed", "refused", "withdrawn"] as const),
  ],
  planned: ["planned", "completed", "partly_completed", "refused", "withdrawn"],
}

const DECISIONS = [...ENDED, "planned"]

const DAY_MS = 24 * 3600 * 1000

/** What a clerk with a calendar would have noted beside the machine; nothing of it is read from the machine. */
type Notes = {
  state: string
  extension: TimedEvent | null
  /** Paused since, as a day of the run; null while the clock runs. */
  pausedSince: number | null
  /** A pause that began when it was too late stops nothing. */
  isPauseLate: boolean
  pausedDays: number
  /** Days the clock had stood still when the person was told of more time. */
  pausedWhenTold: number
  proof: string | null
  decidedAt: Date | null
  finishBy: string | null
}

const NOTHING: Notes = {
  ...{ state: "none", extension: null, pausedSince: null, pausedDays: 0, pausedWhenTold: 0 },
  ...{ isPauseLate: false, proof: null, decidedAt: null, finishBy: null },
}

const allows = ({ state, extension, pausedSince }: Notes, action: RequestAction): boolean => {
  if (action === "resumed") {
    return pausedSince !== null && ["received", "identity_check", "in_progress"].includes(state)
  }
  if (action === "extended" && extension !== null) return false
  if (action === "paused" && pausedSince !== null) return false
  return (MODEL[state] ?? []).includes(action)
}

const STATE_OF: Partial<Record<RequestAction, string>> = {
  ...{ received: "received", identity_asked: "identity_check", identity_confirmed: "in_progress" },
}

const stillFor = ({ pausedSince, isPauseLate, pausedDays }: Notes, day: number): number =>
  pausedDays + (pausedSince === null || isPauseLate ? 0 : day - pausedSince)

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** By when the answer is due, from the notes alone. */
const dueBy = (notes: Notes, day: number): { strict: string; legal: string } => {
  const { strict, extendedStrict } = answerDeadlines(RECEIVED_ON)
  const { extension } = notes
  const firstLimit = toWorkingDay(dayAfter(strict, notes.pausedWhenTold))
  const counts =
    extension?.type === "extended" &&
    extension.has_reasons &&
    extension.at.toISOString().slice(0, 10) <= firstLimit
  const due = dayAfter(counts ? extendedStrict : strict, stillFor(notes, day))
  return { strict: due, legal: toWorkingDay(due) }
}

const note = (notes: Notes, event: TimedEvent, day: number): Notes => {
  const { type } = event
  const isDecision = DECISIONS.includes(type)
  const ends = type === "resumed" || isDecision
  return {
    state: STATE_OF[type] ?? (isDecision ? type : notes.state),
    extension: type === "extended" ? event : notes.extension,
    pausedWhenTold: type === "extended" ? stillFor(notes, day) : notes.pausedWhenTold,
    pausedDays: ends ? stillFor(notes, day) : notes.pausedDays,
    isPauseLate:
      type === "paused"
        ? event.at.toISOString().slice(0, 10) > dueBy(notes, day).legal
        : notes.isPauseLate,
    pausedSince: type === "paused" ? day : ends ? null : notes.pausedSince,
    proof: type === "identity_confirmed" ? event.proof : notes.proof,
    decidedAt: isDecision ? (notes.decidedAt ?? event.at) : notes.decidedAt,
    finishBy: type === "planned" ? event.finish_by : notes.finishBy,
  }
}

/** What is remembered, as one text to compare; `expect` is too slow for a million comparisons. */
const print = (value: object): string => JSON.stringify(value)

const saidBy = ({ state, identity, decided_at, finish_by, received_on }: FoldedRequest): string =>
  print([state, identity, decided_at, finish_by, received_on])

const saidByNotes = ({ state, proof, decidedAt, finishBy }: Notes): string =>
  print([state, proof, decidedAt, finishBy, RECEIVED_ON])

const mustBe = (what: string, found: unknown, wanted: unknown): void => {
  if (found !== wanted) throw new Error(`${what}: ${String(found)} instead of ${String(wanted)}`)
}

type Step = { pick: number; days: number }

/** Plays a sequence; what is refused must leave no trace. Gives the events that were taken. */
const play = (steps: readonly Step[]): { kept: TimedEvent[]; request: FoldedRequest | null } => {
  let request: FoldedRequest | null = null
  let notes = NOTHING
  let day = 0
  let due = ""
  const kept: TimedEvent[] = []
  for (const { pick, days } of steps) {
    const event = EVENTS[pick]
    if (!event) throw new Error("outside the list")
    day += days
    const timed = { ...event, at: new Date(Date.UTC(2026, 1, 1 + day, 12)) }
    const isAllowed = allows(notes, event.type)
    mustBe(`${event.type} in ${notes.state}`, whyNot(request, event.type) === null, isAllowed)
    if (isAllowed) {
      request = apply(request, timed)
      notes = note(notes, timed, day)
      kept.push(timed)
    } else {
      expect(() => apply(request, timed)).toThrow(/cannot be changed/)
    }
    if (request === null) continue
    mustBe(`facts after ${event.type}`, saidBy(request), saidByNotes(notes))
    const { strict, legal } = clockOf(request, timed.at)
    const wanted = dueBy(notes, day)
    mustBe(`limit after ${event.type}`, `${strict} ${legal}`, `${wanted.strict} ${wanted.legal}`)
    mustBe(`limit after ${event.type} is no earlier`, strict >= due, true)
    due = strict
  }
  return { kept, request }
}

describe("a request", () => {
  it("never reaches an illegal state, loses an event or a deadline in 10,000 sequences", () => {
    const reached = new Set<string>()
    const step = fc.record({ pick: fc.nat(EVENTS.length - 1), days: fc.nat(12) })
    // Most sequences begin as requests do; the rest must find that nothing else is possible.
    const begun = fc.array(step, { maxLength: 25 }).map((steps) => [{ pick: 0, days: 0 }, ...steps])
    const steps = fc.oneof({ weight: 9, arbitrary: begun }, fc.array(step, { maxLength: 8 }))
    fc.assert(
      fc.property(steps, (sequence) => {
        const { kept, request } = play(sequence)
        reached.add(request?.state ?? "none")
        // The timeline alone says all that is known, at every point of it.
        mustBe("the timeline", JSON.stringify(foldRequest(kept)), JSON.stringify(request))
        const stored = kept.map(({ type, at, ...data }) => {
          const read = parseEvent(type, JSON.parse(JSON.stringify(data)) as Record<string, unknown>)
          if (!read) throw new Error(`${type} cannot be read back`)
          return { ...read, at }
        })
        mustBe("what is read back", JSON.stringify(foldRequest(stored)), JSON.stringify(request))
      }),
      { numRuns: 10_000, seed: 20261126 }
    )
    expect([...reached].sort()).toEqual([...Object.keys(MODEL), ...ENDED].sort())
  })

  it("says in a word why an action is not possible", () => {
    const at = new Date("2026-02-01T09:00:00Z")
    expect(whyNot(null, "completed")).toBe("not_received")
    const received = apply(null, { type: "received", received_on: "2026-01-31", at })
    expect(whyNot(received, "received")).toBe("received_already")
    expect(whyNot(received, "completed")).toBe("not_now")
    expect(whyNot(received, "resumed")).toBe("not_paused")
    const extended = apply(received, { type: "extended", has_reasons: true, at })
    expect(whyNot(extended, "extended")).toBe("extended_already")
    const withdrawn = apply(extended, { type: "withdrawn", at })
    expect(whyNot(withdrawn, "extended")).toBe("ended")
  })
})
