import { isChanged, isWritten, startOf, tidyData } from "./notice-draft"

const cookie = {
  name: "_kurv",
  provider: "Butikken",
  purpose: "necessary" as const,
  description: "Husker kurven.",
  lifetime: "7 dage",
}

describe("a draft in the editor", () => {
  it("is sent without empty names, and without deadlines of what is not declared", () => {
    const declares = {
      categories: ["cart"],
      recipients: ["Nets ", "", " "],
      deadlines: { cart: "kort tid", account: "længe", empty: " " },
    }
    expect(tidyData({ declares })).toEqual({
      declares: { categories: ["cart"], recipients: ["Nets"], deadlines: { cart: "kort tid" } },
    })
    expect(tidyData({ cookies: [cookie] })).toEqual({ cookies: [cookie] })
    expect(tidyData(null)).toBe(null)
  })

  it("waits until its text and each cookie are written", () => {
    const draft = { body: "Tekst.", data: null, material: false }
    expect(isWritten(draft)).toBe(true)
    expect(isWritten({ ...draft, body: "  " })).toBe(false)
    expect(isWritten({ ...draft, data: { cookies: [cookie] } })).toBe(true)
    expect(isWritten({ ...draft, data: { cookies: [{ ...cookie, lifetime: "" }] } })).toBe(false)
  })

  it("is changed by its words, its data and the tick", () => {
    const stored = { body: "Tekst.", data: { cookies: [cookie] }, material: false }
    expect(isChanged({ ...stored }, stored)).toBe(false)
    expect(isChanged({ ...stored, body: "Ny." }, stored)).toBe(true)
    expect(isChanged({ ...stored, data: { cookies: [] } }, stored)).toBe(true)
    expect(isChanged({ ...stored, material: true }, stored)).toBe(true)
  })

  it("comes into force when a day begins, or at once", () => {
    expect(startOf("")).toBeUndefined()
    expect(new Date(startOf("2030-05-01") ?? "").getHours()).toBe(0)
  })
})
