import type { AdminRecipient } from "../../../types/http"
import { draftOf, isReviewOverdue, recipientOf } from "./recipients"

const RECIPIENT: AdminRecipient = {
  ...{ id: "dkrcp_1", origin: "staff", name: "Fragt", role: "controller", country: "dk" },
  ...{ purposes: ["delivery"], safeguard: null, agreement_on: "2026-01-02" },
  ...{ agreement_reference: null, contact_email: "p@fragt.example", contact_how: null },
  ...{ next_review_on: "2026-06-30", is_active: true, created_at: "2026-01-02T10:00:00Z" },
}

describe("a recipient in the register", () => {
  it("is looked at again from the day after the one that was set", () => {
    expect(isReviewOverdue(RECIPIENT, "2026-06-30")).toBe(false)
    expect(isReviewOverdue(RECIPIENT, "2026-07-01")).toBe(true)
    expect(isReviewOverdue({ ...RECIPIENT, is_active: false }, "2026-07-01")).toBe(false)
    expect(isReviewOverdue({ ...RECIPIENT, next_review_on: null }, "2026-07-01")).toBe(false)
  })

  it("is saved as it was typed, and what was emptied goes", () => {
    const draft = { ...draftOf(RECIPIENT), country: " DE ", contact_email: " " }
    expect(recipientOf(draft)).toEqual({
      ...{ name: "Fragt", role: "controller", purposes: ["delivery"], country: "de" },
      ...{ safeguard: null, agreement_on: "2026-01-02", agreement_reference: null },
      ...{ contact_email: null, contact_how: null, next_review_on: "2026-06-30" },
    })
  })
})
