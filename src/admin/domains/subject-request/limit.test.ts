import { limitOf } from "./limit"
import type { AdminSubjectRequest } from "../../../types/http"

const request = (change: Partial<AdminSubjectRequest> = {}): AdminSubjectRequest => ({
  ...{ id: "dkreq_1", kind: "access", channel: "mail", locale: "da", state: "received" },
  ...{ received_on: "2026-01-31", strict_on: "2026-02-28", legal_on: "2026-03-02" },
  ...{ customer_id: null, email: null, name: null, message: null, created_by: null },
  ...{ representative_name: null, authority_seen: null },
  ...{ created_at: "2026-01-31T10:00:00Z", ended_at: null },
  ...change,
})

describe("the limit of a request", () => {
  it.each([
    ["2026-02-18", { key: "daysLeft", days: 10 }],
    ["2026-02-27", { key: "daysLeft", days: 1 }],
    ["2026-02-28", { key: "today", days: 0 }],
    ["2026-03-02", { key: "today", days: 0 }],
    ["2026-03-03", { key: "overdue", days: 1 }],
    ["2026-03-12", { key: "overdue", days: 10 }],
  ])("on %s", (today, expected) => {
    expect(limitOf(request(), today)).toEqual(expected)
  })

  it("is none once there is an answer", () => {
    for (const state of ["planned", "completed", "refused", "withdrawn"] as const) {
      expect(limitOf(request({ state }), "2026-06-01")).toBeNull()
    }
  })
})
