import { findModeProblem, modeOn, modeSql } from "./invoice-modes"
import type { InvoiceMode, ModePeriod } from "./invoice-modes"

const SWITCHED: ModePeriod[] = [
  { mode: "own" },
  { mode: "external", from: "2026-07-01" },
  { mode: "off", from: "2027-01-01" },
]

describe("the mode of an order", () => {
  it.each<[string, InvoiceMode]>([
    ["2020-01-01", "own"],
    ["2026-06-30", "own"],
    ["2026-07-01", "external"],
    ["2026-12-31", "external"],
    ["2027-01-01", "off"],
  ])("that is placed on %s is %s", (day, mode) => {
    expect(modeOn({ mode: SWITCHED }, day)).toBe(mode)
  })

  it("is one for all days, or off before the first", () => {
    expect(modeOn({ mode: "external" }, "2026-01-01")).toBe("external")
    const later: ModePeriod[] = [{ mode: "external", from: "2026-07-01" }]
    expect(modeOn({ mode: later }, "2026-06-30")).toBe("off")
  })

  it("is the same for the database", () => {
    expect(modeSql({ mode: "own" }, "day")).toBe("'own'")
    expect(modeSql({ mode: SWITCHED }, "day")).toBe(
      "CASE WHEN day >= '2027-01-01' THEN 'off' WHEN day >= '2026-07-01' THEN 'external' WHEN true THEN 'own' ELSE 'off' END"
    )
  })
})

describe("a list of modes", () => {
  it("ascends, and only its first entry may begin with no day", () => {
    expect(findModeProblem(SWITCHED)).toBeNull()
    expect(findModeProblem([{ mode: "own" }, { mode: "off" }])).toMatchObject({ path: [1, "from"] })
    const falling: ModePeriod[] = [
      { mode: "own", from: "2026-02-01" },
      { mode: "off", from: "2026-02-01" },
    ]
    expect(findModeProblem(falling)).toMatchObject({ path: [1, "from"] })
  })
})
