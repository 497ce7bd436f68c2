import fc from "fast-check"
import { emailForms } from "./email-forms"

/** What a database does that knows ASCII letters only. */
const lowerAscii = (text: string): string => text.replace(/[A-Z]/g, (c) => c.toLowerCase())

describe("emailForms", () => {
  it("meets an address in any case by either kind of lower()", () => {
    for (const stored of ["Æble@kunde.example", "ÆBLE@kunde.example", "æble@Kunde.example"]) {
      expect(emailForms("æbLe@kunde.example")).toContain(lowerAscii(stored))
      expect(emailForms("Æble@kunde.example")).toContain(stored.toLowerCase())
    }
  })

  it("is one form for letters of ASCII, and always holds the typed and the lower one", () => {
    expect(emailForms("Anna@Kunde.example")).toEqual(["anna@kunde.example"])
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const forms = emailForms(text)
        return forms[0] === text.toLowerCase() && forms.includes(lowerAscii(text))
      })
    )
  })
})
