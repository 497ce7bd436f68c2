import { parseInvoiceOptions } from "./options"

const parse = (invoice: unknown) => () => parseInvoiceOptions({ invoice })

it("needs no option at all", () => {
  expect(parseInvoiceOptions()).toMatchObject({ mode: "own", financialYearStartsIn: 1 })
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
