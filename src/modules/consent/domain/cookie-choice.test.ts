import { askAgain, isExpired, isNews, stateOf } from "./cookie-choice"
import type { ChosenCookies, CookieText } from "./cookie-choice"

const text = (id: string, version: number, from: string, change = {}): CookieText => ({
  id,
  kind: "cookies",
  purpose: null,
  channel: null,
  locale: "da",
  version,
  sha256: "0".repeat(64),
  effective_from: `${from}T00:00:00.000Z`,
  material: false,
  purposes: ["statistics"],
  ...change,
})

const first = text("first", 1, "2026-01-01", { material: true })
const chosen: ChosenCookies = {
  choices: { functional: false, statistics: true, marketing: false },
  method: "selection",
  since: "2026-02-01T10:00:00.000Z",
  notice: first,
}
const now = "2026-11-26T10:00:00.000Z"

describe("a choice of cookies", () => {
  it("expires after 12 months, to the instant", () => {
    expect(isExpired("2026-02-01T10:00:00.000Z", "2027-02-01T09:59:59.999Z")).toBe(false)
    expect(isExpired("2026-02-01T10:00:00.000Z", "2027-02-01T10:00:00.000Z")).toBe(true)
    expect(isExpired("2028-02-29T10:00:00.000Z", "2029-02-28T23:00:00.000Z")).toBe(false)
    expect(isExpired("2028-02-29T10:00:00.000Z", "2029-03-01T10:00:00.000Z")).toBe(true)
  })

  it("is news when it is other, beside another text, or anew after it expired", () => {
    const same = { choices: chosen.choices, notice_id: "first" }
    expect(isNews(null, same, now)).toBe(true)
    expect(isNews(chosen, same, now)).toBe(false)
    expect(isNews(chosen, { ...same, notice_id: "second" }, now)).toBe(true)
    const other = { ...same, choices: { ...chosen.choices, marketing: true } }
    expect(isNews(chosen, other, now)).toBe(true)
    expect(isNews(chosen, same, "2027-02-01T10:00:00.000Z")).toBe(true)
  })

  it("takes back only what was given", () => {
    const states = [stateOf(true, false), stateOf(false, false), stateOf(true, true)]
    expect(states).toEqual(["withdrawn", "refused", "given"])
  })
})

describe("asking again", () => {
  const ask = (reading: CookieText, published: CookieText[], at = now) =>
    askAgain(chosen, reading, [first, ...published], at)

  it("is not needed for the text chosen beside, though that one was material, nor for one still to come", () => {
    expect(ask(first, [])).toBe("none")
    const later = text("later", 2, "2027-01-01", { material: true })
    expect(ask(first, [later])).toBe("none")
  })

  it("is needed for a material text in between, even when the newest is not", () => {
    const material = text("material", 2, "2026-03-01", { material: true })
    const newest = text("newest", 3, "2026-04-01")
    expect(ask(newest, [newest])).toBe("none")
    expect(ask(newest, [material, newest])).toBe("new_text")
  })

  it("is needed for a new purpose, and first of all after 12 months", () => {
    const more = text("more", 2, "2026-03-01", { purposes: ["statistics", "marketing"] })
    expect(ask(more, [more])).toBe("new_purpose")
    expect(ask(more, [more], "2027-02-01T10:00:00.000Z")).toBe("expired")
  })

  it("is needed in another language only for what came into force after the choice", () => {
    const english = (from: string) => text("english", 1, from, { locale: "en", material: true })
    const before = english("2026-01-15")
    const after = english("2026-02-15")
    expect([ask(before, [before]), ask(after, [after])]).toEqual(["none", "new_text"])
    expect(ask(first, [after])).toBe("none")
  })
})
