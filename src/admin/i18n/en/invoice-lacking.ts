export const lacking = {
  mends: {
    buyer: "Correct buyer",
    address: "Write address",
    rate: "Write rate",
    giftCard: "Choose gift card",
  },
  issue: "Issue now",
  issued: "{{document}} {{number}} has been issued.",
  asked: "The accounting program has been asked for the invoice.",
  still: "The invoice still waits: {{what}}.",
  giftCardGone: "The gift card is no longer a product. Make a correction on the order.",
  address: {
    title: "Address on the invoice",
    text: "The order's billing address. Its country cannot be changed, for the VAT follows it.",
    saved: "The address is saved.",
    fields: {
      first_name: "First name",
      last_name: "Last name",
      address_1: "Street and number",
      address_2: "Floor, c/o or place",
      postal_code: "Postal code",
      city: "City",
    },
  },
} as const
