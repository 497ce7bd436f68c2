import { draftOf, factsOf, isCount, NOTHING } from "./facts-draft"
import { fromLocal, toLocal } from "./local-time"

const KNOWN = {
  ...NOTHING,
  ...{ title: "Tabt telefon", aware_at: "2026-11-21T15:45:27.123Z", people_count: 1200 },
}

describe("the facts of a breach as they are typed", () => {
  it("come back as they were when nobody changes anything, seconds included", () => {
    expect(factsOf(draftOf(KNOWN), KNOWN)).toEqual(KNOWN)
    expect(factsOf(draftOf(NOTHING), NOTHING)).toEqual(NOTHING)
  })

  it("are saved as instants and numbers", () => {
    const typed = {
      ...draftOf(KNOWN),
      ...{ title: " Tabt pc ", people_count: "1.500", records_count: "" },
      ...{ aware_at: "2026-11-22T08:00", detected_at: "" },
    }
    expect(factsOf(typed, KNOWN)).toEqual({
      ...KNOWN,
      ...{
        title: "Tabt pc",
        people_count: 1500,
        aware_at: new Date(2026, 10, 22, 8).toISOString(),
      },
    })
  })

  it("know what is a number", () => {
    expect(["", "12", "1 200", "1.200"].every(isCount)).toBe(true)
    expect(["ca. 12", "-1", "12345678901"].some(isCount)).toBe(false)
  })

  it("are empty where a time is none", () => {
    expect(toLocal(null)).toBe("")
    expect(fromLocal("")).toBeNull()
  })
})
