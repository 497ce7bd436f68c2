import { isProvenByPerson } from "./at-once"
import type { IdentityProof } from "./kinds"

const at = new Date("2026-11-26T10:00:00Z")

const asked = (proof: IdentityProof, actor: string, row: object = {}) => ({
  row: {
    ...({ kind: "objection_marketing", customer_id: null, selection_id: null } as const),
    ...{ subject_customer_id: null, subject_email: null },
    ...row,
  },
  timeline: [
    { event: { type: "received", received_on: "2026-11-26", at }, actor: "person" },
    { event: { type: "identity_confirmed", proof, at }, actor },
  ] as const,
  folded: { state: "in_progress" } as const,
})

describe("what is carried out at once", () => {
  it("is what the person proved by a mailed link or a login", () => {
    expect(isProvenByPerson(asked("mailed_link", "person"))).toBe(true)
    expect(isProvenByPerson(asked("login", "person", { customer_id: "cus_1" }))).toBe(true)
    const withdrawal = asked("mailed_link", "person", { kind: "consent_withdrawal" })
    expect(isProvenByPerson(withdrawal)).toBe(true)
  })

  it("is nothing that staff proved, judges, or named somebody else for", () => {
    expect(isProvenByPerson(asked("mailed_link", "user_1"))).toBe(false)
    expect(isProvenByPerson(asked("mailed_link", "person", { kind: "erasure" }))).toBe(false)
    expect(isProvenByPerson(asked("mailed_link", "person", { customer_id: "cus_1" }))).toBe(false)
    for (const row of [
      { selection_id: "dksel_1" },
      { subject_customer_id: "cus_2" },
      { subject_email: "b@kunde.example" },
    ]) {
      expect(isProvenByPerson(asked("mailed_link", "person", row))).toBe(false)
    }
    expect(isProvenByPerson(asked("login", "person"))).toBe(false)
    const doubted = { ...asked("mailed_link", "person"), folded: { state: "identity_check" } }
    expect(isProvenByPerson({ ...doubted, folded: { state: "identity_check" } })).toBe(false)
    expect(isProvenByPerson({ ...doubted, folded: { state: "completed" } })).toBe(false)
  })
})
