import {
  frameOf,
  issueAll,
  order,
  payment,
  refund,
  STARTS_AT,
} from "../../../../integration-tests/helpers/issue-all"
import type { Issued } from "../../../../integration-tests/helpers/issue-all"
import { buildCreditNote } from "./build-credit-note"
import { decideIssue } from "./decide-issue"
import type { LineFacts, OrderFacts, PaymentFacts } from "./order-facts"

describe("what became of an order after its invoice", () => {
  const line = (line_id: string, unit_price: string, changes: Partial<LineFacts> = {}) => ({
    ...(order().lines[0] as LineFacts),
    line_id,
    unit_price,
    ...changes,
  })
  const book = line("ordli_1", "100")
  const pen = line("ordli_2", "38")
  const paid = (amount: string): PaymentFacts =>
    payment({ captures: [{ amount, captured_on: "2026-11-24" }] })
  const sold = (changes: Partial<OrderFacts> = {}): OrderFacts =>
    order({ lines: [book, pen], payments: [paid("138")], ...changes })
  const first = issueAll(sold())
  const totals = ({ documents }: Issued): [string, number][] =>
    documents.map(({ kind, totals: { gross } }) => [kind, gross])
  const saleAnd = (...rest: [string, number][]): [string, number][] => [["invoice", 13800], ...rest]

  it("goods that were added are invoiced when they are paid or sent, and by their difference", () => {
    const ink = line("ordli_3", "60")
    const added = sold({ lines: [book, { ...pen, quantity: "2" }, ink], due: "236" })
    expect(totals(issueAll(added, first))).toEqual(saleAnd())
    const isPaid = { ...added, payments: [paid("138"), paid("98")] }
    const after = issueAll(isPaid, first)
    expect(totals(after)).toEqual(saleAnd(["invoice", 9800]))
    expect(after.documents[1]).toMatchObject({
      lines: [{ line_id: "ordli_2", quantity: "1" }, { line_id: "ordli_3" }],
      payments: [{ method: "nets", amount: 9800 }],
    })
    expect(issueAll(isPaid, after)).toEqual(after)
    const sent = added.lines.map((it) => ({ ...it, shipped: it.quantity }))
    expect(totals(issueAll({ ...added, lines: sent }, first))).toEqual(saleAnd(["invoice", 9800]))
  })

  it("an exchange is an invoice and a credit note that name the goods, set off against each other", () => {
    const exchanged = sold({ lines: [{ ...book, returned: "1" }, pen, line("ordli_3", "100")] })
    const after = issueAll(exchanged, first)
    expect(totals(after)).toEqual(saleAnd(["invoice", 10000], ["credit_note", 10000]))
    expect(after.documents[1]?.payments).toMatchObject([{ method: "set_off", amount: 10000 }])
    expect(after.documents[2]?.lines).toMatchObject([{ line_id: "ordli_1", quantity: "1" }])
    expect(issueAll(exchanged, after)).toEqual(after)
  })

  it("goods that came back wait for their refund, and are named by its credit note", () => {
    const back = sold({ lines: [book, { ...pen, returned: "1" }], due: "100" })
    expect(totals(issueAll(back, first))).toEqual(saleAnd())
    const refunded = { ...back, refunds: [refund] }
    const after = issueAll(refunded, first)
    expect(totals(after)).toEqual(saleAnd(["credit_note", 3800]))
    expect(after.documents[1]?.lines).toMatchObject([{ line_id: "ordli_2", gross: 3800 }])
    expect(issueAll(refunded, after)).toEqual(after)
  })

  it("goods that came back unpaid are credited without a refund", () => {
    const onAccount = sold({ payments: [], shipped_on: "2026-11-24" })
    const before = issueAll(onAccount)
    const back = { ...onAccount, lines: [book, { ...pen, returned: "1" }], due: "100" }
    const after = issueAll(back, before)
    expect(after.causes).toEqual(["sale", "reduction:1"])
    expect(totals(after)).toEqual(saleAnd(["credit_note", 3800]))
    expect(after.documents[1]?.payments).toEqual([])
  })

  it("what is cancelled after a part was charged is credited, and only that", () => {
    const part = sold({ payments: [paid("100")] })
    const before = issueAll(part)
    const less = { ...part, lines: [book], due: "100" }
    expect(totals(issueAll(less, before))).toEqual(saleAnd(["credit_note", 3800]))
    const canceled = {
      ...part,
      state: "canceled" as const,
      refunds: [{ ...refund, amount: "100" }],
    }
    const after = issueAll(canceled, before)
    expect(after.causes).toEqual(["sale", "refund:ref_1", "reduction:1"])
    expect(totals(after)).toEqual(saleAnd(["credit_note", 10000], ["credit_note", 3800]))
  })

  it("one refund of two invoices gives a credit note of each, and no more than there is", () => {
    const added = sold({
      lines: [book, pen, line("ordli_3", "60")],
      due: "198",
      payments: [paid("138"), paid("60")],
    })
    const two = issueAll(added, first)
    const all = { ...added, state: "canceled" as const, refunds: [{ ...refund, amount: "198" }] }
    expect(totals(issueAll(all, two)).slice(2)).toEqual([
      ["credit_note", 13800],
      ["credit_note", 6000],
    ])
    const tooMuch = { ...added, refunds: [{ ...refund, amount: "199" }] }
    const state = { issued: new Set(two.causes), documents: two.documents, startsAt: STARTS_AT }
    expect(decideIssue(tooMuch, state)).toEqual({
      next: null,
      missing: [{ field: "refund", code: "refund_exceeds_invoice" }],
    })
  })

  it("a changed price is told, for a correction", () => {
    const changed = sold({ lines: [{ ...book, unit_price: "90" }, pen], due: "128" })
    const state = { issued: new Set(first.causes), documents: first.documents, startsAt: STARTS_AT }
    expect(decideIssue(changed, state)).toEqual({
      next: null,
      missing: [{ field: "order", code: "order_changed" }],
    })
  })

  it("goods that a claim replaced are left alone", () => {
    const claimed = sold({
      lines: [book, pen, line("ordli_3", "100")],
      has_claim: true,
      due: "238",
    })
    expect(issueAll(claimed, first)).toEqual(first)
  })

  it("what was paid after an unpaid invoice pays that one first, not what was added since", () => {
    const onAccount = sold({ payments: [], shipped_on: "2026-11-24" })
    const before = issueAll(onAccount)
    const ink = line("ordli_3", "60", { shipped: "1" })
    const after = issueAll(
      { ...onAccount, lines: [book, pen, ink], due: "198", payments: [paid("138")] },
      before
    )
    expect(totals(after)).toEqual(saleAnd(["invoice", 6000]))
    expect(after.documents[1]?.payments).toEqual([])
  })

  it("a quantity that grew waits until what was added has left, and delivery goes with its goods", () => {
    const onAccount = sold({ payments: [], shipped_on: "2026-11-24" })
    const sent = { ...book, quantity: "2", shipped: "2" }
    const before = issueAll({ ...onAccount, lines: [sent, pen], due: "238" })
    const more = { ...onAccount, lines: [{ ...sent, quantity: "3" }, pen], due: "338" }
    expect(issueAll(more, before)).toEqual(before)
    const freight = line("ordsm_2", "20", { kind: "shipping" })
    const left = [{ ...sent, quantity: "3", shipped: "3" }, pen, freight]
    const after = issueAll({ ...more, lines: left, due: "358" }, before)
    expect(totals(after)[1]).toEqual(["invoice", 12000])
  })

  it("a quantity that went down and up again is told, for a correction", () => {
    const onAccount = sold({ payments: [], shipped_on: "2026-11-24" })
    const two = { ...onAccount, lines: [{ ...book, quantity: "2" }, pen], due: "238" }
    const less = issueAll(onAccount, issueAll(two))
    expect(totals(less)).toEqual([
      ["invoice", 23800],
      ["credit_note", 10000],
    ])
    const state = { issued: new Set(less.causes), documents: less.documents, startsAt: STARTS_AT }
    expect(decideIssue(two, state).missing).toEqual([{ field: "order", code: "order_changed" }])
  })

  it("goods that staff gave back by hand are not given back again when they come back", () => {
    const onAccount = sold({ payments: [], shipped_on: "2026-11-24" })
    const before = issueAll(onAccount)
    const [invoice] = before.documents
    if (!invoice) throw new Error("no invoice")
    const lines = invoice.lines.slice(1)
    const note = buildCreditNote(
      invoice,
      [],
      { amount: 3800, lines, payments: [], reason: "x" },
      frameOf(before.documents, "credit:by-hand")
    )
    const credited = { causes: [...before.causes, note.cause], documents: [invoice, note] }
    expect(issueAll(onAccount, credited)).toEqual(credited)
    const back = { ...onAccount, lines: [book, { ...pen, returned: "1" }], due: "100" }
    expect(issueAll(back, credited)).toEqual(credited)
  })
})
