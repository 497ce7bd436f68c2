import {
  formatDay,
  formatMoment,
  formatMoney,
  formatMonth,
  formatSentence,
  formatTime,
} from "./format"

describe("dates and lists as people write them", () => {
  const now = new Date(2026, 10, 24, 10, 14)

  it("a day of keeping", () => {
    expect(formatDay("2030-12-31", "da")).toBe("31.12.2030")
    expect(formatDay("2030-12-31", "en")).toBe("31 Dec 2030")
  })

  it("a month", () => {
    expect(formatMonth("2031-12", "da")).toBe("december 2031")
    expect(formatMonth("2031-12", "en")).toBe("December 2031")
  })

  it("a moment in the staff's own time", () => {
    const tomorrow = new Date(2026, 10, 25, 10, 14).toISOString()
    expect(formatMoment(tomorrow, "da", now)).toBe("i morgen kl. 10.14")
    expect(formatMoment(tomorrow, "en", now)).toBe("tomorrow at 10:14")
    const later = new Date(2026, 10, 30, 8, 5).toISOString()
    expect(formatMoment(later, "da", now)).toBe("30.11.2026 kl. 08.05")
  })

  it("a time of day in the staff's own time", () => {
    expect(formatTime(now.toISOString(), "da")).toBe("kl. 10.14")
    expect(formatTime(now.toISOString(), "en")).toBe("10:14")
  })

  it("what is erased in one sentence", () => {
    const parts = ["konto", "login", "3 adresser"]
    expect(formatSentence(parts, "da")).toBe("Konto, login og 3 adresser.")
    expect(formatSentence([], "da")).toBe("")
  })

  it("money from minor units, by the currency's own decimals", () => {
    const plain = (text: string) => text.replaceAll("\u00a0", " ")
    expect(plain(formatMoney(13_800, "dkk", "da"))).toBe("138,00 kr.")
    expect(plain(formatMoney(13_805, "dkk", "en"))).toBe("DKK 138.05")
    expect(plain(formatMoney(138, "jpy", "en"))).toBe("JP¥138")
  })
})
