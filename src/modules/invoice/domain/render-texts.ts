import type { PaymentMethod } from "./order-facts"

export type Locale = "da" | "en"

type Texts = {
  title: Record<"invoice" | "credit_note", string>
  number: string
  issuedOn: string
  deliveredOn: string
  orderNumber: string
  amends: (number: string, day: string) => string
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
  columns: Record<
    "description" | "quantity" | "price" | "discount" | "rate" | "net" | "gross",
    string
  >
  creditLine: (rate: string) => string
  vatRate: string
  vatBase: string
  vat: string
  net: string
  total: Record<"invoice" | "credit_note", string>
  paid: Record<"invoice" | "credit_note", string>
  due: string
  methods: Record<PaymentMethod, string>
  test: string
  testNotice: string
}

const da: Texts = {
  title: { invoice: "Faktura", credit_note: "Kreditnota" },
  number: "Nummer",
  issuedOn: "Udstedt",
  deliveredOn: "Leveret",
  orderNumber: "Ordre",
  amends: (number, day) => `Ændrer faktura ${number} af ${day}`,
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
  net: "I alt ekskl. moms",
  total: { invoice: "I alt inkl. moms", credit_note: "Krediteret inkl. moms" },
  paid: { invoice: "Betalt", credit_note: "Betalt tilbage" },
  due: "Til betaling",
  methods: {
    nets: "Nets",
    manual: "Registreret betaling",
    store_credit: "Gavekort eller tilgodehavende",
    other: "Betaling",
  },
  test: "TEST",
  testNotice: "Prøvedokument i testserien. Det er ikke en gyldig faktura.",
}

const en: Texts = {
  title: { invoice: "Invoice", credit_note: "Credit note" },
  number: "Number",
  issuedOn: "Issued",
  deliveredOn: "Delivered",
  orderNumber: "Order",
  amends: (number, day) => `Amends invoice ${number} of ${day}`,
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
  net: "Total excl. VAT",
  total: { invoice: "Total incl. VAT", credit_note: "Credited incl. VAT" },
  paid: { invoice: "Paid", credit_note: "Paid back" },
  due: "Amount due",
  methods: {
    nets: "Nets",
    manual: "Registered payment",
    store_credit: "Gift card or store credit",
    other: "Payment",
  },
  test: "TEST",
  testNotice: "Trial document in the test series. It is not a valid invoice.",
}

export const renderTexts: Readonly<Record<Locale, Texts>> = { da, en }
