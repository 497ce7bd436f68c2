import { parsePersonalDataOptions } from "./options"

const parse = (personalData: object) => parsePersonalDataOptions({ personalData })
const carrier = { name: "PostNord", purposes: ["delivery"], country: "DK" }

describe("the options of personal data", () => {
  it("default to none and take countries in any case", () => {
    expect(parse({})).toMatchObject({ recipients: [], automatedDecisions: [] })
    expect(parse({ recipients: [carrier] }).recipients[0]?.country).toBe("dk")
  })

  it.each([
    ["recipients.0.country", { recipients: [{ ...carrier, country: "Danmark" }] }],
    ["recipients.0.purposes.0", { recipients: [{ ...carrier, purposes: ["fun"] }] }],
    ["recipients.0.safeguard", { recipients: [{ ...carrier, country: "us" }] }],
    ["fullScanPause", { fullScanPause: -1 }],
    ["automatedDecisions.0.en", { automatedDecisions: [{ da: "Kredit" }] }],
  ])("name the option that is wrong: personalData.%s", (path, options) => {
    expect(() => parse(options)).toThrow(`personalData.${path}`)
  })
})
