import { givenOf, misnames, misplaces, saysAlready } from "./correction"

const buyer = {
  name: "Karen  Prøve",
  address: { address_1: "Testvej 7", address_2: null, postal_code: "8000", city: "Aarhus C" },
}

describe("a correction", () => {
  it("changes only what is given", () => {
    expect(givenOf(["first_name", "phone"], { phone: "12345678", first_name: undefined })).toEqual({
      phone: "12345678",
    })
    expect(saysAlready({ city: "Odense", phone: null }, { city: "Odense" })).toBe(true)
    expect(saysAlready({ city: "Odense", phone: null }, { phone: "12345678" })).toBe(false)
  })

  it("makes a document wrong that says another name", () => {
    expect(misnames(buyer, { last_name: "Prøve" })).toBe(false)
    expect(misnames(buyer, { last_name: "PRØVE" })).toBe(false)
    expect(misnames(buyer, { last_name: "Prøwe" })).toBe(true)
    expect(misnames({ ...buyer, name: null }, { last_name: "Prøwe" })).toBe(false)
    expect(misnames(buyer, {})).toBe(false)
  })

  it("makes a document wrong that gives another address", () => {
    expect(misplaces(buyer, { address_1: "testvej 7", city: "Aarhus C" })).toBe(false)
    expect(misplaces(buyer, { address_2: "2. tv." })).toBe(true)
    expect(misplaces({ ...buyer, address: null }, { city: "Odense" })).toBe(false)
    expect(misplaces(buyer, { phone: "12345678" })).toBe(false)
  })
})
