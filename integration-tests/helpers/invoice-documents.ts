import type { DocumentLine, InvoiceContent } from "../../src/modules/invoice/domain/document"

const TORVET = {
  address_1: "Torvet 1, 2. sal",
  address_2: null,
  postal_code: "5000",
  city: "Odense C",
  country_code: "DK",
}

/** One article at 25 % VAT: net, VAT and gross in øre. */
export const line = (
  description: string,
  item_no: string | null,
  { quantity, price }: { quantity: number; price: number }
): DocumentLine => ({
  kind: "item",
  line_id: null,
  description,
  item_no,
  quantity: String(quantity),
  unit_price_net: (price / 100).toFixed(2),
  discount_net: 0,
  vat_rate: "25",
  vat_category: "S",
  vat_reason: null,
  net: price * quantity,
  vat: Math.round((price * quantity) / 4),
  gross: price * quantity + Math.round((price * quantity) / 4),
})

/** The amounts of a document whose lines are all of one VAT category. */
export const totalsOf = (
  lines: readonly DocumentLine[]
): Pick<InvoiceContent, "vat" | "totals"> => {
  const sum = (amount: "net" | "vat" | "gross"): number =>
    lines.reduce((total, it) => total + it[amount], 0)
  const totals = { net: sum("net"), vat: sum("vat"), gross: sum("gross") }
  const [first] = lines
  return {
    totals,
    vat: [
      {
        category: first?.vat_category ?? "S",
        rate: first?.vat_rate ?? "25",
        reason: first?.vat_reason ?? null,
        ...totals,
      },
    ],
  }
}

const consumerLines: DocumentLine[] = [
  line("Notesbog A5, linjeret, genbrugspapir", "NOTE-A5", { quantity: 2, price: 7120 }),
  line("Fyldepen, blå", null, { quantity: 1, price: 19960 }),
  {
    ...line("Levering med GLS til pakkeshop", null, { quantity: 1, price: 3920 }),
    kind: "shipping",
  },
]

/** A simplified invoice in the live series, paid with a card. */
export const consumerInvoice: InvoiceContent = {
  schema: "dk-invoice/1",
  kind: "invoice",
  form: "simplified",
  controller_id: "default",
  series: "live",
  number: "10431",
  cause: "sale",
  issued_on: "2026-11-24",
  delivered_on: "2026-11-24",
  ships_to: "DK",
  due_on: null,
  seller: {
    name: "Nordlys Papir ApS",
    cvr: "14277137",
    address: "Prøvegade 12, 8000 Aarhus C",
    email: "hej@nordlys.example",
    phone: "+45 70 12 34 56",
  },
  buyer: { type: "private", name: null, address: null },
  order_number: "1203",
  currency: "DKK",
  lines: consumerLines,
  ...totalsOf(consumerLines),
  vat_dkk: null,
  payments: [{ method: "nets", amount: 47650, paid_on: "2026-11-24" }],
  pay_to: null,
  amends: null,
  replaces: null,
  reason: null,
}

const companyLines: DocumentLine[] = [
  line("Kopipapir A4, 80 g, 500 ark", "KOPI-A4-80", { quantity: 40, price: 3640 }),
  {
    ...line("Hæve-sænke-bord, 180 × 80 cm, eg med sort stel", "BORD-180-EG", {
      quantity: 2,
      price: 429900,
    }),
    discount_net: 85980,
    net: 773820,
    vat: 193455,
    gross: 967275,
  },
]

/** A company's invoice on account, to be paid to a bank account or by a payment slip. */
export const companyInvoice: InvoiceContent = {
  ...consumerInvoice,
  form: "full",
  number: "10877",
  due_on: "2026-12-24",
  buyer: {
    type: "business",
    company_name: "Byens Bøger ApS",
    address: TORVET,
    cvr: "10150817",
    vat_id: null,
    registration_no: null,
    order_reference: "PO-2026-118",
  },
  lines: companyLines,
  ...totalsOf(companyLines),
  payments: [],
  pay_to: {
    bank: { registration_no: "0400", account_no: "0440116243" },
    iban: "DK5000400440116243",
    bic: "DABADKKK",
    fik: { card_type: "71", payment_id: "000000000108778", creditor_no: "81234567" },
  },
}

/** A school's invoice with everything a public buyer may give, in the test series. */
export const publicInvoice: InvoiceContent = {
  ...companyInvoice,
  series: "test",
  number: "TEST-3",
  buyer: {
    type: "public",
    company_name: "Åstrup Skole, Faxe Kommune",
    address: { ...TORVET, address_1: "Skolevej 4", postal_code: "4690", city: "Haslev" },
    cvr: "29188475",
    ean: "5798000420526",
    person_reference: "LONE42",
    order_reference: "REK-7781",
    accounting_reference: "3210-44-100",
  },
}

const euroLines: DocumentLine[] = companyLines.map((it) => ({
  ...it,
  vat_rate: "0",
  vat_category: "K",
  vat_reason: "Momsfrit salg til andet EU-land / intra-Community supply",
  vat: 0,
  gross: it.net,
}))

/** Goods for a company in Germany: no VAT, in euro, with VAT told in kroner all the same. */
export const euroInvoice: InvoiceContent = {
  ...companyInvoice,
  number: "10878",
  currency: "EUR",
  buyer: {
    type: "business",
    company_name: "Buchhandlung Grün GmbH",
    address: {
      address_1: "Lindenstraße 8",
      address_2: "Hinterhaus",
      postal_code: "24937",
      city: "Flensburg",
      country_code: "DE",
    },
    cvr: null,
    vat_id: "DE123456789",
    registration_no: null,
    order_reference: null,
  },
  lines: euroLines,
  ...totalsOf(euroLines),
  vat_dkk: { vat: 0, rate: "7.4605", source: "Danmarks Nationalbank", date: "2026-11-23" },
}

const creditLines: DocumentLine[] = [
  { ...line("", null, { quantity: 1, price: 199950 }), kind: "credit", vat: 49988, gross: 249938 },
]

/** A part of the company's invoice given back without naming goods. */
export const creditNote: InvoiceContent = {
  ...companyInvoice,
  kind: "credit_note",
  number: "10902",
  issued_on: "2026-12-01",
  delivered_on: null,
  due_on: null,
  pay_to: null,
  lines: creditLines,
  ...totalsOf(creditLines),
  payments: [{ method: "nets", amount: 249938, paid_on: "2026-12-01" }],
  amends: { number: "10877", issued_on: "2026-11-24" },
  reason: "Bordplade beskadiget under transport",
}
