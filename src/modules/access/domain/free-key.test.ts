import { freeKey } from "./free-key"

describe("freeKey", () => {
  it("takes the wanted key, or the first that is free", () => {
    const value = { notes: [{ "211062-****": 1, "211062-**** (2)": 2 }] }
    expect(freeKey(value, ["notes", "0"], "140482-****")).toBe("140482-****")
    expect(freeKey(value, ["notes", "0"], "211062-****")).toBe("211062-**** (3)")
    expect(freeKey(value, [], "211062-****")).toBe("211062-****")
  })
})
