import { chooseFormat, readNemhandelAnswer } from "./receiver"

const PEPPOL = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"

const camelCase = (...profiles: [name: string, role: string][]) => ({
  modtagere: [
    {
      participant: { unitName: "Prøveby Skole", unitCVR: "10150817", key: "1", keyType: "GLN" },
      tilmeldinger: profiles.map(([name, role]) => ({
        profile: { name },
        role: { name: role },
        networkTypeId: 3,
      })),
    },
  ],
})

const pascalCase = (flags: object) => ({
  modtagere: [
    {
      participant: { UnitName: "Prøveby Skole", UnitCVR: "10150817", Key: "1", KeyType: "GLN" },
      Registrations: [
        { Profile: { Name: PEPPOL, ...flags }, Role: "Customer" },
        { Profile: { Name: "Procurement-BilSim-1.0", ...flags }, Role: "Customer" },
      ],
    },
  ],
})

describe("readNemhandelAnswer", () => {
  it.each([
    ["Peppol", camelCase([PEPPOL, "Customer"]), ["peppol"]],
    ["OIOUBL", camelCase(["Procurement-BilSim-1.0", "Customer"]), ["oioubl"]],
    ["NES", camelCase(["urn:www.nesubl.eu:profiles:profile5:ver2.0", "Customer"]), ["oioubl"]],
    [
      "both, in other letters",
      pascalCase({ IsPeppolEnabled: true, IsNhAs4Enabled: true }),
      ["oioubl", "peppol"],
    ],
    ["a network that is off", pascalCase({ IsPeppolEnabled: false }), ["oioubl"]],
  ])("finds what a receiver takes: %s", (_name, body, formats) => {
    expect(readNemhandelAnswer(body)).toEqual({
      status: "receives",
      name: "Prøveby Skole",
      formats,
    })
  })

  it.each([
    ["nobody", { modtagere: [] }],
    ["a supplier only", camelCase(["Procurement-BilSim-1.0", "Supplier"])],
    ["orders only", camelCase(["Procurement-OrdSim-1.0", "Customer"])],
    ["responses only", camelCase(["urn:fdc:peppol.eu:poacc:bis:mlr:3", "Customer"])],
    ["both networks off", pascalCase({ IsPeppolEnabled: false, IsNhAs4Enabled: false })],
  ])("tells who takes no invoices: %s", (_name, body) => {
    expect(readNemhandelAnswer(body).status).toBe("does_not_receive")
  })

  it.each([
    [null],
    ["text"],
    [[]],
    [{}],
    [{ modtagere: "none" }],
    [{ modtagere: [{ participant: { UnitName: "Ny form" } }] }],
  ])("gives no verdict on what it cannot read: %j", (body) => {
    expect(readNemhandelAnswer(body)).toEqual({ status: "unknown" })
  })
})

describe("chooseFormat", () => {
  const both = { status: "receives", name: null, formats: ["oioubl", "peppol"] } as const
  const one = { status: "receives", name: null, formats: ["oioubl"] } as const
  const none = { status: "does_not_receive", name: null } as const
  const unknown = { status: "unknown" } as const

  it.each([
    [both, null, [], "peppol"],
    [both, "oioubl", [], "oioubl"],
    [one, null, [], "oioubl"],
    [one, "peppol", [], null],
    [none, null, [], null],
    [none, "oioubl", [], null],
    [unknown, null, [], "oioubl"],
    [unknown, "peppol", [], "peppol"],
    // What a receiver would refuse is sent in the other format, where it takes that one for sure.
    [both, null, ["peppol"], "oioubl"],
    [both, null, ["oioubl"], "peppol"],
    [both, null, ["peppol", "oioubl"], "peppol with problems"],
    [both, "peppol", ["peppol"], "peppol with problems"],
    [one, null, ["oioubl"], "oioubl with problems"],
    [unknown, null, ["oioubl"], "oioubl with problems"],
  ] as const)("%j asked %s, refused in %j, gives %s", (answer, asked, refused, expected) => {
    const problem = { code: "outside_scope_alone", rule: "BR-O-11" } as const
    const chosen = chooseFormat(answer, {
      asked,
      fallback: "oioubl",
      problemsIn: (format) => (refused.some((it) => it === format) ? [problem] : []),
    })
    const suffix = chosen && chosen.problems.length > 0 ? " with problems" : ""
    expect(chosen && `${chosen.format}${suffix}`).toBe(expected)
  })
})
