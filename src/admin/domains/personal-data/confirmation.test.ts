import { confirmationOf, isConfirmed } from "./confirmation"

describe("what is typed before an erasure", () => {
  it("is the e-mail, else the name, else a word", () => {
    const person = { customer_id: null, name: "Karen Test", email: "karen@kunde.example" }
    expect(confirmationOf(person, "SLET")).toEqual({ kind: "email", text: person.email })
    expect(confirmationOf({ ...person, email: null }, "SLET")).toEqual({
      kind: "name",
      text: "Karen Test",
    })
    expect(confirmationOf({ ...person, email: null, name: null }, "SLET")).toEqual({
      kind: "word",
      text: "SLET",
    })
  })

  it("is checked for intent, not for typing", () => {
    const expected = { kind: "name", text: "Karen Test" } as const
    expect(isConfirmed("  karen TEST ", expected)).toBe(true)
    expect(isConfirmed("Karen Tes", expected)).toBe(false)
    expect(isConfirmed("", expected)).toBe(false)
  })
})
