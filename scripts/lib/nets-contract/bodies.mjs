/** Requests of the contract suite: an invented shop, invented people, small amounts. Minor units. */

export const line = (amount = 500) => ({
  reference: "contract-1",
  name: "Contract test",
  quantity: 1,
  unit: "stk",
  unitPrice: amount,
  taxRate: 0,
  taxAmount: 0,
  netTotalAmount: amount,
  grossTotalAmount: amount,
})

const terms = "https://shop.example/terms"

const hosted = {
  integrationType: "HostedPaymentPage",
  returnUrl: "https://shop.example/checkout/return",
  cancelUrl: "https://shop.example/checkout",
  termsUrl: terms,
  merchantTermsUrl: terms,
  merchantHandlesConsumerData: true,
  countryCode: "DNK",
  charge: false,
}

const embedded = {
  integrationType: "EmbeddedCheckout",
  url: "https://shop.example/checkout/payment",
  termsUrl: terms,
  merchantHandlesConsumerData: true,
  countryCode: "DNK",
}

const place = {
  addressLine1: "Testvej 7",
  postalCode: "8000",
  city: "Aarhus C",
  country: "DNK",
}

const contact = {
  email: "contract@shop.example",
  phoneNumber: { prefix: "+45", number: "20123456" },
  shippingAddress: place,
  billingAddress: place,
}

export const person = {
  ...contact,
  privatePerson: { firstName: "Karen", lastName: "Prøve" },
}

export const company = {
  ...contact,
  company: { name: "Prøve ApS", contact: { firstName: "Karen", lastName: "Prøve" } },
}

/** A create body; `order`, `checkout` and what is beside them can be changed. */
export const payment = ({ order, checkout, isEmbedded = false, ...more } = {}) => ({
  order: { items: [line()], amount: 500, currency: "DKK", ...order },
  checkout: { ...(isEmbedded ? embedded : hosted), ...checkout },
  ...more,
})

/** An amount as one line, the way the plugin charges and refunds parts. */
export const part = (amount) => ({ amount, orderItems: [line(amount)] })

export const webhook = (authorization) => ({
  notifications: {
    webHooks: [
      {
        eventName: "payment.created",
        url: "https://shop.example/hooks/nets/contract",
        authorization,
      },
    ],
  },
})
