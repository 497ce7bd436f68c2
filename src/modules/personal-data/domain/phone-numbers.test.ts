import fc from "fast-check"
import { isPhone, readPhone } from "./phone-numbers"

const query = (typed: string) => {
  const found = readPhone(typed)
  if (!found) throw new Error("no phone number")
  return found
}

describe("phone numbers", () => {
  it.each(["20304050", "20 30 40 50", "+45 20304050", "0045 20 30 40 50", "(+45) 20-30-40-50"])(
    "finds every spelling by %s",
    (typed) => {
      for (const stored of [
        "+4520304050",
        "20.30.40.50",
        "004520304050",
        "4520304050",
        "20304050",
      ]) {
        expect(isPhone(stored, query(typed), "dk")).toBe(true)
      }
    }
  )

  it("reads a number without country code in the country of its address", () => {
    expect(isPhone("070 123 45 67", query("+46 70 123 45 67"), "se")).toBe(true)
    expect(isPhone("+46701234567", query("+46 70 123 45 67"), "dk")).toBe(true)
    expect(isPhone("20304050", query("+46 20304050"), "dk")).toBe(false)
    expect(query("+298 123456").endings).toContain("123456")
    expect(isPhone("12 34 56", query("+298 123456"), "fo")).toBe(true)
  })

  it.each(["", "abc", "123", "+45"])("refuses %j", (typed) => {
    expect(readPhone(typed)).toBeNull()
  })

  it("finds a Danish number however it is spaced, and no other number", () => {
    const digits = fc.integer({ min: 20_000_000, max: 99_999_999 })
    const gap = fc.constantFrom("", " ", "-", ".")
    fc.assert(
      fc.property(digits, digits, gap, (one, other, between) => {
        const spaced = one.toString().replace(/(..)(?=.)/g, `$1${between}`)
        expect(isPhone(spaced, query(`+45${one.toString()}`), null)).toBe(true)
        expect(isPhone(spaced, query(other.toString()), null)).toBe(one === other)
      })
    )
  })
})
