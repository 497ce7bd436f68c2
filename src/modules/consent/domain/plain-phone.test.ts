import { plainPhone } from "./plain-phone"

describe("a phone number", () => {
  it.each([
    ["20 12 34 56", "+4520123456"],
    ["+45 20-12-34-56", "+4520123456"],
    ["0045 20123456", "+4520123456"],
    ["tlf. 20/12/34/56", "+4520123456"],
    ["20123456 lok. 5", null],
    ["20123456 x5", "+4520123456"],
    ["+44 (0)20 7946 0958", "+442079460958"],
    ["+33 (0)6 12 34 56 78", "+33612345678"],
    ["+39 (0)6 6982 0000", "+390669820000"],
  ])("%s is written %s", (typed, plain) => {
    expect(plainPhone(typed)).toBe(plain)
  })

  it.each([
    "12",
    "12345678",
    "ingen",
    "20123456, 30123456",
    "20123456;30123456",
    "20123456 / 30123456",
    "20123456 30123456",
    "20123456 og 30123456",
    "+4520123456 +4530123456",
  ])("%s is none", (typed) => {
    expect(plainPhone(typed)).toBe(null)
  })

  it("is none without one", () => {
    expect(plainPhone(null)).toBe(null)
  })
})
