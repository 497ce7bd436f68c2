import type { NoticeVersion } from "./choose-notice"
import { findFallbacks } from "./find-fallbacks"

const AT = "2026-11-26T12:00:00.000Z"

const text = (locale: string, change: Partial<NoticeVersion> = {}): NoticeVersion => ({
  id: `${locale}-1`,
  kind: "privacy",
  purpose: null,
  channel: null,
  locale,
  version: 1,
  sha256: "0".repeat(64),
  effective_from: "2026-01-01T00:00:00.000Z",
  ...change,
})

const find = (published: NoticeVersion[], wanted = ["da", "en"]) =>
  findFallbacks(published, wanted, ["da", "en"], AT).map(({ kind, channel, locale, uses }) =>
    [kind, channel, locale, uses].filter((part) => part !== null).join(" ")
  )

describe("texts that stand in for each other", () => {
  it("are none when every language has its own", () => {
    expect(find([text("da"), text("en")])).toEqual([])
  })

  it("are named with the language that is used instead", () => {
    expect(find([text("da")])).toEqual(["privacy en da"])
    expect(find([text("en")])).toEqual(["privacy da en"])
  })

  it("count a region's language as its own, and a region it has no language of as missing", () => {
    expect(find([text("da"), text("en")], ["da-DK", "en-GB", "sv-SE"])).toEqual([
      "privacy sv-SE da",
    ])
  })

  it("tell of a policy that is missing altogether, or not in force yet", () => {
    expect(find([])).toEqual(["privacy da", "privacy en"])
    const coming = text("da", { effective_from: "2099-01-01T00:00:00.000Z" })
    expect(find([coming, text("en")])).toEqual(["privacy da en"])
  })

  it("are looked for in every text that is in force somewhere, by purpose and channel", () => {
    const box = { kind: "marketing", purpose: "newsletter" } as const
    const texts = [
      text("da"),
      text("en"),
      text("da", { ...box, channel: "email" }),
      text("da", { ...box, channel: "sms" }),
      text("en", { ...box, channel: "sms" }),
    ]
    expect(find(texts)).toEqual(["marketing email en da"])
  })
})
