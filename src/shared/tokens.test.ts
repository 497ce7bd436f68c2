import { createToken, verifyToken } from "./tokens"

const key = (id: string) => ({ id, key: `${id}-`.padEnd(32, "k") })
const secrets = { current: key("2026"), previous: [] }

describe("tokens", () => {
  const token = createToken(secrets, "nets_webhook", "payses_1")

  it("are 64 hex digits", () => {
    expect(token).toMatch(/^[0-9a-f]{64}$/)
  })

  it("hold for their own purpose and id only", () => {
    expect(verifyToken(secrets, "nets_webhook", "payses_1", token)).toBe(true)
    expect(verifyToken(secrets, "nets_webhook", "payses_2", token)).toBe(false)
    expect(verifyToken(secrets, "unsubscribe", "payses_1", token)).toBe(false)
  })

  it("hold after the secret was changed, as long as the old one is listed", () => {
    const rotated = { current: key("2027"), previous: [secrets.current] }
    expect(verifyToken(rotated, "nets_webhook", "payses_1", token)).toBe(true)
    expect(verifyToken({ ...rotated, previous: [] }, "nets_webhook", "payses_1", token)).toBe(false)
  })

  it.each([undefined, "", "short", `${"0".repeat(64)}0`, "æ".repeat(64)])("refuse %s", (wrong) => {
    expect(verifyToken(secrets, "nets_webhook", "payses_1", wrong)).toBe(false)
  })
})
