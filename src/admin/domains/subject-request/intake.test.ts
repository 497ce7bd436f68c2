import { intakeOf, isIntakeComplete, proposalOf } from "./intake"
import type { IntakeDraft } from "./intake"

const DRAFT: IntakeDraft = {
  ...{ kind: "erasure", channel: "mail", receivedOn: "2026-01-31", locale: "da" },
  ...{ sender: " Maja Prøve <maja@kunde.example> ", email: "", name: "", message: "" },
  ...{ isForOther: false, representative: "", authority: "", customerId: "" },
}

const FOUND = { email: "maja@kunde.example", name: "Maja Prøve" }

describe("a request that staff enters", () => {
  it("is of the mail's sender", () => {
    expect(proposalOf(DRAFT)).toEqual({
      ...{ sender: "Maja Prøve <maja@kunde.example>", kind: "erasure", locale: "da" },
      received_on: "2026-01-31",
    })
    expect(intakeOf({ ...DRAFT, message: " Slet mig ", customerId: "cus_1" }, FOUND)).toEqual({
      ...{ kind: "erasure", channel: "mail", locale: "da", received_on: "2026-01-31" },
      ...{ email: FOUND.email, name: FOUND.name, message: "Slet mig", customer_id: "cus_1" },
    })
    expect(isIntakeComplete(DRAFT, null)).toBe(false)
    expect(isIntakeComplete(DRAFT, FOUND)).toBe(true)
    expect(isIntakeComplete({ ...DRAFT, receivedOn: "" }, FOUND)).toBe(false)
  })

  it("is of whom a representative writes about, not of the representative", () => {
    const draft = { ...DRAFT, isForOther: true, name: "Oda Prøve", representative: "Maja Prøve" }
    expect(proposalOf(draft).sender).toBe("Oda Prøve <maja@kunde.example>")
    expect(proposalOf({ ...draft, sender: "maja@kunde.example" }).sender).toBe(
      "Oda Prøve <maja@kunde.example>"
    )
    expect(isIntakeComplete(draft, FOUND)).toBe(false)
    const whole = { ...draft, authority: "Fuldmagt af 1. januar" }
    expect(isIntakeComplete(whole, FOUND)).toBe(true)
    expect(intakeOf(whole, { ...FOUND, name: "Oda Prøve" })).toMatchObject({
      ...{ name: "Oda Prøve", representative_name: "Maja Prøve" },
      authority_seen: "Fuldmagt af 1. januar",
    })
    expect(intakeOf({ ...whole, isForOther: false }, FOUND)).not.toHaveProperty("authority_seen")
  })

  it("of a call or a letter has a name or an address", () => {
    const draft = { ...DRAFT, channel: "letter" as const }
    expect(isIntakeComplete(draft, null)).toBe(false)
    expect(isIntakeComplete({ ...draft, name: "Maja" }, null)).toBe(true)
    expect(intakeOf({ ...draft, name: "Maja" }, null)).toEqual({
      ...{ kind: "erasure", channel: "letter", locale: "da", received_on: "2026-01-31" },
      name: "Maja",
    })
  })
})
