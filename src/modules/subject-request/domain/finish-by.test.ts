import { answerDeadlines } from "../../../rules"
import { finishByOf } from "./finish-by"

const TODAY = "2026-11-20"
const by = (...reasons: string[]) =>
  finishByOf(
    reasons.map((reason) => ({ reason })),
    TODAY
  )

describe("by when an erasure that waits is over", () => {
  it("gives a delivery thirty days, and goods that come back twenty-eight", () => {
    expect(by("unshipped")).toBe("2026-12-20")
    expect(by("uncaptured")).toBe("2026-12-20")
    expect(by("return_open")).toBe("2026-12-18")
  })

  it("follows what takes longest", () => {
    expect(by("unshipped", "exchange_open", "return_open")).toBe("2027-01-17")
    expect(by("return_open", "unshipped")).toBe("2026-12-20")
  })

  it.each(["unpaid_invoice", "legal_hold", "veto:open_lawsuit", "a_word_of_another_plugin"])(
    "promises no day while %s",
    (reason) => {
      expect(by("unshipped", reason)).toBeNull()
    }
  )

  it("promises no day when nothing is known to be waited for", () => {
    expect(by()).toBeNull()
  })

  it("lies within three months after receipt whenever the plan was made within the first", () => {
    for (let day = 0; day < 4 * 366; day += 1) {
      const received = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)
      const { strict, extendedStrict } = answerDeadlines(received)
      const last = finishByOf([{ reason: "claim_open" }], strict)
      expect([received, last !== null && last <= extendedStrict]).toEqual([received, true])
    }
  })
})
