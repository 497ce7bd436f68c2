import { charged, refunded, serviceTime } from "./state"
import type { Charge, Payment, Refund } from "./state"

const nonZero = (amounts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0))

const emptyConsumer = {
  shippingAddress: { phoneNumber: {} },
  company: { contactDetails: { phoneNumber: {} } },
  privatePerson: { phoneNumber: {} },
  billingAddress: { phoneNumber: {} },
}

const phoneNumber = { prefix: "+45", number: "99887766" }
const names = { firstName: "Emulerede", lastName: "Kunde-Canary" }
const email = "consumer-canary@nets-emulator.example"
const street = { addressLine1: "Canaryvej 5001", addressLine2: "", city: "Canaryby" }

/** The made-up person behind every emulated payment, as webhooks tell it: what a shop must not keep. */
export const consumer = {
  ...names,
  email,
  ip: "203.0.113.77",
  phoneNumber,
  billingAddress: { ...street, country: "DNK", postcode: "9998", receiverLine: "Kunde-Canary" },
}

const address = {
  ...street,
  receiverLine: "Kunde-Canary",
  postalCode: "9998",
  country: "DNK",
  phoneNumber,
}
const person = { merchantReference: "", dateOfBirth: "1901-02-03T00:00:00", ...names, email }
const company = { merchantReference: "", name: "Canary ApS", registrationNumber: "99999981" }

const consumerOf = (payment: Payment): object => {
  if (!payment.method) return emptyConsumer
  const addresses = { shippingAddress: address, billingAddress: address }
  return payment.buysAsCompany
    ? {
        ...emptyConsumer,
        ...addresses,
        company: { ...company, contactDetails: { ...names, email, phoneNumber } },
      }
    : { ...emptyConsumer, ...addresses, privatePerson: { ...person, phoneNumber } }
}

const card = { maskedPan: "492500******0004", expiryDate: "1239" }

const surchargeOf = (amount: number) => (amount === 0 ? {} : { surchargeAmount: amount })

const chargeShape = ({ chargeId, amount, surcharge, created, orderItems }: Charge) => ({
  chargeId,
  amount,
  ...surchargeOf(surcharge),
  created,
  orderItems,
})

const refundShape = ({ refundId, amount, surcharge, state, lastUpdated, orderItems }: Refund) => ({
  refundId,
  amount,
  ...surchargeOf(surcharge),
  state,
  lastUpdated,
  orderItems,
})

const sumOf = (values: readonly { surcharge: number }[]): number =>
  values.reduce((sum, { surcharge }) => sum + surcharge, 0)

const summaryOf = (payment: Payment, includesPending: boolean) => {
  const states: Refund["state"][] = includesPending ? ["Completed", "Pending"] : ["Completed"]
  const counted = payment.refunds.filter(({ state }) => states.includes(state))
  return nonZero({
    reservedAmount: payment.reserved,
    reservedSurchargeAmount: payment.reserved > 0 ? payment.surcharge : 0,
    chargedAmount: charged(payment),
    chargedSurchargeAmount: sumOf(payment.charges),
    refundedAmount: refunded(payment, states),
    refundedSurchargeAmount: sumOf(counted),
    cancelledAmount: payment.cancelled,
  })
}

const paymentDetailsOf = ({ method, charges }: Payment) => {
  const invoiceNumber = charges.at(-1)?.invoiceNumber
  return {
    ...(method && { paymentType: method.type, paymentMethod: method.name }),
    invoiceDetails: invoiceNumber === undefined ? {} : { invoiceNumber },
    cardDetails: method?.type === "CARD" ? card : {},
  }
}

/**
 * The answer of the retrieve call: zeros left out, empty objects kept, no order lines.
 *
 * @param page address of the hosted page; an embedded payment shows the shop's own
 */
export const retrieveShape = (
  payment: Payment,
  { page, includesPending }: { page: string; includesPending: boolean }
): Record<string, unknown> => ({
  paymentId: payment.paymentId,
  summary: summaryOf(payment, includesPending),
  consumer: consumerOf(payment),
  paymentDetails: paymentDetailsOf(payment),
  orderDetails: {
    amount: payment.order.amount,
    currency: payment.order.currency,
    ...(payment.order.reference !== undefined && { reference: payment.order.reference }),
  },
  checkout: { url: payment.checkout.url || page, cancelUrl: payment.checkout.cancelUrl },
  created: payment.created,
  expiresAt: serviceTime(payment.expiresAt),
  ...(payment.charges.length > 0 && { charges: payment.charges.map(chargeShape) }),
  ...(payment.refunds.length > 0 && { refunds: payment.refunds.map(refundShape) }),
  ...(payment.terminated !== undefined && { terminated: payment.terminated }),
  ...(payment.myReference !== undefined && { myReference: payment.myReference }),
  ...(payment.method && { paymentAccountReference: "PAR-CANARY-5001" }),
})

/** The answers of `GET /charges/:id` and `GET /refunds/:id`: no state, and a link for invoices. */
export const moneyShape = (
  id: Record<string, string>,
  { amount, surcharge, invoiceNumber }: Pick<Charge, "amount" | "surcharge" | "invoiceNumber">
): Record<string, unknown> => ({
  ...id,
  amount,
  ...surchargeOf(surcharge),
  ...(invoiceNumber !== undefined && {
    invoiceDetails: { link: `https://invoice.nets-emulator.example/${invoiceNumber}` },
  }),
})
