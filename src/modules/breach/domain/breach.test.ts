import { z } from "@medusajs/framework/zod"
import fc from "fast-check"
import clockVectors from "../../../../integration-tests/vectors/breach-clock.json"
import dutyVectors from "../../../../integration-tests/vectors/breach-notification.json"
import { breachDeadline } from "../../../rules"
import { hoursAt, remindersOf } from "./clock"
import { dutiesOf, isLate } from "./duties"
import { parseBreachEvent } from "./events"
import type { BreachEvent, TimedBreachEvent } from "./events"
import { breachFactsSchema, findTimeProblem } from "./facts"
import { BREACH_RISKS, NOTICE_EXEMPTIONS, QUICK_STARTS } from "./kinds"
import { applyToBreach, dutiesIn, foldBreach, openDuties, whyNotNow } from "./machine"
import type { FoldedBreach } from "./machine"
import { missingInNotice } from "./notice"
import { QUICK_START_GUIDES } from "./quick-starts"
import { missingInReport } from "./report"

const facts = (change: object = {}) =>
  breachFactsSchema().parse({ title: "Mail til en forkert", ...change })

const WHOLE = facts({
  kinds: ["confidentiality"],
  occurred_from: "2026-06-05T10:00:00+02:00",
  detected_at: "2026-06-05T15:00:00+02:00",
  aware_at: "2026-06-05T16:45:00+02:00",
  nature: "En liste blev sendt til en forkert modtager.",
  people_categories: ["customers"],
  people_count: 12,
  data_categories: ["name", "email"],
  records_count: 12,
  consequences: "Uønskede mails.",
  measures_taken: "Modtageren har slettet listen.",
})

const oneOf = <Item extends string>(items: readonly Item[], text: string | null): Item | null =>
  items.find((item) => item === text) ?? null

describe("the duties of a breach", () => {
  it.each(dutyVectors.cases.filter(({ kind }) => kind === "duty"))("$why", (vector) => {
    const risk = oneOf(BREACH_RISKS, vector.input.risk ?? null)
    if (risk === null) throw new Error("a vector without a risk")
    expect(dutiesOf(risk, oneOf(NOTICE_EXEMPTIONS, vector.input.exemption ?? null))).toEqual(
      vector.expect
    )
  })

  it.each(dutyVectors.cases.filter(({ kind }) => kind === "late"))("$why", (vector) => {
    const { awareAt, notifications, now } = vector.input
    const late = isLate({
      awareAt: new Date(awareAt ?? ""),
      reportedAt: (notifications ?? []).map((at) => new Date(at)),
      now: new Date(now ?? ""),
      hours: 72,
    })
    expect([late, late]).toEqual([vector.expect.late, vector.expect.delayReasonsRequired])
  })

  it("makes it late when nobody was told and the limit has passed", () => {
    const awareAt = new Date("2026-05-04T08:00:00Z")
    const late = (now: string) => isLate({ awareAt, reportedAt: [], now: new Date(now), hours: 72 })
    expect([late("2026-05-07T08:00:00Z"), late("2026-05-07T08:00:01Z")]).toEqual([false, true])
  })
})

describe("the clock of a breach", () => {
  it.each(clockVectors.cases)("$input: $why", ({ input, expect: expected }) => {
    const overdue = remindersOf(new Date(input), 72).at(-1)
    expect(overdue).toEqual({ kind: "overdue", at: new Date(Date.parse(expected.deadlineUtc) + 1) })
  })

  it("reminds after 24, 48 and 66 hours that elapsed, over a clock change too", () => {
    const awareAt = new Date("2026-10-24T10:00:00+02:00")
    expect(remindersOf(awareAt, 72).map(({ kind, at }) => [kind, at.toISOString()])).toEqual([
      ["24_hours", "2026-10-25T08:00:00.000Z"],
      ["48_hours", "2026-10-26T08:00:00.000Z"],
      ["66_hours", "2026-10-27T02:00:00.000Z"],
      ["overdue", "2026-10-27T08:00:00.001Z"],
    ])
  })

  it("runs by the law of the moment of awareness", () => {
    const periods = [
      { from: "2028-01-01T00:00:00+01:00", hours: 96 },
      { from: "2018-05-25T00:00:00+02:00", hours: 72 },
    ]
    expect(hoursAt(periods, new Date("2027-12-31T23:59:59+01:00"))).toBe(72)
    expect(hoursAt(periods, new Date("2028-01-01T00:00:00+01:00"))).toBe(96)
    expect(hoursAt([], new Date("2026-01-01T00:00:00Z"))).toBe(72)
    expect(remindersOf(new Date("2028-01-02T00:00:00Z"), 48).map(({ kind }) => kind)).toEqual([
      "24_hours",
      "overdue",
    ])
  })
})

describe("the facts of a breach", () => {
  it("cannot lie ahead, or before what they follow", () => {
    const now = new Date("2026-06-06T10:00:00Z")
    expect(findTimeProblem(WHOLE, now)).toBeNull()
    const problem = (change: object) => findTimeProblem({ ...WHOLE, ...change }, now)
    expect(problem({ aware_at: "2026-06-07T10:00:00Z" })).toBe("aware_at")
    expect(problem({ aware_at: "2026-06-05T14:00:00+02:00" })).toBe("aware_at")
    expect(problem({ detected_at: "2026-06-05T09:00:00+02:00" })).toBe("detected_at")
    expect(problem({ occurred_to: "2026-06-05T09:00:00+02:00" })).toBe("occurred_to")
    expect(problem({ occurred_from: null, detected_at: null })).toBeNull()
  })

  it("say what a report and a notice still lack", () => {
    expect(missingInReport(WHOLE)).toEqual([])
    expect(missingInReport({ ...WHOLE, people_count: null, consequences: "" })).toEqual([
      "people_count",
      "consequences",
    ])
    expect(missingInReport({ ...WHOLE, people_count: 0 })).toEqual([])
    expect(missingInNotice({ ...WHOLE, measures_taken: "" })).toEqual(["measures_taken"])
  })
})

describe("a quick start", () => {
  it.each(QUICK_STARTS)(
    "%s asks, and begins a description that claims nothing was done",
    (start) => {
      const { prefill, questions, nature } = QUICK_START_GUIDES[start]
      expect(questions.da.length).toBe(questions.en.length)
      const begun = facts({ ...prefill, nature: nature.da })
      expect(missingInReport(begun)).toEqual([
        "people_count",
        "records_count",
        "consequences",
        "measures_taken",
      ])
    }
  )
})

const OPENED: BreachEvent = {
  ...{ type: "opened", source: "staff", quick_start: null, is_drill: false },
}

const REPORTED = {
  type: "reported",
  ...{ reported_at: "2026-06-06T10:00:00Z", receipt: "2026-1", delay_reasons: null, facts: WHOLE },
} as const

const assessed = (risk: "unlikely" | "risk" | "high", isDisproportionate = false): BreachEvent => ({
  ...{ type: "assessed", risk, reasoning: "Derfor." },
  exemption: isDisproportionate ? "disproportionate" : null,
  exemption_reason: isDisproportionate ? "Vi har ikke adresserne." : null,
})

const EVENTS: readonly BreachEvent[] = [
  OPENED,
  { type: "described", facts: WHOLE },
  assessed("unlikely"),
  assessed("risk"),
  assessed("high"),
  assessed("high", true),
  { type: "ruled_out", reasoning: "Listen var tom." },
  { ...REPORTED, is_final: false },
  { ...REPORTED, is_final: true },
  {
    type: "notice_written",
    texts: { da: { subject: "s", text: "t" }, en: { subject: "s", text: "t" } },
  },
  { type: "people_selected", query: { customers: true }, added: 3 },
  { type: "people_cleared", removed: 3 },
  { type: "notices_started", people: 3 },
  { type: "public_notice", place: "Forsiden", text: "t" },
  { type: "noted", text: "Ringet til leverandøren." },
  { type: "reminded", kind: "24_hours" },
  { type: "closed", cause: "Autofuldførelse", lessons: "Slået fra." },
  { type: "reopened", reasoning: "Flere er berørt." },
]

describe("a case", () => {
  it("never reaches an illegal state or loses an event, and is closed only when its duties are done, in 10,000 sequences", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(EVENTS.length - 1), { maxLength: 40 }), (picks) => {
        let breach: FoldedBreach | null = null
        const kept: TimedBreachEvent[] = []
        for (const [index, pick] of [0, ...picks].entries()) {
          const event = EVENTS[pick]
          if (!event) throw new Error("outside the list")
          const timed = { ...event, at: new Date(Date.UTC(2026, 5, 6, index)) }
          if (whyNotNow(breach, event.type) !== null) {
            expect(() => applyToBreach(breach, timed)).toThrow(/cannot be changed/)
            continue
          }
          if (event.type === "closed" && breach) {
            const duties = dutiesIn(breach)
            expect(breach.is_ruled_out || duties !== null).toBe(true)
            if (duties?.notifyAuthority) {
              expect(breach.reports.some((report) => report.is_final)).toBe(true)
            }
            if (duties?.publicNotice) expect(breach.has_public_notice).toBe(true)
          }
          breach = applyToBreach(breach, timed)
          kept.push(timed)
        }
        expect(foldBreach(kept)).toEqual(breach)
        expect(breach?.reports.length).toBe(kept.filter(({ type }) => type === "reported").length)
      }),
      { numRuns: 10_000, seed: 20261126 }
    )
  })

  it("says in a word what it still owes", () => {
    const at = new Date("2026-06-06T10:00:00Z")
    const fold = (...events: BreachEvent[]) => {
      const breach = foldBreach([OPENED, ...events].map((event) => ({ ...event, at })))
      if (!breach) throw new Error("no case")
      return breach
    }
    expect(openDuties(fold())).toEqual(["not_assessed"])
    expect(openDuties(fold(assessed("unlikely")))).toEqual([])
    expect(openDuties(fold(assessed("high")))).toEqual(["not_reported"])
    expect(openDuties(fold(assessed("high", true)))).toEqual(["not_reported", "not_published"])
    expect(openDuties(fold({ type: "ruled_out", reasoning: "Intet." }))).toEqual([])
    expect(whyNotNow(fold(), "reported")).toBe("not_described")
    expect(whyNotNow(fold(), "notices_started")).toBe("no_notice")
    expect(whyNotNow(fold(), "closed")).toBe("not_assessed")
  })

  it("is reminded of anew when awareness becomes another moment, however it is written", () => {
    const at = new Date("2026-06-06T10:00:00Z")
    const described = (aware_at: string): BreachEvent => ({
      ...{ type: "described", facts: { ...WHOLE, aware_at } },
    })
    const remindedAfter = (next: string) =>
      foldBreach(
        [
          ...[OPENED, described("2026-06-05T16:45:00+02:00")],
          ...[{ type: "reminded", kind: "24_hours" } as const, described(next)],
        ].map((event) => ({ ...event, at }))
      )?.reminded
    expect(remindedAfter("2026-06-05T14:45:00Z")).toEqual(["24_hours"])
    expect(remindedAfter("2026-06-05T16:46:00+02:00")).toEqual([])
  })

  it.each(EVENTS)("reads what it wrote: $type", (event) => {
    const { type, ...data } = event
    const stored = z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(data)))
    expect(parseBreachEvent(type, stored)).toEqual(event)
  })

  it("is due 72 hours after awareness, whatever else is known", () => {
    expect(breachDeadline(WHOLE.aware_at ?? "")).toBe("2026-06-08T14:45:00.000Z")
  })
})
