export const invoice = {
  title: "Invoices",
  empty: "No invoice yet. It is issued when the payment has been captured.",
  open: "View",
  issuedOn: "Issued {{day}}",
  keepThrough: "Kept through {{day}}",
  test: "Test",
  kind: { invoice: "Invoice", credit_note: "Credit note" },
  credit: {
    action: "Correct",
    title: "Correct invoice {{number}}",
    text: "An invoice is never changed. It is corrected by a credit note, which the customer gets too.",
    kind: "What is to happen?",
    kinds: { amount: "Credit a sum", order: "A new invoice from the order as it is now" },
    amount: "Amount with VAT",
    amountHint: "At most what is left of the invoice.",
    paidBack: "Paid back on",
    paidBackHint:
      "Only if the money was paid back outside Medusa. A refund in Medusa makes its own credit note.",
    reason: "Reason",
    reasonHint: "Stands on the credit note.",
    submit: { amount: "Credit", order: "Credit and issue a new invoice" },
    done: {
      amount: "The credit note has been issued.",
      order: "The invoice has been credited and a new one issued.",
    },
  },
  giftCard: {
    title: "Gift card and VAT",
    label: "Kind of gift card",
    missing: "Choose a kind. Until then the gift card cannot be bought.",
    kinds: {
      unset: "Not chosen",
      multi_purpose: "Can buy anything",
      single_purpose: "Only goods with 25% VAT in Denmark",
    },
    texts: {
      unset:
        "If it can buy goods with different VAT or in several countries, VAT is paid when it is used. Otherwise it is paid when it is sold.",
      multi_purpose: "Multi-purpose voucher: sold without VAT, which is paid when it is used.",
      single_purpose: "Single-purpose voucher: VAT is in the price and is paid when it is sold.",
    },
    saved: "The kind of gift card is saved.",
  },
  missing: {
    title: "The invoice has not been issued yet: {{fields}} is missing.",
    text: "The payment is in order. Correct the buyer or the billing address, then issue it.",
    reasons: {
      account_unknown:
        "The invoice has not been issued yet: the account at Nets that was paid to is no longer among the options (nets.accounts). Add it, and the invoice is issued by itself.",
      refund_exceeds_invoice:
        "The credit note has not been issued: more was paid back than is left of the invoice.",
      order_changed:
        "The order was changed so that it no longer matches its invoice. Make a correction: it credits the invoice and issues a new one.",
    },
    issue: "Issue now",
    issued: "The invoice has been issued.",
    still: "Something is still missing.",
  },
  fields: {
    gift_card: "the kind of gift card (on the product's page)",
    exchange_rate: "exchange rate",
    company_name: "company name",
    billing_address: "billing address",
    "billing_address-name": "name on the billing address",
    "billing_address-address_1": "street",
    "billing_address-postal_code": "postal code",
    "billing_address-city": "city",
    "billing_address-country_code": "country",
  },
}
