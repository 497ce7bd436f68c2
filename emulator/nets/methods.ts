export type MethodType = "CARD" | "WALLET" | "A2A" | "INVOICE" | "INSTALLMENT"

/** A payment method and what it allows. */
export type Method = {
  /** As `paymentDetails.paymentMethod` and `paymentMethodsConfiguration` call it. */
  name: string
  type: MethodType
  /** Currencies it is offered for; all when left out. */
  currencies?: readonly string[]
  /** Charged when the shopper pays; nothing is ever reserved. */
  chargedAtOnce: boolean
  /** Whether a reservation is told by webhook. */
  reservationEvent: boolean
  partialCharge: boolean
  partialCancel: boolean
  /** Whether charges and refunds need lines, and charges get an invoice number. */
  byLines: boolean
  /** Whether a refund must name the charge. */
  refundByCharge: boolean
}

const ofType = (
  type: MethodType,
  name: string,
  more: Partial<Omit<Method, "type" | "name">> = {}
): Method => ({
  name,
  type,
  chargedAtOnce: type === "A2A",
  reservationEvent: type !== "A2A",
  partialCharge: type !== "A2A",
  partialCancel: type === "CARD" || type === "WALLET",
  byLines: type === "INVOICE" || type === "INSTALLMENT",
  refundByCharge: type === "INVOICE" || type === "INSTALLMENT",
  ...more,
})

/** Every method the service names, with the card that stands for all cards first. */
export const METHODS: readonly Method[] = [
  ofType("CARD", "Visa"),
  ofType("CARD", "MasterCard"),
  ofType("CARD", "Dankort", { currencies: ["DKK"] }),
  ofType("CARD", "AmericanExpress"),
  ofType("CARD", "Forbrugsforeningen", { currencies: ["DKK"] }),
  ofType("WALLET", "MobilePay", { currencies: ["DKK", "EUR", "NOK", "SEK"] }),
  ofType("WALLET", "Vipps", { currencies: ["NOK"] }),
  ofType("WALLET", "ApplePay"),
  ofType("WALLET", "GooglePay"),
  ofType("WALLET", "PayPal", { partialCharge: false, refundByCharge: true }),
  ofType("A2A", "Swish", { currencies: ["SEK"] }),
  ofType("A2A", "Trustly", { currencies: ["DKK", "EUR", "SEK"] }),
  ofType("A2A", "Sofort", { currencies: ["EUR"] }),
  ofType("INVOICE", "Arvato", { currencies: ["DKK", "EUR", "NOK", "SEK"] }),
  ofType("INVOICE", "EasyInvoice", { currencies: ["DKK", "SEK"] }),
  ofType("INVOICE", "RatePayInvoice", { currencies: ["EUR"] }),
  ofType("INVOICE", "RatePaySepa", { currencies: ["EUR"] }),
  ofType("INSTALLMENT", "RatePayInstallment", { currencies: ["EUR"] }),
  ofType("INSTALLMENT", "EasyInstallment", { currencies: ["SEK"] }),
  ofType("INSTALLMENT", "EasyCampaign", { currencies: ["SEK"] }),
  ofType("INSTALLMENT", "Klarna", {
    currencies: ["DKK", "EUR", "NOK", "SEK"],
    reservationEvent: false,
    refundByCharge: false,
  }),
]

/** Names of types in `paymentMethodsConfiguration`. */
export const TYPE_NAMES: Readonly<Record<string, MethodType>> = {
  Card: "CARD",
  Wallet: "WALLET",
  A2A: "A2A",
  Invoice: "INVOICE",
  Installment: "INSTALLMENT",
}

/** A method by its name in any case, or `card`. */
export const findMethod = (name: string): Method | undefined => {
  const wanted = name.toLowerCase() === "card" ? "visa" : name.toLowerCase()
  return METHODS.find((method) => method.name.toLowerCase() === wanted)
}

/** What decides whether a payment offers a method. */
export type Offer = {
  /** Names the shop restricts the payment to; all when left out. */
  names?: readonly string[]
  countryCode?: string
  hasPhone: boolean
}

/** Whether the payment page shows the method, whatever the currency. */
export const isOffered = (method: Method, { names, countryCode, hasPhone }: Offer): boolean => {
  if (names && !names.includes(method.name)) return false
  return method.name !== "Klarna" || (countryCode !== undefined && hasPhone)
}
