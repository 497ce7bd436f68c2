import type { DoctorFacts } from "./facts"
import { judge, worstOf } from "./judge"
import { strengthOf } from "./secrets"
import { sayFinding } from "./words"
import { da } from "./words.da"
import { en } from "./words.en"

const HEALTHY: DoctorFacts = {
  isProduction: true,
  addresses: [
    { option: "storefrontUrl", url: "https://www.butik.example" },
    { option: "publicUrl", url: "https://api.butik.example" },
  ],
  sessionCookie: { isSecure: true, isHttpOnly: true, isSentAcrossSites: false },
  secrets: { jwt: "good", cookie: "good", plugin: "good", isShared: false },
  database: { isEncrypted: true, isLocal: false, isCertificateChecked: true },
  files: { isPrivateServed: false, orderExports: 1, overdueExports: 0 },
  staff: { users: 4, unlimited: 0, seeEveryone: 1, isRbacOn: true },
  worker: { mode: "server", secondsSinceBeat: 240 },
  email: { providers: 1 },
  vat: { sellsInDenmark: true, hasDanishRate: true },
  engines: [
    { name: "event_bus", isInMemory: false },
    { name: "workflow_engine", isInMemory: false },
    { name: "locking", isInMemory: false },
  ],
  indexes: { lacking: 0, orders: 1_000_000 },
  unguarded: [],
}

const wrongOf = (change: Partial<DoctorFacts>): string[] =>
  judge({ ...HEALTHY, ...change })
    .filter(({ state }) => state !== "ok")
    .map(({ state, code }) => `${state} ${code}`)

describe("the doctor", () => {
  it("finds nothing wrong with a store that is well set up", () => {
    expect(worstOf(judge(HEALTHY))).toBe("ok")
    expect(new Set(judge(HEALTHY).map(({ check }) => check)).size).toBe(12)
  })

  const cases: [string, Partial<DoctorFacts>, string[]][] = [
    [
      "an address without HTTPS",
      { addresses: [{ option: "publicUrl", url: "http://api.butik.example" }] },
      ["problem https_missing"],
    ],
    [
      "a local address in production",
      { addresses: [{ option: "publicUrl", url: "http://localhost:9000" }] },
      ["problem https_missing"],
    ],
    [
      "a careless cookie",
      { sessionCookie: { isSecure: false, isHttpOnly: false, isSentAcrossSites: true } },
      [
        "problem cookie_not_secure",
        "problem cookie_read_by_scripts",
        "warning cookie_across_sites",
      ],
    ],
    [
      "bad secrets",
      { secrets: { jwt: "known", cookie: "short", plugin: "missing", isShared: true } },
      [
        "problem secret_known",
        "problem secret_short",
        "problem secret_missing",
        "problem secret_shared",
      ],
    ],
    [
      "a database in the open",
      { database: { isEncrypted: false, isLocal: false, isCertificateChecked: false } },
      ["problem database_plain"],
    ],
    [
      "a certificate nobody checks",
      { database: { isEncrypted: true, isLocal: false, isCertificateChecked: false } },
      ["warning database_unverified"],
    ],
    [
      "a database on this machine",
      { database: { isEncrypted: false, isLocal: true, isCertificateChecked: false } },
      [],
    ],
    [
      "exports everybody can read",
      { files: { isPrivateServed: true, orderExports: 2, overdueExports: 1 } },
      ["problem exports_served", "problem exports_overdue"],
    ],
    [
      "a served folder without exports",
      { files: { isPrivateServed: true, orderExports: 0, overdueExports: 0 } },
      ["problem files_served"],
    ],
    [
      "staff without roles",
      { staff: { users: 4, unlimited: 3, seeEveryone: 4, isRbacOn: false } },
      ["problem staff_unlimited"],
    ],
    [
      "one user without a role among others",
      { staff: { users: 2, unlimited: 1, seeEveryone: 1, isRbacOn: false } },
      ["problem staff_unlimited_one"],
    ],
    [
      "an only user without a role",
      { staff: { users: 1, unlimited: 1, seeEveryone: 1, isRbacOn: false } },
      ["warning staff_alone"],
    ],
    [
      "a worker that never came",
      { worker: { mode: "server", secondsSinceBeat: null } },
      ["problem worker_never"],
    ],
    [
      "a worker that went away",
      { worker: { mode: "shared", secondsSinceBeat: 901 } },
      ["problem worker_silent"],
    ],
    [
      "a store that sells in Denmark without VAT",
      { vat: { sellsInDenmark: true, hasDanishRate: false } },
      ["warning vat_missing"],
    ],
    [
      "a store that sells elsewhere only",
      { vat: { sellsInDenmark: false, hasDanishRate: false } },
      [],
    ],
    ["a store that sends no mail", { email: { providers: 0 } }, ["problem email_missing"]],
    [
      "an event bus in memory",
      { engines: [{ name: "event_bus", isInMemory: true }] },
      ["warning event_bus_in_memory"],
    ],
    [
      "a large store without indexes",
      { indexes: { lacking: 3, orders: 50_000 } },
      ["warning indexes_lacking"],
    ],
    ["a small store without indexes", { indexes: { lacking: 3, orders: 49_999 } }, []],
    [
      "evidence that can be changed",
      { unguarded: ["dk_invoice", "dk_consent_event"] },
      ["problem evidence_unguarded"],
    ],
  ]

  it.each(cases)("names %s", (_what, change, expected) => {
    expect(wrongOf(change)).toEqual(expected)
  })

  it("says nothing of roles where Medusa's RBAC gives them", () => {
    const staff = { users: 4, unlimited: 0, seeEveryone: 0, isRbacOn: true }
    const codes = judge({ ...HEALTHY, staff }).flatMap(({ check, code }) =>
      check === "staff" ? [code] : []
    )
    expect(codes).toEqual(["rbac_on"])
  })

  it("only warns a developer of what is dangerous in production", () => {
    const found = wrongOf({
      isProduction: false,
      addresses: [{ option: "publicUrl", url: "http://api.butik.example" }],
      sessionCookie: { isSecure: false, isHttpOnly: true, isSentAcrossSites: false },
      secrets: { jwt: "known", cookie: "known", plugin: "known", isShared: true },
      worker: { mode: "shared", secondsSinceBeat: null },
      engines: [{ name: "event_bus", isInMemory: true }],
      email: { providers: 0 },
      vat: { sellsInDenmark: true, hasDanishRate: false },
    })
    expect(found.length).toBe(8)
    expect(found.every((text) => text.startsWith("warning "))).toBe(true)
    const local = [{ option: "publicUrl", url: "http://localhost:9000" }]
    expect(wrongOf({ isProduction: false, addresses: local })).toEqual([])
  })

  it("has Danish and English words for all it can say, with the same gaps", () => {
    const gaps = ({ says, todo = "" }: { says: string; todo?: string }) =>
      [...`${says} ${todo}`.matchAll(/\{\w+\}/gu)].map(([gap]) => gap).sort()
    expect(Object.keys(da)).toEqual(Object.keys(en))
    for (const [code, words] of Object.entries(da)) {
      expect([code, gaps(words)]).toEqual([code, gaps(en[code] ?? { says: "" })])
    }
    const changes = cases.map(([, change]) => change)
    const findings = [{}, ...changes].flatMap((change) => judge({ ...HEALTHY, ...change }))
    for (const finding of findings) {
      for (const locale of ["da", "en"] as const) {
        const { says, todo } = sayFinding(finding, locale)
        expect(says).not.toBe(finding.code)
        expect(`${says} ${todo ?? ""}`).not.toMatch(/[{}]|undefined/u)
        expect([finding.code, todo === null]).toEqual([finding.code, finding.state === "ok"])
      }
    }
  })
})

describe("a secret", () => {
  it.each([
    [undefined, "missing"],
    ["", "missing"],
    ["supersecret", "known"],
    ["development-only-secret-0123456789abcdef", "known"],
    ["Kx82hd93mc", "short"],
    ["a".repeat(64), "short"],
    ["9f2c61d0b7e84a35c1d96e7f20ab5c3d", "good"],
  ])("%j is %s", (secret, expected) => {
    expect(strengthOf(secret)).toBe(expected)
  })
})
