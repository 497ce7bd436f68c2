import { setupOf } from "./setup"
import type { SetupFacts } from "./setup"

const FACTS: SetupFacts = {
  isProduction: true,
  ...{ missingOptions: [], findings: [], isReadLogWanted: true },
  notices: { lacking: [], isStaffTold: true },
  invoices: { mode: "own", isLive: true, isYearKnown: true },
  nets: { isOffered: true, accounts: [{ name: "default", environment: "live" }] },
}

const stateOf = (item: string, change: Partial<SetupFacts> = {}) => {
  const found = setupOf({ ...FACTS, ...change }).find((known) => known.item === item)
  return [found?.state, found?.lacking.join(", ")]
}

describe("what is to be set up", () => {
  it("is done when the facts say so", () => {
    expect(setupOf(FACTS).map(({ state }) => state)).toEqual(Array(10).fill("done"))
  })

  it("wants real money in production, and nothing of a store without Nets", () => {
    const test = { isOffered: true, accounts: [{ name: "a", environment: "test" as const }] }
    expect(stateOf("nets", { nets: test })).toEqual(["missing", "environment: live"])
    expect(stateOf("nets", { nets: test, isProduction: false })).toEqual(["done", ""])
    expect(stateOf("nets", { nets: { isOffered: true, accounts: [] } })).toEqual([
      ...["missing", "nets.accounts"],
    ])
    expect(stateOf("nets", { nets: { isOffered: false, accounts: [] } })).toEqual(["not_used", ""])
  })

  it("goes by how the shop invoices", () => {
    const invoices = { isLive: false, isYearKnown: false }
    expect(stateOf("invoices", { invoices: { ...invoices, mode: "own" } })[0]).toBe("missing")
    expect(stateOf("invoices", { invoices: { ...invoices, mode: "external" } })[0]).toBe("done")
    expect(stateOf("financial_years", { invoices: { ...invoices, mode: "external" } })[0]).toBe(
      "missing"
    )
    expect(stateOf("financial_years", { invoices: { ...invoices, mode: "off" } })[0]).toBe(
      "not_used"
    )
  })

  it("repeats what the doctor has something against, by name", () => {
    const finding = { state: "problem" as const, code: "x" }
    const findings = [
      { ...finding, check: "secrets", values: { option: "http.jwtSecret" } },
      { ...finding, check: "evidence", values: { tables: "dk_invoice" } },
      { ...finding, check: "email", state: "ok" as const, values: {} },
    ]
    expect(stateOf("secrets", { findings })).toEqual(["missing", "http.jwtSecret"])
    expect(stateOf("database", { findings })).toEqual(["missing", "dk_invoice"])
    expect(stateOf("email", { findings })[0]).toBe("done")
  })

  it("does not ask to tell staff of a log that nobody wants", () => {
    const notices = { lacking: ["privacy"], isStaffTold: false }
    expect(stateOf("staff_notice", { notices, isReadLogWanted: false })[0]).toBe("not_used")
    expect(stateOf("staff_notice", { notices })[0]).toBe("missing")
    expect(stateOf("notices", { notices })).toEqual(["missing", "privacy"])
  })
})
