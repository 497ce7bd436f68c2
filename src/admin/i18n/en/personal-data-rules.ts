export const rule = {
  order_contact: {
    title: "Contact details on orders",
    text: "Name, address, e-mail, phone and notes, of guests and accounts. Counts from delivery. Waits for claims, disputes and unpaid invoices. Without an invoice the buyer's name and address stay until the bookkeeping act lets them go.",
  },
  inactive_account: {
    title: "Accounts",
    text: "Erased when nobody has used them for so long. Counts from the last purchase, the last cart or the month the account was last logged in.",
  },
  guest_customer: {
    title: "Guests without a purchase",
    text: "Medusa makes a guest when somebody types an e-mail into a cart. The guest goes when nothing is left to keep. So does a login that never became an account.",
  },
  abandoned_cart: {
    title: "Abandoned carts",
    text: "Counts from the last thing that happened in the cart.",
  },
  orphaned_address: {
    title: "Addresses nobody uses",
    text: "Addresses that a cart or an order has replaced.",
  },
  notification: {
    title: "Sent messages",
    text: "Medusa's copies of e-mails and text messages.",
  },
  workflow_execution: {
    title: "The system's notes",
    text: "What Medusa writes down during a purchase, for example.",
  },
  label_file: {
    title: "Shipping labels",
    text: "Links to labels. Counts from shipping.",
  },
  order_export: {
    title: "Order exports",
    text: "Files with everybody's addresses, taken from the list of orders.",
  },
  former_staff: {
    title: "Former staff",
    text: "Deleted users and old invitations.",
  },
  invoice: {
    title: "Invoices",
    text: "Five years from the end of the financial year (bogføringsloven § 12).",
  },
  consent_proof: {
    title: "Proof of consents",
    text: "Two years after the consent was last used.",
  },
  kept_order: {
    title: "Orders without an invoice",
    text: "The buyer's name, address and CVR number are kept five years from the end of the financial year (bogføringsloven § 12).",
  },
  invoice_archive: {
    title: "Copies of invoices",
    text: "Five years from the end of the financial year (bogføringsloven § 12).",
  },
  invoice_external: {
    title: "Invoice numbers of other systems",
    text: "Five years from the end of the financial year (bogføringsloven § 12).",
  },
  cookie_proof: { title: "Proof of cookie choices", text: "Two years after the choice." },
  request_person: {
    title: "Who asked for something",
    text: "Name, e-mail and reasons. 30 days after the case ended and its last letter was sent.",
  },
  request_case: {
    title: "Cases of requests",
    text: "Without a name. Three years after the case ended.",
  },
  request_recipients: {
    title: "What recipients were told of",
    text: "Orders and when. Three years after.",
  },
  breach_report: {
    title: "Customers' reports of breaches",
    text: "Three months after you decided, and not before the case is closed.",
  },
  breach_case: {
    title: "Breaches, and who was told",
    text: "Without a name. Five years after the case was closed (databeskyttelsesloven § 41(7)).",
  },
  access_log: {
    title: "Log of who read what",
    text: "Twelve months.",
  },
}
