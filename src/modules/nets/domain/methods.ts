/**
 * What each payment method of Nets Checkout can do. Names and refund paths: Payment API v1
 * (`paymentMethodsConfiguration`, refund payment); the rest of a row is documented per type, not per method.
 */

type MethodType = "card" | "wallet" | "a2a" | "invoice" | "installment"

/** What a payment must tell before the method is offered or accepted. */
type Need = "consumer" | "phone" | "country" | "items"

/** Where a refund is asked for: of the payment as a whole, or of one charge at a time. */
export type RefundPath = "payment" | "charge"

type MethodFacts = {
  type: MethodType
  /** False: charged at once when the shopper pays, and nothing is ever reserved. */
  reserves: boolean
  partial_capture: boolean
  partial_cancel: boolean
  refund: RefundPath
  needs: readonly Need[]
  /** `emulator`: its payments run against the local emulator in tests. `documented`: nobody has tried it. */
  proof: "emulator" | "documented"
}

const CARD: MethodFacts = {
  type: "card",
  reserves: true,
  partial_capture: true,
  partial_cancel: true,
  refund: "payment",
  needs: [],
  proof: "emulator",
}

const WALLET: MethodFacts = { ...CARD, type: "wallet" }

const A2A: MethodFacts = {
  type: "a2a",
  reserves: false,
  partial_capture: false,
  partial_cancel: false,
  refund: "payment",
  needs: [],
  proof: "documented",
}

const INVOICE: MethodFacts = {
  type: "invoice",
  reserves: true,
  partial_capture: true,
  partial_cancel: false,
  refund: "charge",
  needs: ["consumer", "items"],
  proof: "documented",
}

const INSTALLMENT: MethodFacts = { ...INVOICE, type: "installment" }

/** By the name the service uses in requests and in `paymentDetails.paymentMethod`. */
const METHODS = {
  Visa: CARD,
  MasterCard: CARD,
  Dankort: CARD,
  AmericanExpress: CARD,
  Forbrugsforeningen: CARD,
  MobilePay: WALLET,
  Vipps: WALLET,
  ApplePay: WALLET,
  GooglePay: WALLET,
  PayPal: { ...WALLET, refund: "charge", proof: "documented" },
  Swish: A2A,
  Sofort: A2A,
  Trustly: A2A,
  /** Riverty's invoice. */
  Arvato: INVOICE,
  EasyInvoice: INVOICE,
  RatePayInvoice: INVOICE,
  RatePaySepa: INVOICE,
  EasyInstallment: INSTALLMENT,
  EasyCampaign: INSTALLMENT,
  RatePayInstallment: INSTALLMENT,
  /** Refunds of a charge are open to every method, so that is the safe path where the type is not documented. */
  Klarna: { ...INSTALLMENT, needs: ["consumer", "items", "phone", "country"] },
} as const satisfies Record<string, MethodFacts>

export type MethodName = keyof typeof METHODS

/** Names for the provider's option `methods`. */
export const METHOD_NAMES = Object.keys(METHODS) as [MethodName, ...MethodName[]]

const BY_NAME = new Map<string, MethodFacts>(
  Object.entries(METHODS).map(([name, facts]) => [name.toLowerCase(), facts])
)

/** What a method can do; undefined for one that is not in the table. Any case. */
export const methodFacts = (name: string | undefined): MethodFacts | undefined =>
  BY_NAME.get((name ?? "").toLowerCase())

const CHARGE_TYPES = /invoice|installment/i

/** How a paid payment is refunded, by its method; an unknown method is judged by its type. */
export const refundPath = (payment: {
  payment_method?: string
  payment_type?: string
}): RefundPath => {
  const known = methodFacts(payment.payment_method)
  if (known) return known.refund
  return CHARGE_TYPES.test(payment.payment_type ?? "") ? "charge" : "payment"
}

/**
 * Whether a payment page with these methods needs to know who buys. Cards, wallets and account-to-account
 * payments do not; without a list every method of the account may be on the page.
 */
export const needsConsumer = (methods: readonly MethodName[] | undefined): boolean =>
  methods?.some((name) => methodFacts(name)?.needs.includes("consumer")) ?? true

/** The `paymentMethodsConfiguration` that offers these methods only. */
export const methodsConfiguration = (
  methods: readonly MethodName[]
): { name: string; enabled: true }[] => methods.map((name) => ({ name, enabled: true }))
