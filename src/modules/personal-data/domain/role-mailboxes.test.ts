import fc from "fast-check"
import { isRoleMailbox } from "./role-mailboxes"

describe("isRoleMailbox", () => {
  it.each([
    "info@",
    "Kontakt@",
    "salg+dk@",
    "faktura.2026@",
    "økonomi@",
    "oekonomi@",
    "info-aarhus@",
  ])("knows %s as a post", (local) => {
    expect(isRoleMailbox(`${local}firma.example`)).toBe(true)
  })

  it.each(["karen@", "karen.hansen@", "infoga@", "mailand@", "hansen.info@"])(
    "takes %s for a person's",
    (local) => {
      expect(isRoleMailbox(`${local}firma.example`)).toBe(false)
    }
  )

  it("looks at the local part only, in any case", () => {
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom("karen", "info"), (domain, local) => {
        const expected = local === "info"
        expect(isRoleMailbox(`${local}@${domain}`)).toBe(expected)
        expect(isRoleMailbox(`${local}@${domain}`.toUpperCase())).toBe(expected)
      })
    )
  })
})
