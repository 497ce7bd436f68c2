import fc from "fast-check"
import { apply, foldRequest, whyNot } from "./machine"
import type { FoldedRequest, RequestAction, RequestEvent, TimedEvent } from "./machine"

const EVENTS: readonly RequestEvent[] = [
  { type: "received", received_on: "2026-01-31" },
  { type: "asked_again" },
  { type: "identity_asked" },
  { type: "identity_confirmed", proof: "login" },
  { type: "extended", has_reasons: true },
  { type: "paused" },
  { type: "resumed" },
  { type: "planned", finish_by: "2026-12-20" },
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
  planned: ["planned", "completed", "partly_completed", "withdrawn"],
}

const allowedByModel = (
  request: FoldedRequest | null,
  { extended, paused }: { extended: boolean; paused: boolean }
): RequestAction[] => {
  const listed = MODEL[request?.state ?? "none"] ?? []
  const isOpen = ["received", "identity_check", "in_progress"].includes(request?.state ?? "")
  return [
    ...listed.filter(
      (action) => !(action === "extended" && extended) && !(action === "paused" && paused)
    ),
    ...(paused && isOpen ? (["resumed"] as const) : []),
  ]
}

describe("a request", () => {
  it("never reaches an illegal state, loses an event or its day in 10,000 sequences", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(EVENTS.length - 1), { maxLength: 25 }), (picks) => {
        let request: FoldedRequest | null = null
        const kept: TimedEvent[] = []
        const seen = { extended: false, paused: false }
        for (const [index, pick] of picks.entries()) {
          const event = EVENTS[pick]
          if (!event) throw new Error("outside the list")
          const timed = { ...event, at: new Date(Date.UTC(2026, 1, 1 + index)) }
          const isAllowed = allowedByModel(request, seen).includes(event.type)
          expect([event.type, whyNot(request, event.type) === null]).toEqual([
            event.type,
            isAllowed,
          ])
          if (!isAllowed) {
            expect(() => apply(request, timed)).toThrow(/cannot be changed/)
            continue
          }
          request = apply(request, timed)
          kept.push(timed)
          if (event.type === "extended") seen.extended = true
          if (event.type === "paused") seen.paused = true
          if (event.type === "resumed") seen.paused = false
          if (request.decided_at) seen.paused = false
        }
        expect(foldRequest(kept)).toEqual(request)
        if (request === null) return
        expect(request.received_on).toBe("2026-01-31")
        expect(request.decided_at === null).toBe(![...ENDED, "planned"].includes(request.state))
        expect(request.pauses.filter(({ until }) => until === null).length).toBe(
          seen.paused ? 1 : 0
        )
      }),
      { numRuns: 10_000, seed: 20261126 }
    )
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
