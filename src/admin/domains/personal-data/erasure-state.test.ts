import type { AdminErasure } from "../../../types/http"
import { erasureState } from "./erasure-state"

const NOW = new Date("2026-11-24T10:00:00Z")

const planned: AdminErasure = {
  id: "era_1",
  status: "planned",
  source: "staff",
  customer_id: "cus_1",
  reason: null,
  override_blocks: false,
  requested_by: "user_1",
  grace_until: "2026-11-25T10:00:00Z",
  started_at: null,
  finished_at: null,
  cancelled_at: null,
  waiting_ids: [],
  waiting: [],
  proof: null,
  created_at: "2026-11-24T10:00:00Z",
}

describe("what staff is told about an erasure", () => {
  it("can be called off until its moment, and not started twice", () => {
    expect(erasureState(planned, NOW)).toMatchObject({
      text: "planned",
      moment: planned.grace_until,
      canCancel: true,
      canStart: false,
    })
    expect(erasureState(planned, new Date("2026-11-25T10:00:00Z"))).toMatchObject({
      text: "plannedDue",
      canCancel: false,
    })
  })

  it("waits for orders once it has begun, and cannot be called off", () => {
    const waiting = { ...planned, started_at: "2026-11-25T10:01:00Z", waiting_ids: ["order_1"] }
    expect(erasureState(waiting, NOW)).toMatchObject({
      text: "waiting",
      waiting: 1,
      canCancel: false,
    })
  })

  it("is held by what concerns the person as a whole, such as a hold", () => {
    const started = { ...planned, started_at: "2026-11-25T10:01:00Z", waiting_ids: ["cus_1"] }
    const hold = { id: "cus_1", display_id: null, reason: "legal_hold" }
    expect(erasureState({ ...started, waiting: [hold] }, NOW)).toMatchObject({ text: "held" })
    const order = { id: "order_1", display_id: 1203, reason: "unshipped" }
    expect(erasureState({ ...started, waiting: [order] }, NOW)).toMatchObject({ text: "waiting" })
  })

  it("has a certificate once it has run, and not before", () => {
    expect(erasureState(planned, NOW).hasCertificate).toBe(false)
    const started = { ...planned, started_at: "2026-11-25T10:01:00Z" }
    expect(erasureState(started, NOW).hasCertificate).toBe(true)
    expect(erasureState({ ...started, status: "done" }, NOW).hasCertificate).toBe(true)
    expect(erasureState({ ...planned, status: "cancelled" }, NOW).hasCertificate).toBe(false)
  })

  it("may begin anew after it was called off", () => {
    const cancelled = {
      ...planned,
      status: "cancelled" as const,
      cancelled_at: "2026-11-24T11:00:00Z",
    }
    expect(erasureState(cancelled, NOW)).toMatchObject({
      text: "cancelled",
      moment: "2026-11-24T11:00:00Z",
      canStart: true,
    })
  })
})
