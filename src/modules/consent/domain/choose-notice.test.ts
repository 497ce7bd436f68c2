import { chooseNotice, chooseShown } from "./choose-notice"
import type { NoticeVersion } from "./choose-notice"

const notice = (locale: string, version: number, from: string): NoticeVersion => ({
  id: `${locale}-${version.toString()}`,
  kind: "privacy",
  purpose: null,
  channel: null,
  locale,
  version,
  sha256: "0".repeat(64),
  effective_from: `${from}T00:00:00.000Z`,
})

const published = [
  notice("da", 1, "2026-01-01"),
  notice("da", 2, "2026-06-01"),
  notice("da", 3, "2027-01-01"),
  notice("en", 1, "2026-01-01"),
]
const facts = { on_screen: true, locale: "da-DK", at: "2026-07-01T10:00:00.000Z" }
const locales = ["da", "en"]

const chosen = (...args: Parameters<typeof chooseNotice>) => {
  const result = chooseNotice(...args)
  return result && [result.notice.id, result.source]
}

describe("the notice a purchase is evidence of", () => {
  it("is what the storefront says it showed, even an older version", () => {
    const [older] = published
    expect(chosen(facts, older ? [older] : [], published, locales)).toEqual(["da-1", "asserted"])
  })

  it("is otherwise assumed: the version in force that day, in the buyer's language", () => {
    expect(chosen(facts, [], published, locales)).toEqual(["da-2", "assumed"])
    expect(chosen({ ...facts, locale: "en-GB" }, [], published, locales)).toEqual([
      "en-1",
      "assumed",
    ])
  })

  it("falls back to the shop's first language", () => {
    expect(chosen({ ...facts, locale: null }, [], published, locales)).toEqual(["da-2", "assumed"])
    expect(chosen({ ...facts, locale: "sv-SE" }, [], published, ["en"])).toEqual([
      "en-1",
      "assumed",
    ])
  })

  it("falls back at last to whatever was in force", () => {
    const swedish = { ...notice("sv", 1, "2026-01-01"), id: "sv-1" }
    const later = { ...notice("de", 1, "2026-12-01"), id: "de-1" }
    expect(chosen(facts, [], [swedish, later], locales)).toEqual(["sv-1", "assumed"])
    expect(chosen(facts, [], [later], locales)).toBe(null)
  })

  it("is sent, not shown on a screen, when staff made the order", () => {
    expect(chosen({ ...facts, on_screen: false }, published, published, locales)).toEqual([
      "da-2",
      "sent",
    ])
  })

  it("is none before the first one came into force", () => {
    expect(chosen({ ...facts, at: "2025-12-31T23:00:00.000Z" }, [], published, locales)).toBe(null)
  })
})

describe("the notices a purchase is evidence of", () => {
  const box = (id: string, channel: string, version: number): NoticeVersion => ({
    ...notice("da", version, "2026-01-01"),
    id,
    kind: "marketing",
    purpose: "newsletter",
    channel,
  })
  const shown = (sight: typeof facts, asserted: readonly NoticeVersion[]) =>
    chooseShown(sight, asserted, published, locales).map(({ notice: { id }, source }) => [
      id,
      source,
    ])

  it("are the policy in force, and texts beside boxes only when they were shown", () => {
    expect(shown(facts, [])).toEqual([["da-2", "assumed"]])
    const boxes = [box("old", "email", 1), box("new", "email", 2), box("sms", "sms", 1)]
    expect(shown(facts, boxes)).toEqual([
      ["da-2", "assumed"],
      ["new", "asserted"],
      ["sms", "asserted"],
    ])
    expect(shown({ ...facts, on_screen: false }, boxes)).toEqual([["da-2", "sent"]])
  })

  it("come in the exact language of a region before the language alone", () => {
    const british = { ...notice("en-GB", 1, "2026-01-01"), id: "british" }
    const choose = (locale: string) =>
      chooseShown({ ...facts, locale }, [], [...published, british], locales)[0]?.notice.id
    expect(choose("en-GB")).toBe("british")
    expect(choose("en-IE")).toBe("en-1")
  })
})
