import { readMoney, writeMoney } from "./money-input"

describe("an amount that staff types", () => {
  it.each([
    ["138", 138],
    ["138,5", 138.5],
    ["138,50", 138.5],
    ["138.50", 138.5],
    ["1.234", 1234],
    ["1.234,50", 1234.5],
    ["1,234.50", 1234.5],
    ["12 345,00", 12_345],
    [" 7 ", 7],
  ])("%s", (text, amount) => {
    expect(readMoney(text)).toBe(amount)
  })

  it.each(["", "0", "0,00", "-5", "1,2,3", "12.34.56", "5 kr.", "1e3", "1.2345"])(
    "refuses %j",
    (text) => {
      expect(readMoney(text)).toBeUndefined()
    }
  )

  it("is written in the language's own way", () => {
    expect(writeMoney(13_850, "da")).toBe("138,50")
    expect(writeMoney(13_850, "en")).toBe("138.50")
    expect(readMoney(writeMoney(123_456_789, "da"))).toBe(1_234_567.89)
  })
})
