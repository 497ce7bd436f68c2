import { dueBefore, dueOn, isTerm, momentAfter } from "./term"
import type { Term } from "./term"

const months = (term: number): Term => ({ term, unit: "months" })
const days = (term: number): Term => ({ term, unit: "days" })

describe("the last day something is kept", () => {
  it.each([
    ["2024-02-29", months(24), "2026-02-28"],
    ["2024-02-29", months(48), "2028-02-29"],
    ["2024-02-28", months(24), "2026-02-28"],
    ["2024-01-31", months(1), "2024-02-29"],
    ["2023-01-31", months(1), "2023-02-28"],
    ["2024-08-31", months(6), "2025-02-28"],
    ["2024-12-31", months(2), "2025-02-28"],
    ["2024-12-15", months(1), "2025-01-15"],
    ["2024-12-15", months(120), "2034-12-15"],
    ["2024-02-28", days(1), "2024-02-29"],
    ["2024-02-28", days(2), "2024-03-01"],
    ["2024-12-31", days(1), "2025-01-01"],
    ["2024-10-20", days(90), "2025-01-18"],
    ["2024-03-30", days(7), "2024-04-06"],
  ])("of %s and %o is %s", (day, term, expected) => {
    expect(dueOn(day, term)).toBe(expected)
  })

  it("is counted in hours for files", () => {
    const moment = new Date("2024-03-31T12:30:00.000Z")
    expect(momentAfter(moment, days(7)).toISOString()).toBe("2024-04-07T12:30:00.000Z")
    expect(momentAfter(moment, months(1)).toISOString()).toBe("2024-04-30T12:30:00.000Z")
    expect(dueBefore(moment, days(7)).toISOString()).toBe("2024-03-24T12:30:00.000Z")
    expect(dueBefore(moment, months(1)).toISOString()).toBe("2024-02-29T12:30:00.000Z")
  })
})

describe("a term", () => {
  it.each([
    [days(1), true],
    [days(0), false],
    [days(-7), false],
    [days(1.5), false],
    [days(3650), true],
    [days(3651), false],
    [months(1), true],
    [months(120), true],
    [months(121), false],
    [months(0), false],
  ])("of %o may be chosen: %s", (term, expected) => {
    expect(isTerm(term)).toBe(expected)
  })
})
