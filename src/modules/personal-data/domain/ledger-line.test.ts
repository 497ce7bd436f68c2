import { emailDigest, keysOf, readLine, writeLine } from "./ledger-line"
import type { LedgerEntry } from "./ledger-line"

const OLD = { id: "2025", key: "the-secret-of-last-year-0123456789abcdef" }
const NEW = { id: "2026", key: "the-secret-of-this-year-0123456789abcdef" }
const secrets = { current: NEW, previous: [] }
const US = "dkinst_us"

const entry: LedgerEntry = {
  id: "dkledg_1",
  erasure_id: "dkera_1",
  customer_ids: ["cus_1"],
  order_ids: ["order_1", "order_2"],
  cart_ids: ["cart_1"],
  digests: [{ kind: "email", key_id: NEW.id, digest: emailDigest(NEW, "ida@kunde.example") }],
  erased_before: "2026-11-26T16:00:00.123Z",
  created_at: "2026-11-26T16:00:00.200Z",
}

describe("a line of the ledger", () => {
  it("is one line that says what the row says, and nothing of the person", () => {
    const line = writeLine(entry, secrets, US)
    expect(line).not.toContain("\n")
    expect(line).not.toContain("kunde.example")
    expect(readLine(line, secrets, [US])).toEqual({ entry })
    expect(JSON.parse(line)).toMatchObject({ v: 1, key_id: "2026" })
  })

  it("is believed under a previous secret, and names one that is gone", () => {
    const line = writeLine(entry, { current: OLD, previous: [] }, US)
    expect(readLine(line, { current: NEW, previous: [OLD] }, [US])).toEqual({ entry })
    expect(readLine(line, secrets, [US])).toEqual({ refused: "unknown_key", key_id: "2025" })
  })

  it.each([
    ["an order more", { order_ids: ["order_1", "order_2", "order_3"] }],
    ["another date", { erased_before: "2027-11-26T16:00:00.123Z" }],
    ["another digest", { digests: [] }],
    ["another id", { id: "dkledg_2" }],
    ["another installation", { installation_id: "dkinst_other" }],
    ["another MAC", { mac: "0".repeat(64) }],
  ])("is refused as forged with %s", (_what, change) => {
    const line = JSON.stringify({ ...JSON.parse(writeLine(entry, secrets, US)), ...change })
    expect(readLine(line, secrets, [US])).toEqual({ refused: "forged" })
  })

  it("of another installation is refused by its name, unless this one continues it", () => {
    const line = writeLine(entry, secrets, "dkinst_copy")
    expect(readLine(line, secrets, [US])).toEqual({
      refused: "other_installation",
      installation_id: "dkinst_copy",
    })
    expect(readLine(line, secrets, [US, "dkinst_copy"])).toEqual({ entry })
  })

  it("is refused as forged when the secret of its id was another", () => {
    const line = writeLine(entry, { current: { ...NEW, key: OLD.key }, previous: [] }, US)
    expect(readLine(line, secrets, [US])).toEqual({ refused: "forged" })
  })

  it.each(["", "{", "null", "[]", '{"v":2}', writeLine(entry, secrets, US).slice(0, -20)])(
    "is damaged as %j",
    (text) => {
      expect(readLine(text, secrets, [US])).toEqual({ refused: "damaged" })
    }
  )
})

describe("the digest of an e-mail", () => {
  it("is the same in any case, and another under another secret", () => {
    expect(emailDigest(NEW, " Ida@Kunde.example ")).toBe(emailDigest(NEW, "ida@kunde.example"))
    expect(emailDigest(NEW, "ida@kunde.example")).not.toBe(emailDigest(OLD, "ida@kunde.example"))
    expect(emailDigest(NEW, "ida@kunde.example")).not.toBe(emailDigest(NEW, "bo@kunde.example"))
    expect(emailDigest(NEW, "ida@kunde.example")).toMatch(/^[0-9a-f]{64}$/)
  })

  it("knows the current secret first", () => {
    expect(keysOf({ current: NEW, previous: [OLD] })).toEqual([NEW, OLD])
  })
})
