import {
  METHOD_NAMES,
  methodFacts,
  methodsConfiguration,
  needsConsumer,
  refundPath,
} from "./methods"

describe("payment methods", () => {
  it.each([
    "Arvato",
    "PayPal",
    "RatePayInvoice",
    "RatePaySepa",
    "RatePayInstallment",
    "EasyInvoice",
    "EasyCampaign",
    "EasyInstallment",
  ])("%s is refunded charge by charge, as documented", (name) => {
    expect(refundPath({ payment_method: name })).toBe("charge")
    expect(refundPath({ payment_method: name.toUpperCase() })).toBe("charge")
  })

  it.each(["Visa", "MasterCard", "Dankort", "MobilePay", "Vipps", "Swish", "ApplePay"])(
    "%s is refunded as a payment",
    (payment_method) => {
      expect(refundPath({ payment_method })).toBe("payment")
    }
  )

  it("judges an unknown method by its type", () => {
    expect(refundPath({ payment_method: "NewPay", payment_type: "WALLET" })).toBe("payment")
    expect(refundPath({ payment_method: "NewPay", payment_type: "PREPAID-INVOICE" })).toBe("charge")
    expect(refundPath({ payment_type: "INSTALLMENT" })).toBe("charge")
    expect(refundPath({})).toBe("payment")
  })

  it("reserves nothing where the money moves at once", () => {
    const atOnce = METHOD_NAMES.filter((name) => methodFacts(name)?.reserves === false)
    expect(atOnce).toEqual(["Swish", "Sofort", "Trustly"])
    expect(methodFacts("swish")).toMatchObject({ partial_capture: false, partial_cancel: false })
  })

  it("are called proven only where the emulator runs them", () => {
    const proven = METHOD_NAMES.filter((name) => methodFacts(name)?.proof === "emulator")
    const types = new Set(proven.map((name) => methodFacts(name)?.type))
    expect([...types].sort()).toEqual(["card", "wallet"])
    expect(proven).not.toContain("PayPal")
  })

  it("ask who buys only where that is needed", () => {
    expect(needsConsumer(["Visa", "MobilePay", "Swish"])).toBe(false)
    expect(needsConsumer(["Visa", "Klarna"])).toBe(true)
    expect(needsConsumer(undefined)).toBe(true)
  })

  it("are switched on by name", () => {
    expect(methodsConfiguration(["Visa", "MobilePay"])).toEqual([
      { name: "Visa", enabled: true },
      { name: "MobilePay", enabled: true },
    ])
  })
})
