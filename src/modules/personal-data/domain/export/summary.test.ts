import type { FoundRule } from "./found"
import { summaryOf } from "./summary"

const SALE: FoundRule = {
  category: "address",
  purpose: "sale",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
}

const BOOKS: FoundRule = {
  ...SALE,
  purpose: "bookkeeping",
  basis: "legal_obligation",
  retention: "bookkeeping",
}

describe("the summary of what is held", () => {
  it("adds up the tables of a category and says what they are used for, once, in the reader's order", () => {
    const { categories } = summaryOf(
      [
        { name: "dk_invoice_document", category: "invoice", rows: 1, rules: [BOOKS] },
        { name: "customer_address", category: "address", rows: 2, rules: [SALE] },
        { name: "order_address", category: "address", rows: 3, rules: [SALE, BOOKS] },
        { name: "cart", category: "cart", rows: 0, rules: [] },
      ],
      "en"
    )
    expect(categories.map(({ title, rows }) => [title, rows])).toEqual([
      ["Addresses", 5],
      ["Invoices and credit notes", 1],
    ])
    expect(categories[0]?.parts.map(({ rows }) => rows)).toEqual([2, 3])
    expect(categories[0]?.purposes.map(({ purpose, bases }) => [purpose, bases.length])).toEqual([
      ["sale", 1],
      ["bookkeeping", 1],
    ])
    expect(categories[0]?.kept).toEqual([
      expect.stringMatching(/^As long as we need them/),
      expect.stringMatching(/^Five years/),
    ])
  })
})
