import { unnamedFields } from "./lib/openapi/exact-answers"

describe("what a route answers", () => {
  it("has no field that the type of its answer does not name", () => {
    expect(unnamedFields()).toEqual([])
  }, 120_000)
})
