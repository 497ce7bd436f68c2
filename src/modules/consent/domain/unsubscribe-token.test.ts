import { createUnsubscribeToken, readUnsubscribeToken } from "./unsubscribe-token"

const secrets = {
  current: { id: "new", key: "a-new-key-of-more-than-32-characters" },
  previous: [],
}
const named = {
  subject_key: `dkcsub_${"0".repeat(26)}`,
  channel: "email" as const,
  purpose: "newsletter",
  digest: "ab".repeat(32),
}

describe("a token to stop marketing", () => {
  const token = createUnsubscribeToken(secrets, named)

  it("says what it was made for and fits into a header", () => {
    expect(readUnsubscribeToken(secrets, token)).toEqual({ ...named, key_id: "new" })
    expect(token).toMatch(/^[\w.]+$/)
  })

  it("is worth nothing when any part of it is another", () => {
    const parts = token.split(".")
    const others = [`dkcsub_${"1".repeat(26)}`, "sms", "offers", "cd".repeat(32), "0".repeat(64)]
    for (const [index, other] of others.entries()) {
      const forged = parts.map((part, at) => (at === index ? other : part)).join(".")
      expect(readUnsubscribeToken(secrets, forged)).toBeNull()
    }
    for (const broken of ["", ".", `${token}.`, `${token}\r\nBcc: x`, token.toUpperCase()]) {
      expect(readUnsubscribeToken(secrets, broken)).toBeNull()
    }
  })

  it("outlives a change of secrets for as long as the old one is accepted", () => {
    const next = { id: "next", key: "the-next-key-of-more-than-32-characters" }
    const rotated = { current: next, previous: [secrets.current] }
    expect(readUnsubscribeToken(rotated, token)?.key_id).toBe("new")
    expect(readUnsubscribeToken({ current: next, previous: [] }, token)).toBeNull()
  })
})
