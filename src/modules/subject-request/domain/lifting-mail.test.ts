import { liftingMailOf } from "./lifting-mail"

const lifted = {
  shop: { name: "Butikken", email: "info@butik.example" },
  since: "2026-11-02",
  reason: "Navnet er rettet\nog kontrolleret",
}

describe("the mail before a restriction is lifted", () => {
  it("says since when, why, what follows, and where to complain", () => {
    const { subject, text } = liftingMailOf("da", lifted)
    expect(subject).toBe("Vi ophæver begrænsningen af dine oplysninger")
    expect(text).toContain("ikke brugt dem siden den 2. november 2026. Nu ophæver vi")
    expect(text).toContain("> Navnet er rettet\n> og kontrolleret")
    expect(text).toContain("klage til Datatilsynet")
    expect(text).not.toMatch(/undefined|null/)
  })

  it("says the same in English", () => {
    const { text } = liftingMailOf("en", lifted)
    expect(text).toContain("since 2 November 2026. We are now lifting")
    expect(text).toContain("go to the courts")
  })
})
