import breachClock from "../../integration-tests/vectors/breach-clock.json"
import cards from "../../integration-tests/vectors/pan-detector.json"
import consentProofVectors from "../../integration-tests/vectors/consent-proof.json"
import cpr from "../../integration-tests/vectors/cpr-detector.json"
import cvr from "../../integration-tests/vectors/cvr.json"
import cvrPrefix from "../../integration-tests/vectors/cvr-prefix.json"
import copenhagen from "../../integration-tests/vectors/copenhagen-day.json"
import deadlines from "../../integration-tests/vectors/deadlines.json"
import ean from "../../integration-tests/vectors/ean.json"
import pNumber from "../../integration-tests/vectors/p-number.json"
import retentionVectors from "../../integration-tests/vectors/retention.json"
import {
  answerDeadlines,
  breachDeadline,
  consentProof,
  copenhagenDay,
  findCardNumbers,
  findCprNumbers,
  parseCvr,
  parseEan,
  parsePNumber,
  retention,
} from "."

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

const TODAY = "2026-11-26"

describe("findCprNumbers", () => {
  it.each(cpr.cases)("$input: $why", ({ input, expect: expected }) => {
    const hits = findCprNumbers(input, TODAY)
    const outcome =
      hits.find(({ verdict }) => verdict === "block")?.verdict ?? hits[0]?.verdict ?? "pass"
    expect(expected.oneOf ?? [expected.outcome]).toContain(outcome)
    if (expected.hits) {
      expect(hits.map(({ start, end, verdict }) => ({ start, end, verdict }))).toEqual(
        expected.hits
      )
    }
    expect(hits.map(({ masked }) => masked)).toEqual(expected.masked ?? [])
  })
})

describe("findCprNumbers beside other numbers", () => {
  it.each([
    "Vej 12 140482-5018",
    "140482-5018 2. tv",
    "140482 - 5018",
    "140482\u20115018",
    "140482\u00a05018 cpr",
  ])("finds it in %j", (text) => {
    const [hit, ...more] = findCprNumbers(text, TODAY)
    expect([hit?.masked, hit?.verdict, more]).toEqual(["140482-****", "block", []])
  })

  it("finds two that stand beside each other", () => {
    expect(findCprNumbers("140482-5018 010591-5004", TODAY)).toHaveLength(2)
  })
})

describe("findCardNumbers", () => {
  it.each(cards.cases)("$input: $why", ({ input, expect: expected }) => {
    expect(findCardNumbers(input)).toEqual(expected.hits)
  })

  it("finds a card in groups of any usual form", () => {
    for (const text of [
      "4111.1111.1111.1111",
      "4111  1111  1111  1111",
      "4111\u00a01111\u00a01111\u00a01111",
    ]) {
      expect(findCardNumbers(text)).toEqual([{ start: 0, end: text.length }])
    }
  })

  it("takes no longer for many short groups than their number tells", () => {
    expect(findCardNumbers("1 ".repeat(200_000))).toEqual([])
  })

  it("finds a card before its expiry and code, and two in a row", () => {
    expect(findCardNumbers("4111 1111 1111 1111 12/29 123")).toEqual([{ start: 0, end: 19 }])
    expect(findCardNumbers("4111111111111111 5555555555554444")).toEqual([
      { start: 0, end: 16 },
      { start: 17, end: 33 },
    ])
    expect(findCardNumbers("20 4111 1111 1111 1111")).toEqual([{ start: 3, end: 22 }])
  })
})

describe("consentProof", () => {
  it.each(consentProofVectors.cases)("$input: $why", ({ input, expect: expected }) => {
    expect(consentProof(input)).toEqual(expected)
  })
})

describe("answerDeadlines", () => {
  it.each(deadlines.cases)("$input: $why", ({ input, expect: expected }) => {
    expect(answerDeadlines(input)).toEqual(expected)
  })

  it("never ends on a day off, nor before the month is over", () => {
    for (let day = 0; day < 6 * 366; day++) {
      const received = new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10)
      const { strict, legal, extendedStrict, extendedLegal } = answerDeadlines(received)
      for (const [due, rolled] of [
        [strict, legal],
        [extendedStrict, extendedLegal],
      ] as const) {
        expect(rolled >= due).toBe(true)
        expect([0, 6]).not.toContain(new Date(rolled).getUTCDay())
      }
    }
  })
})

describe("breachDeadline", () => {
  it.each(breachClock.cases)("$input: $why", ({ input, expect: expected }) => {
    expect(Date.parse(breachDeadline(input))).toBe(Date.parse(expected.deadlineUtc))
  })

  it("takes another number of hours where the law does", () => {
    expect(breachDeadline("2026-06-05T16:45:00+02:00", { hours: 96 })).toBe(
      "2026-06-09T14:45:00.000Z"
    )
  })
})
