import { seenState } from "./seen-state"
import type { SeenPayment } from "./seen-state"

const now = new Date("2026-11-25T12:00:00Z")

const state = (part: Partial<SeenPayment>) =>
  seenState(
    {
      amount: 100,
      reserved: 0,
      charged: 0,
      refunded: 0,
      cancelled: 0,
      refunds: [],
      terminated: false,
      expires_at: null,
      ...part,
    },
    now
  )

describe("the state of a payment in one word", () => {
  it("tells an open checkout from one that is over", () => {
    expect(state({})).toBe("unpaid")
    expect(state({ expires_at: new Date("2026-11-25T12:00:01Z") })).toBe("unpaid")
    expect(state({ expires_at: now })).toBe("ended")
    expect(state({ terminated: true })).toBe("ended")
  })

  it("tells reserved money from money that was released", () => {
    expect(state({ reserved: 100 })).toBe("reserved")
    // Paid money stays paid when the checkout is over.
    expect(state({ reserved: 100, terminated: true, expires_at: now })).toBe("reserved")
    expect(state({ reserved: 100, cancelled: 40 })).toBe("reserved")
    expect(state({ reserved: 100, cancelled: 100 })).toBe("cancelled")
  })

  it("tells a part from the whole, and nothing is partly charged once the rest is released", () => {
    expect(state({ reserved: 100, charged: 40 })).toBe("partly_charged")
    expect(state({ reserved: 100, charged: 40, cancelled: 60 })).toBe("charged")
    expect(state({ reserved: 100, charged: 100 })).toBe("charged")
    // Paid from the account at once: nothing was ever reserved.
    expect(state({ charged: 100 })).toBe("charged")
  })

  it("tells a refund on its way from one that has arrived", () => {
    const paid = { reserved: 100, charged: 100 }
    expect(state({ ...paid, refunded: 30, refunds: [{ state: "Pending" }] })).toBe("refund_pending")
    expect(state({ ...paid, refunded: 30, refunds: [{ state: "Completed" }] })).toBe(
      "partly_refunded"
    )
    expect(state({ ...paid, refunded: 100, refunds: [{ state: "Completed" }] })).toBe("refunded")
    expect(state({ ...paid, refunds: [{ state: "Failed" }] })).toBe("charged")
    expect(state({ charged: 100, refunded: 100 })).toBe("refunded")
  })
})
