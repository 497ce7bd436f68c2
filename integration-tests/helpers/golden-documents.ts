import { buildCreditNote } from "../../src/modules/invoice/domain/build-credit-note"
import { buildInvoice } from "../../src/modules/invoice/domain/build-invoice"
import type { IssueFrame } from "../../src/modules/invoice/domain/build-invoice"
import type { IssueTerms } from "../../src/modules/invoice/domain/issue-terms"
import type { InvoiceContent, PayTo } from "../../src/modules/invoice/domain/document"
import type {
  BuyerFacts,
  LineFacts,
  OrderFacts,
} from "../../src/modules/invoice/domain/order-facts"

/** Orders and documents made for tests. Names and numbers belong to nobody known. */

export const frame: IssueFrame = {
  controller_id: "default",
  seller: {
    name: "Nordlys Papir ApS",
    cvr: "14277137",
    address: "Prøvegade 12, 1. sal, 8000 Aarhus C",
    email: "faktura@nordlys.example",
    phone: "+4512345678",
  },
  series: "live",
  number: "F-2026-000123",
  cause: "sale",
  issued_on: "2026-11-24",
}

type CompanyFacts = Exclude<BuyerFacts, { type: "private" }>

const company: CompanyFacts = {
  type: "business",
  company_name: "Byens Bøger ApS",
  cvr: "10150817",
  vat_id: null,
  registration_no: null,
  ean: null,
  person_reference: null,
  order_reference: "PO-77",
  accounting_reference: null,
  address: {
    address_1: "Torvet 1",
    address_2: "2. th.",
    postal_code: "5000",
    city: "Odense C",
    country_code: "dk",
  },
}

const authority: CompanyFacts = {
  ...company,
  type: "public",
  company_name: "Åstrup Skole",
  cvr: null,
  ean: "5798000420526",
  person_reference: "LONE42",
  order_reference: "REK-2026-0042",
  accounting_reference: "1234-5678-90",
}

const abroad = (country: string, vatId: string): CompanyFacts => ({
  ...company,
  company_name: "Über & Söhne GmbH",
  cvr: null,
  vat_id: vatId,
  registration_no: "HRB 12345",
  address: {
    address_1: "Hauptstraße 7",
    address_2: null,
    postal_code: "10115",
    city: "Berlin",
    country_code: country,
  },
})

export const buyers = {
  company,
  authority,
  german: abroad("de", "DE123456789"),
  british: abroad("gb", "GB123456789"),
  greek: abroad("gr", "EL094259216"),
  withoutOwnOrder: { ...company, order_reference: null },
  byPerson: { ...authority, order_reference: null, accounting_reference: null },
  byOrder: { ...authority, person_reference: null, accounting_reference: null },
} satisfies Record<string, CompanyFacts>

/** One line of Danish goods, with VAT in the price. */
export const line = (unit_price: string, changes: Partial<LineFacts> = {}): LineFacts => ({
  kind: "item",
  line_id: "ordli_1",
  description: "Notesbog, linjeret",
  quantity: "1",
  returned: "0",
  shipped: "0",
  unit_price,
  is_tax_inclusive: true,
  vat_rate: "25",
  vat_code: null,
  vat_note: null,
  gift_card: null,
  item_no: "BOG-1",
  adjustments: [],
  ...changes,
})

/** A line without VAT, by the code of the store's tax rate. */
export const untaxed = (unit_price: string, vat_code: string | null = null): LineFacts =>
  line(unit_price, { vat_rate: "0", vat_code })

export const shipping = line("49", { kind: "shipping", description: "Levering", item_no: null })

export const order = (
  lines: readonly LineFacts[],
  changes: Partial<OrderFacts> = {}
): OrderFacts => ({
  order_id: "order_1",
  display_id: "1203",
  currency: "DKK",
  state: "open",
  placed_at: "2026-11-24T10:00:00.000Z",
  lines: [...lines],
  due: "0",
  credits: [],
  payments: [],
  refunds: [],
  shipped_on: "2026-11-23",
  ships_to: "DK",
  exchange: null,
  has_claim: false,
  money: "real",
  buyer: company,
  ...changes,
})

export const payTo: PayTo = {
  bank: { registration_no: "1234", account_no: "0001234567" },
  iban: null,
  bic: null,
  fik: null,
}

/** A payment slip with a true check digit. */
export const fik: PayTo["fik"] = {
  card_type: "71",
  payment_id: "004040400000669",
  creditor_no: "81234567",
}

export const iban: PayTo = { bank: null, iban: "DK5000400440116243", bic: "DABADKKK", fik: null }

export const onAccount: IssueTerms = { due_on: "2026-12-24", pay_to: payTo, exchange: null }

export const euros: IssueTerms = {
  due_on: "2026-12-24",
  pay_to: iban,
  exchange: { rate: "7.4604", source: "Danmarks Nationalbank", date: "2026-11-23" },
}

/** The order paid by a card: so much was taken. */
export const paidBy = (
  amount: string,
  method: "nets" | "manual" | "other" = "nets"
): Pick<OrderFacts, "payments"> => ({
  payments: [
    {
      kind: "provider",
      method,
      authorized: amount,
      canceled: false,
      captures: [{ amount, captured_on: "2026-11-24" }],
    },
  ],
})

const giftCard = (amount: string): Pick<OrderFacts, "credits"> => ({
  credits: [{ method: "gift_card", amount, used_on: "2026-11-24" }],
})

const invoice = (
  lines: readonly LineFacts[],
  changes: Partial<OrderFacts> = {},
  terms: IssueTerms = onAccount
): InvoiceContent => buildInvoice(order(lines, changes), frame, terms)

/** A credit note over an amount in øre, paid back the way the invoice was paid. */
export const credit = (document: InvoiceContent, amount: number): InvoiceContent =>
  buildCreditNote(
    document,
    [],
    {
      amount,
      lines: null,
      payments: [{ method: "nets", amount, paid_on: "2027-01-08" }],
      reason: null,
    },
    { ...frame, number: "F-2026-000124", issued_on: "2027-01-08" }
  )

const discounted = line("100", {
  quantity: "3",
  adjustments: [{ amount: "45.5", is_tax_inclusive: true }],
})

const oddName = `Pap & "papir" <A4> 'rulle' \u0007 😀 ${"meget langt navn ".repeat(30)}`

const onAccountByCompany = invoice([line("89", { quantity: "4" }), shipping])
const mixed = invoice([line("125"), untaxed("40", "Z"), untaxed("300", "E")])
const inEuros = invoice([line("100"), shipping], { currency: "EUR", buyer: buyers.company }, euros)
const toGermany = invoice(
  [untaxed("80")],
  { buyer: buyers.german, ships_to: "DE", currency: "EUR" },
  euros
)

/** Documents that every receiver must take, in both formats. */
export const goldenDocuments: Readonly<Record<string, InvoiceContent>> = {
  "on account by bank transfer": onAccountByCompany,
  "on account by payment slip": invoice(
    [line("89")],
    {},
    { ...onAccount, pay_to: { ...payTo, fik } }
  ),
  "on account by IBAN": invoice([line("89")], {}, { ...onAccount, pay_to: iban }),
  "on account with nowhere to pay": invoice([line("89")], {}, { ...onAccount, pay_to: null }),
  "without an order number of the buyer's own": invoice([line("89")], {
    buyer: buyers.withoutOwnOrder,
  }),
  "to an authority with all references": invoice([line("89"), shipping], {
    buyer: buyers.authority,
  }),
  "to an authority by person": invoice([line("89")], { buyer: buyers.byPerson }),
  "to an authority by order": invoice([line("89")], { buyer: buyers.byOrder }),
  "zero rated": invoice([untaxed("40", "Z")]),
  exempt: invoice([untaxed("300", "E")]),
  "exempt in the store's own words": invoice([
    { ...untaxed("300", "E"), vat_note: "Momslovens § 13, stk. 1, nr. 3" },
  ]),
  "all rates of Denmark": mixed,
  "domestic reverse charge": invoice([untaxed("5000", "AE")]),
  "goods to a business in Germany": toGermany,
  "goods to a business in Greece": invoice([untaxed("80", "K")], {
    buyer: buyers.greek,
    ships_to: "GR",
  }),
  "export to Britain": invoice([untaxed("80")], { buyer: buyers.british, ships_to: "GB" }),
  "a gift card": invoice(
    [line("500", { vat_rate: "0", gift_card: "multi_purpose" })],
    paidBy("500")
  ),
  discounted: invoice([discounted, shipping]),
  "discounted to nothing": invoice([
    line("89", { adjustments: [{ amount: "89", is_tax_inclusive: true }] }),
  ]),
  "in euros with VAT in kroner": inEuros,
  "paid by card": invoice([line("89"), shipping], paidBy("138")),
  "paid by gift card": invoice([line("89")], giftCard("89")),
  "paid by gift card and card": invoice([line("1000")], {
    ...giftCard("400"),
    ...paidBy("600"),
  }),
  "paid in part": invoice([line("1000")], paidBy("600", "manual")),
  "paid more than the total": invoice([line("89")], paidBy("100")),
  "a large quantity of a small price": invoice([
    line("0.3333", { quantity: "12345", is_tax_inclusive: false }),
  ]),
  "names of every kind": invoice([line("89", { description: oddName })]),
  "300 lines": invoice(
    Array.from({ length: 300 }, (_, index) =>
      line((10 + index * 0.37).toFixed(2), {
        description: `Vare ${index + 1}`,
        quantity: String((index % 7) + 1),
      })
    )
  ),
  "of the test series": { ...onAccountByCompany, series: "test", number: "TEST-7" },
  "credit of everything": credit(onAccountByCompany, onAccountByCompany.totals.gross),
  "credit of a part": credit(mixed, 10_000),
  "credit in the words of staff": {
    ...credit(mixed, 5000),
    reason: "Ordre #1203: vare #ABC# retur",
  },
  "credit in euros": credit(inEuros, 4000),
  "credit of goods to Germany": credit(toGermany, toGermany.totals.gross),
  "credit to an authority": credit(invoice([line("89")], { buyer: buyers.authority }), 8900),
}
