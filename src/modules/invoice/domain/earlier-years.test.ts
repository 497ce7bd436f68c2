import { toEarlierYears } from "./earlier-years"

const month = (name: string, left: number) => ({
  month: name,
  unpaid: 1,
  numbered: 2,
  copied: 3,
  left,
})

describe("toEarlierYears", () => {
  it("adds months up, and counts apart what bookkeeping keeps no longer", () => {
    const months = [month("2020-05", 4), month("2020-07", 5), month("2021-01", 6)]
    const sums = { unpaid: 2, numbered: 4, copied: 6 }
    expect(toEarlierYears(months, "2020-07")).toEqual([
      { year: 2020, ...sums, past: 4, left: 5 },
      { year: 2021, unpaid: 1, numbered: 2, copied: 3, past: 0, left: 6 },
    ])
    expect(toEarlierYears(months.slice(0, 2), null)).toEqual([
      { year: 2020, ...sums, past: 9, left: 0 },
    ])
    expect(toEarlierYears([], null)).toEqual([])
  })
})
