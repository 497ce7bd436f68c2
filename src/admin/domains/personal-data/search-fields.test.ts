import { EMPTY_SEARCH, searchBody, searchFields } from "./search-fields"

describe("a search for a person", () => {
  it("asks for a postal code with a name", () => {
    expect(searchFields("name")).toEqual(["name", "postal_code"])
    expect(searchFields("phone")).toEqual(["phone"])
  })

  it("sends only what was asked for, as it was meant", () => {
    const draft = { ...EMPTY_SEARCH, order_number: " #1203 ", phone: "20123456" }
    expect(searchBody("order_number", draft)).toEqual({ order_number: "1203" })
    expect(searchBody("phone", draft)).toEqual({ phone: "20123456" })
    const named = { ...EMPTY_SEARCH, name: " Karen Test ", postal_code: "8000" }
    expect(searchBody("name", named)).toEqual({ name: "Karen Test", postal_code: "8000" })
  })
})
