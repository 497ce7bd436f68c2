import { withoutErased } from "./erased-address"

describe("withoutErased", () => {
  it("leaves what names no erased person as it is", () => {
    for (const to of ["anna@kunde.example", "anna@kunde.example,bo@kunde.example", ""]) {
      expect(withoutErased(to)).toBe(to)
    }
  })

  it("drops only the erased of a list, wherever they stand", () => {
    const erased = "erased+cus_1@invalid.invalid"
    expect(withoutErased(erased)).toBeNull()
    expect(withoutErased(`${erased}, "Et navn" <${erased}>`)).toBeNull()
    expect(withoutErased(`anna@kunde.example, ${erased}`)).toBe("anna@kunde.example")
    expect(withoutErased(`${erased},anna@kunde.example , bo@kunde.example`)).toBe(
      "anna@kunde.example, bo@kunde.example"
    )
    expect(withoutErased(`"Hansen, Anna" <anna@kunde.example>, ${erased}`)).toBe(
      '"Hansen, Anna" <anna@kunde.example>'
    )
  })
})
