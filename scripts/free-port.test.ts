import { freePort } from "./lib/embedded-postgres"

describe("a free port", () => {
  it("is one that the system gives to no connection of its own, and is given once", async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, freePort))
    expect(new Set(ports).size).toBe(50)
    expect(Math.max(...ports)).toBeLessThan(32_768)
  })
})
