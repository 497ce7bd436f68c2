import { maskNumber } from "./mask-number"

const TODAY = "2026-11-26"

describe("maskNumber", () => {
  it("takes one CPR number out and leaves another, which staff said is none", () => {
    const field = { name: "note", text: "cpr 211062-5009 og sag 140482-5018" }
    expect(maskNumber(field, "211062-****", TODAY)).toBe("cpr 211062-**** og sag 140482-5018")
  })

  it("takes card numbers out and leaves a CPR number", () => {
    const field = { name: "note", text: "4111 1111 1111 1111, 211062-5009, 5555555555554444." }
    expect(maskNumber(field, null, TODAY)).toBe("****, 211062-5009, ****.")
  })

  it("counts the name of the field as a word beside it", () => {
    expect(maskNumber({ name: "cpr", text: "2110625000" }, "211062-****", TODAY)).toBe(
      "211062-****"
    )
  })
})
