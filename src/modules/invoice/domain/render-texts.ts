import type { PaymentMethod } from "./order-facts"

export type Locale = "da" | "en"

type Texts = {
  title: Record<"invoice" | "credit_note", string>
  number: string
  issuedOn: string
  deliveredOn: string
  dueOn: string
  orderNumber: string
  currency: string
  amends: (number: string, day: string) => string
  replaces: (number: string, day: string) => string
  reason: (reason: string) => string
  seller: string
  buyer: string
  privateBuyer: string
  cvr: string
  vatId: string
  registrationNo: string
  ean: string
  personReference: string
  orderReference: string
  accountingReference: string
  itemNo: (itemNo: string) => string
  columns: Record<
    "description" | "quantity" | "price" | "discount" | "rate" | "net" | "gross",
    string
  >
  creditLine: (rate: string) => string
  vatRate: string
  vatBase: string
  vat: string
  zeroRated: string
  vatInKroner: (vat: string) => string
  /** Kroner for one of the currency, as published. */
  exchange: (rate: string, currency: string, source: string, day: string) => string
  net: string
  total: Record<"invoice" | "credit_note", string>
  paid: Record<"invoice" | "credit_note", string>
  due: string
  methods: Record<PaymentMethod, string>
  payment: string
  payBy: string
  bankAccount: string
  iban: string
  bic: string
  paymentSlip: string
  quote: string
  page: (page: number, pages: number) => string
  test: string
  testNotice: string
}

const da: Texts = {
  title: { invoice: "Faktura", credit_note: "Kreditnota" },
  number: "Nummer",
  issuedOn: "Udstedt",
  deliveredOn: "Leveret",
  dueOn: "Betalingsfrist",
  orderNumber: "Ordre",
  currency: "Valuta",
  amends: (number, day) => `Ændrer faktura ${number} af ${day}`,
  replaces: (number, day) => `Erstatter faktura ${number} af ${day}, som er krediteret`,
  reason: (reason) => `Årsag: ${reason}`,
  seller: "Sælger",
  buyer: "Køber",
  privateBuyer: "Privat køber (forenklet faktura)",
  cvr: "CVR-nummer",
  vatId: "Momsnummer",
  registrationNo: "Registreringsnummer",
  ean: "EAN-nummer",
  personReference: "Personreference",
  orderReference: "Rekvisitionsnummer",
  accountingReference: "Kontostreng",
  itemNo: (itemNo) => `Varenr. ${itemNo}`,
  columns: {
    description: "Vare",
    quantity: "Antal",
    price: "Pris ekskl. moms",
    discount: "Rabat",
    rate: "Moms",
    net: "Ekskl. moms",
    gross: "Inkl. moms",
  },
  creditLine: (rate) => `Tilbagebetaling, varer med ${rate} moms`,
  vatRate: "Momssats",
  vatBase: "Grundlag",
  vat: "Moms",
  zeroRated: "Nulsats",
  vatInKroner: (vat) => `Moms i danske kroner: ${vat}`,
  exchange: (rate, currency, source, day) =>
    `Kurs: ${rate} kr. for 1 ${currency} (${source}, ${day})`,
  net: "I alt ekskl. moms",
  total: { invoice: "I alt inkl. moms", credit_note: "Krediteret inkl. moms" },
  paid: { invoice: "Betalt", credit_note: "Betalt tilbage" },
  due: "Til betaling",
  methods: {
    nets: "Nets",
    manual: "Registreret betaling",
    invoice: "Betalt på faktura",
    gift_card: "Gavekort",
    store_credit: "Gavekort eller tilgodehavende",
    set_off: "Modregnet",
    other: "Betaling",
  },
  payment: "Sådan betaler du",
  payBy: "Betales senest",
  bankAccount: "Reg.nr. og kontonr.",
  iban: "IBAN",
  bic: "BIC",
  paymentSlip: "Betalingskort (FIK)",
  quote: "Oplys ved overførsel",
  page: (page, pages) => `Side ${page} af ${pages}`,
  test: "TEST",
  testNotice: "Prøvedokument i testserien. Det er ikke en gyldig faktura.",
}

const en: Texts = {
  title: { invoice: "Invoice", credit_note: "Credit note" },
  number: "Number",
  issuedOn: "Issued",
  deliveredOn: "Delivered",
  dueOn: "Due",
  orderNumber: "Order",
  currency: "Currency",
  amends: (number, day) => `Amends invoice ${number} of ${day}`,
  replaces: (number, day) => `Replaces invoice ${number} of ${day}, which has been credited`,
  reason: (reason) => `Reason: ${reason}`,
  seller: "Seller",
  buyer: "Buyer",
  privateBuyer: "Private buyer (simplified invoice)",
  cvr: "Company no. (CVR)",
  vatId: "VAT no.",
  registrationNo: "Registration no.",
  ean: "EAN no.",
  personReference: "Person reference",
  orderReference: "Order reference",
  accountingReference: "Accounting reference",
  itemNo: (itemNo) => `Item no. ${itemNo}`,
  columns: {
    description: "Item",
    quantity: "Quantity",
    price: "Price excl. VAT",
    discount: "Discount",
    rate: "VAT",
    net: "Excl. VAT",
    gross: "Incl. VAT",
  },
  creditLine: (rate) => `Refund, goods with ${rate} VAT`,
  vatRate: "VAT rate",
  vatBase: "Base",
  vat: "VAT",
  zeroRated: "Zero-rated",
  vatInKroner: (vat) => `VAT in Danish kroner: ${vat}`,
  exchange: (rate, currency, source, day) =>
    `Rate: DKK ${rate} for 1 ${currency} (${source}, ${day})`,
  net: "Total excl. VAT",
  total: { invoice: "Total incl. VAT", credit_note: "Credited incl. VAT" },
  paid: { invoice: "Paid", credit_note: "Paid back" },
  due: "Amount due",
  methods: {
    nets: "Nets",
    manual: "Registered payment",
    invoice: "Paid on invoice",
    gift_card: "Gift card",
    store_credit: "Gift card or store credit",
    set_off: "Set off",
    other: "Payment",
  },
  payment: "How to pay",
  payBy: "Pay by",
  bankAccount: "Danish bank account",
  iban: "IBAN",
  bic: "BIC",
  paymentSlip: "Payment slip (FIK)",
  quote: "State with the transfer",
  page: (page, pages) => `Page ${page} of ${pages}`,
  test: "TEST",
  testNotice: "Trial document in the test series. It is not a valid invoice.",
}

export const renderTexts: Readonly<Record<Locale, Texts>> = { da, en }
