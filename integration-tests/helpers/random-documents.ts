import fc from "fast-check"
import { buildInvoice } from "../../src/modules/invoice/domain/build-invoice"
import type { IssueTerms } from "../../src/modules/invoice/domain/issue-terms"
import type { InvoiceContent } from "../../src/modules/invoice/domain/document"
import type { LineFacts, OrderFacts } from "../../src/modules/invoice/domain/order-facts"
import {
  buyers,
  credit,
  euros,
  fik,
  frame,
  iban,
  line,
  onAccount,
  order,
  paidBy,
  payTo,
} from "./golden-documents"

/** Rates and codes as stores have them: mostly 25 %, sometimes nothing, for one of the reasons. */
const anyTax = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ vat_rate: "25", vat_code: null }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("Z", "E", "AE", null)
      .map((vat_code) => ({ vat_rate: "0", vat_code })),
  }
)

const anyLine: fc.Arbitrary<LineFacts> = fc
  .record({
    tax: anyTax,
    price: fc.integer({ min: 1, max: 500_000 }),
    quantity: fc.integer({ min: 1, max: 400 }),
    is_tax_inclusive: fc.boolean(),
    discount: fc.option(fc.integer({ min: 1, max: 100 }), { nil: 0, freq: 2 }),
    kind: fc.constantFrom("item" as const, "item" as const, "shipping" as const),
    description: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
    item_no: fc.option(fc.string({ maxLength: 20 })),
  })
  .map(({ tax, price, quantity, is_tax_inclusive, discount, kind, description, item_no }) =>
    line((price / 100).toFixed(2), {
      ...tax,
      kind,
      is_tax_inclusive,
      item_no,
      description,
      quantity: String(quantity),
      adjustments:
        discount > 0
          ? [{ amount: ((price * quantity * discount) / 10_000).toFixed(4), is_tax_inclusive }]
          : [],
    })
  )

const domesticBuyers = [
  buyers.company,
  buyers.withoutOwnOrder,
  buyers.authority,
  buyers.byPerson,
  buyers.byOrder,
]

const anyTrade: fc.Arbitrary<Partial<OrderFacts>> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...domesticBuyers).map((buyer) => ({ buyer })) },
  { weight: 1, arbitrary: fc.constant({ buyer: buyers.german, ships_to: "DE" }) },
  { weight: 1, arbitrary: fc.constant({ buyer: buyers.british, ships_to: "GB" }) }
)

const anyTerms: fc.Arbitrary<{ terms: IssueTerms; currency: string }> = fc.constantFrom(
  { terms: onAccount, currency: "DKK" },
  { terms: { ...onAccount, pay_to: { ...payTo, fik } }, currency: "DKK" },
  { terms: { ...onAccount, pay_to: iban }, currency: "DKK" },
  { terms: euros, currency: "EUR" }
)

const anyPayment: fc.Arbitrary<Partial<OrderFacts>> = fc.oneof(
  fc.constant({}),
  fc
    .tuple(
      fc.integer({ min: 1, max: 3_000_000 }),
      fc.constantFrom("nets" as const, "manual" as const)
    )
    .map(([amount, method]) => paidBy((amount / 100).toFixed(2), method))
)

/** Any document a store can issue to a business or an authority: the sale, or a credit of some of it. */
export const anyDocument: fc.Arbitrary<InvoiceContent> = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 9 }),
    trade: anyTrade,
    terms: anyTerms,
    payment: anyPayment,
    shipped_on: fc.constantFrom("2026-11-23", "2026-11-24", null),
    credited: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 2 }),
  })
  .map(({ lines, trade, terms: { terms, currency }, payment, shipped_on, credited }) => {
    const facts = order(lines, { ...trade, ...payment, currency, shipped_on })
    const invoice = buildInvoice(facts, frame, terms)
    const amount = Math.ceil(invoice.totals.gross * (credited ?? 0))
    return amount > 0 ? credit(invoice, amount) : invoice
  })
