import cvr from "../../integration-tests/vectors/cvr.json"
import cvrPrefix from "../../integration-tests/vectors/cvr-prefix.json"
import copenhagen from "../../integration-tests/vectors/copenhagen-day.json"
import ean from "../../integration-tests/vectors/ean.json"
import pNumber from "../../integration-tests/vectors/p-number.json"
import retentionVectors from "../../integration-tests/vectors/retention.json"
import { copenhagenDay, parseCvr, parseEan, parsePNumber, retention } from "."

describe("parseCvr", () => {
  it.each(cvr.cases)("$input: $why", ({ input, expect: expected }) => {
    const result = parseCvr(input)
    expect(result.ok ? result.value : null).toBe(expected.normalized)
  })

  it.each(cvrPrefix.cases)("check digits of $input: $why", ({ input, expect: expected }) => {
    const valid = Array.from("0123456789").filter((digit) => parseCvr(input + digit).ok)
    expect(valid).toEqual(expected.validLastDigits)
  })
})

describe("parseEan", () => {
  it.each(ean.cases)("$input: $why", ({ input, expect: expected }) => {
    const result = parseEan(input)
    expect(result.ok ? result.value : null).toBe(expected.normalized)
    expect(result.ok && result.warnNotDanish).toBe(expected.warnNotDanish)
  })
})

describe("parsePNumber", () => {
  it.each(pNumber.cases)("$input: $why", ({ input, expect: expected }) => {
    const result = parsePNumber(input)
    const outcome = result.ok ? (result.warning ? "warn" : "ok") : "reject"
    expect(outcome).toBe(expected.outcome)
    expect(result.ok ? result.regime : null).toBe(expected.regime)
  })
})

describe("copenhagenDay", () => {
  it.each(copenhagen.cases)("$input: $why", ({ input, expect: expected }) => {
    expect(copenhagenDay(input)).toBe(expected.day)
    expect(copenhagenDay(new Date(input))).toBe(expected.day)
  })
})

describe("retention", () => {
  it.each(retentionVectors.cases)("$why", ({ input, expect: expected }) => {
    expect(retention(input)).toEqual(expected)
  })
})
