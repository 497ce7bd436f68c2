import { matchRequests } from "./match-requests"
import type { OpenRequest, RecordedNumber } from "./match-requests"

const request = (
  id: string,
  kind: OpenRequest["kind"],
  answered_by: string | null = null
): OpenRequest => ({ id, kind, answered_by })
const number = (
  id: string,
  kind: RecordedNumber["kind"],
  replaces: string | null = null
): RecordedNumber => ({ id, kind, replaces })

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
    const [sale, first] = [request("sale", "invoice", "i"), request("r1", "credit_note", "c")]
    expect(matchRequests([sale, first, request("r2", "credit_note")], numbers)).toEqual([])
  })

  it("follow a correction, also one that changes the kind", () => {
    const requests = [request("sale", "invoice", "i")]
    expect(matchRequests(requests, [number("i", "invoice"), number("j", "invoice", "i")])).toEqual([
      { id: "sale", answered_by: "j" },
    ])
    const wrong = [number("i", "invoice"), number("j", "credit_note", "i")]
    expect(matchRequests([...requests, request("r1", "credit_note")], wrong)).toEqual([
      { id: "sale", answered_by: null },
      { id: "r1", answered_by: "j" },
    ])
  })

  it("stay matched after the number has been released", () => {
    expect(matchRequests([request("sale", "invoice", "gone")], [])).toEqual([])
  })
})
