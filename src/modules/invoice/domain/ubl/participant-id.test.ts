import {
  describeWithReferenceData,
  readReferenceJson,
} from "../../../../../integration-tests/helpers/reference-data"
import { oioublCompanyId, peppolParticipantId } from "./participant-id"

describe("a Peppol participant id", () => {
  it.each([
    ["0088", "5798 0000-19034", "5798000019034"],
    ["0184", "dk 13.58.56.28", "13585628"],
    ["0184", "1358562", null],
    ["0198", "DK13585628", "DK13585628"],
    ["0096", "1012697712", "1012697712"],
    ["0192", "923609016", null],
  ])("of scheme %s: %s", (scheme, value, id) => {
    expect(peppolParticipantId(scheme, value)).toBe(id)
  })

  it("has the prefix in OIOUBL", () => {
    expect(oioublCompanyId("13585628")).toBe("DK13585628")
    expect(oioublCompanyId("135856280")).toBeNull()
  })
})

type Vector = {
  kind: string
  input: { scheme: string; value: string }
  expect: { id: string | null }
  why: string
}

describeWithReferenceData("fixtures/vectors", "the vectors of Peppol participant ids", () => {
  const cases = readReferenceJson("fixtures/vectors")
    .filter(([name]) => name === "public-buyer.json")
    .flatMap(([, content]) => (content as { cases: Vector[] }).cases)
    .filter(({ kind }) => kind === "peppolId")

  it("are there", () => {
    expect(cases.length).toBeGreaterThan(0)
  })

  it.each(cases)("$input.scheme $input.value: $why", ({ input, expect: expected }) => {
    expect(peppolParticipantId(input.scheme, input.value)).toBe(expected.id)
  })
})
