import { REQUEST_KINDS } from "./kinds"
import { linkMailOf } from "./link-mail"

const MAIL = {
  shop: "Havblik",
  email: "kontakt@havblik.example",
  link: "https://havblik.example/privacy/requests#id=1&token=2",
  expires: new Date("2026-11-27T13:05:00Z"),
}

describe("the mail with the link", () => {
  it("says what was asked, until when the link works, and what happens to whoever did not ask", () => {
    const { subject, text } = linkMailOf("da", { ...MAIL, kind: "access" })
    expect(subject).toBe("Bekræft, hvad du har bedt Havblik om")
    for (const said of [
      "at se dine oplysninger",
      MAIL.link,
      "indtil 27. november 2026 kl. 14.05",
      "skal du ikke gøre noget",
    ]) {
      expect(text).toContain(said)
    }
    const english = linkMailOf("en", { ...MAIL, kind: "erasure" }).text
    expect(english).toContain("until 27 November 2026 at 14:05")
  })

  it("differs for every kind in both languages", () => {
    for (const locale of ["da", "en"] as const) {
      const texts = REQUEST_KINDS.map((kind) => linkMailOf(locale, { ...MAIL, kind }).text)
      expect(new Set(texts).size).toBe(REQUEST_KINDS.length)
    }
  })
})
