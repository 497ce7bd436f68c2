import { isRefused } from "./run-scan"

describe("an error while a table is read", () => {
  it.each(["42501", "55P03", "57014", "XX001"])(
    "says of the table that it is refused: %s",
    (code) => {
      expect(isRefused(Object.assign(new Error("x"), { code }))).toBe(true)
    }
  )

  it.each(["57P01", "08006", "53200", "EPIPE", "ECONNRESET"])("says nothing of it: %s", (code) => {
    expect(isRefused(Object.assign(new Error("x"), { code }))).toBe(false)
  })
})
