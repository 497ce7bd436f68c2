import fc from "fast-check"
import { allocate, toMajorUnits, toMinorUnits } from "./money"

describe("toMinorUnits", () => {
  it.each([
    [138, 13_800],
    ["0.005", 1],
    ["0.0049", 0],
    [4000, 400_000],
    ["19.995", 2000],
  ])("%s kr. is %i øre", (kroner, ore) => {
    expect(toMinorUnits(kroner, "DKK")).toBe(ore)
  })

  it.each(["isk", "jpy", "kwd", "xxx", "", "constructor"])(
    "refuses the currency %j, which the payment service does not take, naming the field",
    (currency) => {
      expect(() => toMinorUnits(1, currency)).toThrow(/^currency_code: /)
    }
  )

  it.each(["CHF", "czk", "DKK", "EUR", "gbp", "NOK", "pln", "SEK", "USD"])(
    "knows the decimals of %s",
    (currency) => {
      expect(toMinorUnits("1.23", currency)).toBe(123)
    }
  )

  it("comes back unchanged from major units", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }), (ore) => {
        expect(toMinorUnits(toMajorUnits(ore, "dkk"), "dkk")).toBe(ore)
      })
    )
  })
})

describe("allocate", () => {
  it("gives the units left over to the largest remainders", () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(5, [5000, 3000, 2000])).toEqual([3, 1, 1])
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  })

  it("always adds up, and no part is a whole unit from its exact share", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, (total, parts) => {
        const allocated = allocate(total, parts)
        expect(allocated.reduce((a, b) => a + b, 0)).toBe(total)
        const sum = parts.reduce((a, b) => a + b, 0)
        if (sum === 0) return
        allocated.forEach((part, index) => {
          expect(Math.abs(part - (total * (parts[index] ?? 0)) / sum)).toBeLessThan(1.000001)
        })
      })
    )
  })
})
