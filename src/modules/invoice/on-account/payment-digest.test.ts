import { sha256 } from "../../../shared/sha256"
import { digestPayment } from "./payment-digest"

const [old, fresh] = ["o", "f"].map((letter) => ({ id: letter, key: letter.repeat(32) }))
if (!old || !fresh) throw new Error("no secrets")
const LINE = "2026-11-25\n13800\nKaren Prøve TEST-1\n1"

describe("the digest of a payment", () => {
  it("cannot be made of the line alone", () => {
    const { written } = digestPayment({ current: fresh, previous: [] }, LINE)
    expect(written).toMatch(/^[0-9a-f]{64}$/)
    expect(written).not.toBe(sha256(LINE))
    expect(digestPayment({ current: old, previous: [] }, LINE).written).not.toBe(written)
  })

  it("is known under a previous secret, and as it was before there was one", () => {
    const before = digestPayment({ current: old, previous: [] }, LINE).written
    const { written, known } = digestPayment({ current: fresh, previous: [old] }, LINE)
    expect(known).toEqual([written, before, sha256(LINE)])
    expect(written).not.toBe(before)
  })
})
