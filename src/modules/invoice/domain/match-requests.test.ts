import { matchRequests } from "./match-requests"
import type { OpenRequest, RecordedNumber } from "./match-requests"

/** An hour of 10 March 2027, or of the day `day`. */
const at = (hour: number, day = 10): string =>
  `2027-03-${day.toString().padStart(2, "0")}T${hour.toString().padStart(2, "0")}:00:00.000Z`
const dayOf = (instant: string): string => instant.slice(0, 10)

/** Asked for at eight in the morning, unless told otherwise. */
const request = (
  id: string,
  kind: OpenRequest["kind"],
  {
    by = null,
    asked = at(8),
    arose = asked,
  }: { by?: string | null; asked?: string; arose?: string } = {}
): OpenRequest => ({
  id,
  kind,
  answered_by: by,
  requested_at: asked,
  arose_at: arose,
  arose_on: dayOf(arose),
})

/** Recorded at ten and dated the same day, unless told otherwise. */
const number = (
  id: string,
  kind: RecordedNumber["kind"],
  {
    replaces = null,
    recorded = at(10),
    issued = dayOf(recorded),
  }: { replaces?: string | null; recorded?: string; issued?: string } = {}
): RecordedNumber => ({ id, kind, replaces, recorded_at: recorded, issued_on: issued })

describe("numbers and what was asked for", () => {
  it("are matched by kind, the oldest first, and once", () => {
    const requests = [
      request("sale", "invoice"),
      request("r1", "credit_note"),
      request("r2", "credit_note"),
    ]
    const numbers = [number("i", "invoice"), number("c", "credit_note")]
    const answers = [
      { id: "sale", answered_by: "i" },
      { id: "r1", answered_by: "c" },
    ]
    expect(matchRequests(requests, numbers)).toEqual(answers)
    const [sale, first] = [
      request("sale", "invoice", { by: "i" }),
      request("r1", "credit_note", { by: "c" }),
    ]
    expect(matchRequests([sale, first, request("r2", "credit_note")], numbers)).toEqual([])
  })

  it("follow a correction, also one that changes the kind", () => {
    const requests = [request("sale", "invoice", { by: "i" })]
    const right = number("j", "invoice", { replaces: "i", recorded: at(11) })
    expect(matchRequests(requests, [number("i", "invoice"), right])).toEqual([
      { id: "sale", answered_by: "j" },
    ])
    const wrong = [
      number("i", "invoice"),
      number("j", "credit_note", { replaces: "i", recorded: at(11) }),
    ]
    expect(matchRequests([...requests, request("r1", "credit_note")], wrong)).toEqual([
      { id: "sale", answered_by: null },
      { id: "r1", answered_by: "j" },
    ])
  })

  it("stay matched after the number has been released", () => {
    expect(matchRequests([request("sale", "invoice", { by: "gone" })], [])).toEqual([])
  })

  it("of a shop that was ahead answer the first request of their kind, however old they are", () => {
    const early = [
      number("i", "invoice", { recorded: at(9, 1) }),
      number("c", "credit_note", { recorded: at(9, 2), issued: "2027-02-28" }),
    ]
    const requests = [request("sale", "invoice"), request("r1", "credit_note")]
    expect(matchRequests(requests, early)).toEqual([
      { id: "sale", answered_by: "i" },
      { id: "r1", answered_by: "c" },
    ])
  })

  describe("that nobody had asked for when they were recorded", () => {
    const first = request("r1", "credit_note", { by: "c1", asked: at(8, 1) })
    const numbers = (extra: RecordedNumber): RecordedNumber[] => [
      number("c1", "credit_note", { recorded: at(9, 1) }),
      extra,
    ]
    const second = (arose: string, asked = arose): OpenRequest[] => [
      first,
      request("r2", "credit_note", { asked, arose }),
    ]

    it("hide no later request: on the day of the refund too it waits", () => {
      const kind = number("extra", "credit_note", { recorded: at(9, 5) })
      expect(matchRequests(second(at(12, 9)), numbers(kind))).toEqual([])
      expect(matchRequests(second(at(12, 5)), numbers(kind))).toEqual([])
    })

    it("answer one that was asked for late, when they were recorded after its refund and are dated no earlier", () => {
      const late = second(at(8, 9), at(8, 10))
      const answer = [{ id: "r2", answered_by: "extra" }]
      const after = (issued: string) =>
        numbers(number("extra", "credit_note", { recorded: at(9, 9), issued }))
      expect(matchRequests(late, after("2027-03-09"))).toEqual(answer)
      expect(matchRequests(late, after("2027-03-08"))).toEqual([])
    })

    it("leave the request to the next number", () => {
      const kind = number("extra", "credit_note", { recorded: at(9, 5) })
      const own = number("c2", "credit_note", { recorded: at(13, 9) })
      expect(matchRequests(second(at(12, 9)), [...numbers(kind), own])).toEqual([
        { id: "r2", answered_by: "c2" },
      ])
    })

    it("answer it when somebody says so, and stay its answer", () => {
      const kind = number("extra", "credit_note", { recorded: at(9, 5) })
      const stated = { request_id: "r2", number_id: "extra" }
      expect(matchRequests(second(at(12, 9)), numbers(kind), stated)).toEqual([
        { id: "r2", answered_by: "extra" },
      ])
    })

    it("are no newer for a digit that was corrected, and are for their kind", () => {
      const typo = [
        ...numbers(number("extra", "credit_note", { recorded: at(9, 5) })),
        number("right", "credit_note", { replaces: "extra", recorded: at(13, 9) }),
      ]
      expect(matchRequests(second(at(12, 9)), typo)).toEqual([])
      const wasInvoice = [
        ...numbers(number("extra", "invoice", { recorded: at(9, 5) })),
        number("right", "credit_note", { replaces: "extra", recorded: at(13, 9) }),
      ]
      expect(matchRequests(second(at(12, 9)), wasInvoice)).toEqual([
        { id: "r2", answered_by: "right" },
      ])
    })
  })

  it("in excess before the first request do not answer the next either", () => {
    const early = [
      number("a", "credit_note", { recorded: at(9, 1) }),
      number("b", "credit_note", { recorded: at(10, 1) }),
    ]
    const requests = [
      request("r1", "credit_note", { asked: at(8, 2) }),
      request("r2", "credit_note", { asked: at(8, 3) }),
    ]
    expect(matchRequests(requests, early)).toEqual([{ id: "r1", answered_by: "a" }])
  })

  it("are given to the request they are said to answer, not to an older one", () => {
    const requests = [request("r1", "credit_note"), request("r2", "credit_note")]
    const stated = { request_id: "r2", number_id: "c" }
    expect(matchRequests(requests, [number("c", "credit_note")], stated)).toEqual([
      { id: "r2", answered_by: "c" },
    ])
  })
})
