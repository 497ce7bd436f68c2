import { parseInvoiceOptions } from "./options"

const parse = (invoice: unknown) => () => parseInvoiceOptions({ invoice })

it("needs no option at all", () => {
  expect(parseInvoiceOptions()).toMatchObject({ mode: [{ mode: "own" }], financialYearStartsIn: 1 })
})

it("takes the shop's accounts", () => {
  const payTo = {
    bank: { registrationNo: "0123", accountNo: "4567890123" },
    iban: "DK5000400440116243",
    bic: "DABADKKK",
    fik: { cardType: "71", creditorNo: "81234567" },
  }
  expect(parse({ payTo })().payTo).toEqual(payTo)
})

it.each([
  ["invoice.payTo", {}, "names no account"],
  ["invoice.payTo.bank.registrationNo", { bank: { registrationNo: "123", accountNo: "1" } }, "is"],
  ["invoice.payTo.iban", { iban: "DK5000400440116244" }, "is not a valid IBAN"],
  ["invoice.payTo.fik.creditorNo", { fik: { cardType: "71", creditorNo: "1234567" } }, "is"],
])("names %s when it is wrong", (option, payTo, problem) => {
  expect(parse({ payTo })).toThrow(`option "${option}" is wrong`)
  expect(parse({ payTo })).toThrow(problem)
})

const modeOf = (mode: unknown) => parseInvoiceOptions({ invoice: { mode } }).mode

describe("the option invoice.mode", () => {
  it("is own by default, one mode, or a list that switches at days", () => {
    expect(parseInvoiceOptions().mode).toEqual([{ mode: "own" }])
    expect(modeOf("external")).toEqual([{ mode: "external" }])
    const list = [{ mode: "own" }, { mode: "external", from: "2027-01-01" }]
    expect(modeOf(list)).toEqual(list)
  })

  it.each<[unknown, string]>([
    ["elsewhere", '"invoice.mode.0.mode" is wrong'],
    [5, '"invoice.mode" is wrong: must be "own"'],
    [[], '"invoice.mode" is wrong'],
    [[{ mode: "own" }, { mode: "off" }], '"invoice.mode.1.from" is not set'],
    [[{ mode: "own", from: "2026-02-30" }], '"invoice.mode.0.from" is wrong: must be a day'],
    [
      [
        { mode: "own", from: "2026-02-01" },
        { mode: "off", from: "2026-01-01" },
      ],
      '"invoice.mode.1.from" is wrong: must be later',
    ],
  ])("stops the start for %j", (mode, message) => {
    expect(() => modeOf(mode)).toThrow(message)
  })
})
