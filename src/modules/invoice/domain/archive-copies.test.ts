import { captured, order, refund } from "../../../../integration-tests/helpers/issue-all"
import { archiveCopies } from "./archive-copies"
import { decideIssue } from "./decide-issue"

const SELLER = { name: "A", cvr: "14277137", address: "B", email: "a@b.dk", phone: null }

const NONE = { causes: new Set<string>(), documents: [] }

const placeIn = () => {
  let count = 0
  return () => {
    count += 1
    const number = `copy_${count.toString()}`
    return { controller_id: "default", seller: SELLER, series: "live" as const, number }
  }
}

const PLACED = { placed_at: "2019-03-05T10:00:00.000Z", payments: [captured] }

describe("copies of an order from before the plugin", () => {
  it("are its sale and what was given back, on the days those concern", () => {
    const facts = order({ ...PLACED, refunds: [refund] })
    const { copies, missing } = archiveCopies(facts, NONE, placeIn())
    expect(missing).toEqual([])
    expect(copies.map(({ cause }) => cause)).toEqual(["sale", "refund:ref_1"])
    const [sale, note] = copies
    expect(sale?.concerns_on).toBe(captured.captures[0]?.captured_on)
    expect(note?.concerns_on).toBe(facts.refunds[0]?.refunded_on)
    expect(note?.content.amends?.number).toBe(sale?.content.number)
  })

  it("are made once: only what came later is copied again", () => {
    const sold = archiveCopies(order(PLACED), NONE, placeIn())
    const archived = {
      causes: new Set(sold.copies.map(({ cause }) => cause)),
      documents: sold.copies.map(({ content }) => content),
    }
    expect(archiveCopies(order(PLACED), archived, placeIn()).copies).toEqual([])
    const later = order({ ...PLACED, refunds: [refund] })
    expect(archiveCopies(later, archived, placeIn()).copies.map(({ cause }) => cause)).toEqual([
      "refund:ref_1",
    ])
  })

  it("are none of an order that was never paid or shipped", () => {
    const facts = order({ placed_at: PLACED.placed_at })
    expect(archiveCopies(facts, NONE, placeIn())).toEqual({ copies: [], missing: [] })
  })
})

describe("a document that another system makes", () => {
  it("needs no rate of exchange from the store", () => {
    const facts = order({ ...PLACED, currency: "SEK", exchange: null })
    const state = { issued: new Set<string>(), documents: [], startsAt: "2000-01-01" }
    expect(decideIssue(facts, state).missing).toMatchObject([{ field: "exchange_rate" }])
    expect(decideIssue(facts, { ...state, isElsewhere: true })).toMatchObject({
      next: { cause: "sale" },
      missing: [],
    })
  })
})
