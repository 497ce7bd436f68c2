import { informationOf } from "./information"
import type { InformationInput } from "./information"

const input: InformationInput = {
  locale: "da",
  rules: [
    {
      category: "address",
      purpose: "delivery",
      origin: "provided",
      basis: "contract",
      retention: "erasure",
    },
    {
      category: "invoice",
      purpose: "bookkeeping",
      origin: "derived",
      basis: "legal_obligation",
      retention: "bookkeeping",
    },
  ],
  recipients: [
    { name: "PostNord", role: "controller", purposes: ["delivery", "service"], country: "dk" },
    { name: "Mailer Inc.", purposes: ["marketing"], country: "us", safeguard: "standard clauses" },
    {
      name: "Ledger Ltd.",
      purposes: ["bookkeeping"],
      country: "us",
      safeguard: "standard clauses",
    },
  ],
  automatedDecisions: [],
  contact: "privat@butik.example",
}

describe("the information beside the copy", () => {
  it("names what was found and nothing else", () => {
    const found = informationOf(input)
    expect(found.purposes.map(({ purpose }) => purpose)).toEqual(["delivery", "bookkeeping"])
    expect(found.categories.map(({ category }) => category)).toEqual(["address", "invoice"])
    expect(found.storage.map(({ retention, categories }) => [retention, categories])).toEqual([
      ["erasure", ["Adresser"]],
      ["bookkeeping", ["Fakturaer og kreditnotaer"]],
    ])
    expect(found.sources.map(({ origin }) => origin)).toEqual(["derived"])
    expect(
      found.recipients.map(({ name, in_eea, purposes }) => [name, in_eea, purposes.length])
    ).toEqual([
      ["PostNord", true, 1],
      ["Ledger Ltd.", false, 1],
    ])
    expect(found.recipients[1]?.safeguard).toBe("standard clauses")
    expect(found.recipients.map(({ role }) => role)).toEqual(["Selv dataansvarlig", null])
    expect(found.rights.map(({ right }) => right)).not.toContain("withdrawal")
    expect(found.automated_decisions.join()).toContain("Ingen")
  })

  it.each([
    ["se", /^Ingen/],
    ["us", /^Ikke oplyst/],
  ])("says of a recipient in %s without a safeguard only what is true", (country, text) => {
    const recipients = [{ name: "Postbud", purposes: ["delivery"] as const, country }]
    expect(informationOf({ ...input, recipients }).recipients[0]?.safeguard).toMatch(text)
  })

  it("tells rights and complaint although nothing was found", () => {
    const nothing = informationOf({ ...input, rules: [], locale: "en" })
    expect([nothing.purposes, nothing.recipients, nothing.storage]).toEqual([[], [], []])
    expect(nothing.rights).toHaveLength(5)
    expect(nothing.complaint.authority).toBe("Datatilsynet")
  })

  it("tells the store's automated decisions and how to withdraw a consent", () => {
    const told = informationOf({
      ...input,
      rules: [
        ...input.rules,
        {
          category: "newsletter",
          purpose: "marketing",
          origin: "provided",
          basis: "consent",
          retention: "erasure",
        },
      ],
      automatedDecisions: [{ da: "Kreditvurdering", en: "Credit check" }],
    })
    expect(told.automated_decisions).toEqual(["Kreditvurdering"])
    expect(told.rights.map(({ right }) => right)).toContain("withdrawal")
    expect(told.recipients).toHaveLength(3)
  })
})
