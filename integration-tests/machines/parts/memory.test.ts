import { quarters } from "./memory"

describe("memory over a run", () => {
  it("is compared after the warm-up, by what was usual", () => {
    const warming = [100, 200, 300, 400]
    const early = [500, 510, 900, 505]
    const middle = [505, 505, 505, 505]
    const late = [520, 100, 515, 530]
    expect(quarters([...warming, ...early, ...middle, ...late])).toEqual({ early: 510, late: 520 })
  })

  it("is seen to grow", () => {
    const growing = Array.from({ length: 100 }, (_none, at) => 500 + at * 2)
    const { early, late } = quarters(growing)
    expect(late / early).toBeGreaterThan(1.1)
  })
})
