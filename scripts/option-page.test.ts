import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseAccessOptions } from "../src/modules/access/options"
import { parsePersonalDataOptions } from "../src/modules/personal-data/options"
import {
  documentedOptions,
  optionPage,
  OPTION_SECTIONS,
  NEEDED_IN_PRODUCTION,
} from "./lib/option-page"
import { commonSchema, optionsSchema } from "../src/shared/options"
import { filesBelow } from "./lib/files"

const PAGE = join(__dirname, "../docs/options.md")
const options = OPTION_SECTIONS.flatMap(documentedOptions)

describe("the options page", () => {
  it("has every file that reads options", () => {
    const files = filesBelow("src").filter((file) => /(^|\/)options\.ts$/.test(file))
    const read = OPTION_SECTIONS.map(({ file }) => file)
    // Its options are spread into those of `invoice`.
    expect(files.sort()).toEqual([...read, "src/modules/invoice/delivery/options.ts"].sort())
  })

  it("has every section that a start takes, and a start every section it has", () => {
    const sections = OPTION_SECTIONS.flatMap(({ prefix }) => prefix || [])
    expect(Object.keys(optionsSchema.shape).sort()).toEqual(
      [...Object.keys(commonSchema.shape), ...sections, "database"].sort()
    )
  })

  it("says what each option does", () => {
    expect(options.length).toBeGreaterThan(60)
    expect(options.filter(({ comment }) => comment === "").map(({ path }) => path)).toEqual([])
  })

  it("gives each number its unit", () => {
    const numbers = options.filter(({ type }) => /^(whole )?number/.test(type))
    expect(numbers.length).toBeGreaterThan(5)
    expect(numbers.filter(({ unit }) => unit === "").map(({ path }) => path)).toEqual([])
  })

  it("is what the docs say", () => {
    const page = optionPage()
    if (process.env.WRITE_DOCS) writeFileSync(PAGE, page)
    // `npm run docs:options` writes it anew.
    expect(readFileSync(PAGE, "utf8")).toBe(page)
  })
})

describe("a production start", () => {
  const whole: Record<string, unknown> = {
    controller: {
      name: "Butik ApS",
      cvr: "10150817",
      address: "Gade 1, 1000 By",
      email: "a@b.example",
    },
    secrets: { current: { id: "2026", key: "0123456789abcdef0123456789abcdef" } },
    storefrontUrl: "https://www.butik.example",
    publicUrl: "https://api.butik.example",
    personalData: { ledger: { sink: { file: "/srv/ledger/dk-ledger.jsonl" } } },
  }
  const environment = process.env.NODE_ENV

  beforeAll(() => {
    process.env.NODE_ENV = "production"
  })
  afterAll(() => {
    process.env.NODE_ENV = environment
  })

  it("takes what the page calls needed, and nothing more", () => {
    const needed = NEEDED_IN_PRODUCTION.map((path) => path.split(".")[0])
    expect(Object.keys(whole).sort()).toEqual([...needed].sort())
    expect(parsePersonalDataOptions(whole).missing).toEqual([])
    expect(parseAccessOptions(whole).operators).toEqual([])
  })

  it.each(NEEDED_IN_PRODUCTION)("stops without %s", (path) => {
    const [left] = path.split(".")
    const rest = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== left))
    expect(() => parsePersonalDataOptions(rest)).toThrow(`option "${path}" is missing`)
  })
})
