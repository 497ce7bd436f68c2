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

describe("the ledger's place outside the database", () => {
  const production = {
    controller: { name: "Butik", cvr: "10150817", address: "Gade 1", email: "a@butik.example" },
    secrets: { current: { id: "2026", key: "a-secret-of-thirty-two-characters-or-more" } },
    storefrontUrl: "https://www.butik.example",
    publicUrl: "https://api.butik.example",
  }
  afterEach(() => {
    jest.restoreAllMocks()
  })

  it("is a full path, or an object that appends and reads", () => {
    const file = { sink: { file: "/srv/ledger.jsonl" } }
    expect(parse({ ledger: file }).ledger).toEqual(file)
    const sink = { append: () => Promise.resolve(), read: async function* () {} }
    expect(parse({ ledger: { sink } }).ledger?.sink).toBe(sink)
  })

  it.each([{ file: "ledger.jsonl" }, { append: () => Promise.resolve() }, {}, "file"])(
    "is nothing else: %j",
    (sink) => {
      expect(() => parse({ ledger: { sink } })).toThrow('option "personalData.ledger.sink')
    }
  )

  it("is needed in production, and elsewhere is not", () => {
    expect(parse({}).ledger).toBeUndefined()
    jest.replaceProperty(process, "env", { ...process.env, NODE_ENV: "production" })
    expect(() => parsePersonalDataOptions(production)).toThrow(
      /option "personalData.ledger" is missing[^]*ledger: \{ sink:/
    )
    const ledger = { sink: { file: "/srv/ledger.jsonl" } }
    expect(parsePersonalDataOptions({ ...production, personalData: { ledger } }).ledger).toEqual(
      ledger
    )
  })
})
