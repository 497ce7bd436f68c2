import vectors from "../../../integration-tests/vectors/consent-state.json"
import { googleConsentMode, googleConsentSignals } from "./google-consent"

const cases = vectors.cases.filter(({ kind }) => kind === "signals")

describe("Google Consent Mode", () => {
  it("has published vectors", () => {
    expect(cases.length).toBeGreaterThan(3)
  })

  it.each(cases)("signals: $why", ({ input, expect: expected }) => {
    expect(googleConsentSignals(input)).toEqual(expected)
  })

  it("denies before anything, loads the tag once and only when allowed, and tells each choice", () => {
    const owner: { dataLayer?: unknown[] } = {}
    const happened: string[] = []
    const told = () =>
      (owner.dataLayer ?? []).map((entry) => Array.from(entry as ArrayLike<unknown>))
    const tell = googleConsentMode(
      () => happened.push(`loaded after ${told().length.toString()}`),
      owner
    )
    expect(told()).toEqual([["consent", "default", googleConsentSignals(null)]])
    expect(Array.isArray(owner.dataLayer?.[0])).toBe(false)
    const functional = { functional: true, statistics: false, marketing: false }
    tell(functional)
    expect(happened).toEqual([])
    const all = { functional: true, statistics: true, marketing: true }
    tell(all)
    tell(functional)
    tell(all)
    expect(happened).toEqual(["loaded after 3"])
    expect(told().slice(1)).toEqual(
      [functional, all, functional, all].map((choices) => [
        "consent",
        "update",
        googleConsentSignals(choices),
      ])
    )
  })
})
