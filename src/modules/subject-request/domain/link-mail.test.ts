import { REQUEST_KINDS } from "./kinds"
import { linkMailOf } from "./link-mail"

const MAIL = {
  shop: "Havblik",
  email: "kontakt@havblik.example",
  link: "https://havblik.example/privacy/requests#id=1&token=2",
}

describe("the mail with the link", () => {
  it("says what was asked, how long the link works, and what happens to whoever did not ask", () => {
    const { subject, text } = linkMailOf("da", { ...MAIL, kind: "access", hours: 24 })
    expect(subject).toBe("Bekræft, hvad du har bedt Havblik om")
    for (const said of [
      "at se dine oplysninger",
      MAIL.link,
      "24 timer",
      "skal du ikke gøre noget",
    ]) {
      expect(text).toContain(said)
    }
    expect(linkMailOf("en", { ...MAIL, kind: "erasure", hours: 1 }).text).toContain("for an hour")
  })

  it("differs for every kind in both languages", () => {
    for (const locale of ["da", "en"] as const) {
      const texts = REQUEST_KINDS.map(
        (kind) => linkMailOf(locale, { ...MAIL, kind, hours: 2 }).text
      )
      expect(new Set(texts).size).toBe(REQUEST_KINDS.length)
    }
  })
})
