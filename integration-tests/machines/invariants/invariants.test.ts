import type { ErasureFact, Facts, OrderFact, PersonFact } from "../facts"
import { broken, INVARIANTS } from "."
import { leftovers } from "./evidence"

const MARK = "zqlu7o000001il"

const person = (change: Partial<PersonFact> = {}): PersonFact => ({
  ...{ mark: MARK, email: `${MARK}@kunde.example`, kind: "nets", erase: false, cartId: "cart_1" },
  ...{ paymentId: "p1", orderIds: ["order_1"], erasureIds: [], exports: 1, customerId: "cus_1" },
  ...{ tables: [], inRedis: false, inFiles: false },
  ...change,
})

const erased = (change: Partial<PersonFact> = {}): PersonFact =>
  person({ erase: true, erasureIds: ["dkera_1"], ...change })

const order = (change: Partial<OrderFact> = {}): OrderFact => ({
  ...{ id: "order_1", email: `${MARK}@kunde.example`, address: `(ordaddr_1,${MARK}first)` },
  ...{ cart_id: "cart_1", refunds: ["ref_1"], causes: ["sale", "refund:ref_1"] },
  ...{ invoices: 1, shown: 1, shipped: true, transactions: 11_800 },
  ...change,
})

const erasure = (change: Partial<ErasureFact> = {}): ErasureFact => ({
  ...{ id: "dkera_1", status: "done", certificates: 1, ledger: ["dkledg_1"], left_ids: [] },
  ...change,
})

/** A store in which all is well: one purchase of 138 kr., of which 20 were given back. */
const whole = (change: Partial<Facts> = {}): Facts => ({
  nets: [{ payment_id: "p1", reserved: 13_800, charged: 13_800, refunded: 2_000, cancelled: 0 }],
  books: [
    {
      ...{ payment_id: "p1", cart_id: "cart_1", orders: 1, captured: 13_800, refunded: 2_000 },
      ...{ transactions: 11_800, collected: 11_800 },
    },
  ],
  received: [{ order_id: "order_2", received: 13_800, captured: 13_800, transactions: 13_800 }],
  series: [{ id: "dkiser_1", first_number: 4711, next_number: 4713 }],
  numbers: [
    { series_id: "dkiser_1", number: 4711, digest: "a", previous_digest: null, sealed: "a" },
    { series_id: "dkiser_1", number: 4712, digest: "b", previous_digest: "a", sealed: null },
  ],
  orders: [order()],
  erasures: [erasure()],
  people: [person()],
  outside: ["dkledg_1"],
  exportEvents: 1,
  notices: [{ id: "dkbrn_1", person: "dkbrp_1", outcome: "mailed", done: true }],
  mails: [{ to: `${MARK}@kunde.example`, subject: "Faktura", text: "link 1" }],
  receiptsWaiting: 0,
  ...change,
})

const book = (change: object): Partial<Facts> => {
  const [first] = whole().books
  return { books: first ? [{ ...first, ...change }] : [] }
}

const money = (change: object): Partial<Facts> => ({
  received: whole().received.map((row) => ({ ...row, ...change })),
})

const number = (change: object): Partial<Facts> => {
  const [first, second] = whole().numbers
  return { numbers: first && second ? [first, { ...second, ...change }] : [] }
}

/** What is broken on purpose, by the invariant that must say so, and a word of what it says. */
const BROKEN: readonly [name: string, word: string, change: Partial<Facts>][] = [
  ["moneyIsEqual", "captured is 0", book({ captured: 0 })],
  ["moneyIsEqual", "refunded is 4000", book({ refunded: 4_000 })],
  ["moneyIsEqual", "sum of the order is 13800", book({ transactions: 13_800 })],
  ["moneyIsEqual", "sum of the payment is 0", book({ collected: 0 })],
  ["moneyIsEqual", "cart has 2 orders", book({ orders: 2 })],
  ["moneyIsEqual", "cart has 0 orders", book({ orders: 0 })],
  ["moneyIsEqual", "the store has none", { books: [] }],
  ["receivedIsBooked", "0 is captured", money({ captured: 0 })],
  ["receivedIsBooked", "27600 stands on it", money({ transactions: 27_600 })],
  ["numbersAreGapless", "lacks number 4712", { numbers: whole().numbers.slice(0, 1) }],
  ["numbersAreGapless", "4711 twice", number({ number: 4711 })],
  ["numbersAreGapless", "4720 outside", number({ number: 4720 })],
  ["documentsAreSealed", "not as it was sealed", number({ sealed: "c" })],
  ["documentsAreSealed", "does not name", number({ previous_digest: "c" })],
  ["noticesAreProved", "lacks the notice", { orders: [order({ shown: 0 })] }],
  ["salesAreInvoiced", "lacks its invoice", { orders: [order({ causes: [] })] }],
  ["erasuresAreProved", "outside the database", { outside: [] }],
  [
    "salesAreInvoiced",
    "lacks its invoice",
    {
      orders: [order({ causes: [], transactions: 0 })],
      received: [{ order_id: "order_1", received: 0, captured: 0, transactions: 0 }],
    },
  ],
  ["refundsAreCredited", "lacks its credit note", { orders: [order({ causes: ["sale"] })] }],
  ["erasuresAreProved", "no certificate", { erasures: [erasure({ certificates: 0 })] }],
  ["erasuresAreProved", "not in the ledger", { erasures: [erasure({ ledger: [] })] }],
  ["exportsAreLogged", "0 are logged", { exportEvents: 0 }],
  ["nothingIsLeft", "stands in cart", { people: [erased({ tables: ["cart"] })] }],
  [
    "nothingIsLeft",
    "left to staff: cart_1",
    { people: [erased({ tables: ["cart"] })], erasures: [erasure({ left_ids: ["cart_1"] })] },
  ],
  ["nothingIsLeft", "stands in a file", { people: [erased({ inFiles: true })] }],
  ["nothingIsLeft", "stands in Redis", { people: [erased({ inRedis: true })] }],
  ["nobodyIsHalfErased", "still running", { erasures: [erasure({ status: "running" })] }],
  [
    "nobodyIsHalfErased",
    "provider_identity alone",
    { people: [erased({ tables: ["provider_identity"] })] },
  ],
  [
    "noUncoveredOrderIsErased",
    "is not covered",
    { people: [erased()], orders: [order({ causes: [], address: "" })] },
  ],
  ["noLiveOrderIsLost", "is gone", { orders: [] }],
  ["noLiveOrderIsLost", "has lost its buyer", { orders: [order({ address: "" })] }],
  [
    "noLiveOrderIsLost",
    "has lost its buyer",
    { people: [person({ orderIds: [] })], orders: [order({ address: "" })] },
  ],
  ["noLiveOrderIsLost", "has lost its buyer", { orders: [order({ email: "x@kunde.example" })] }],
  ["salesAreInvoicedOnce", "two documents", { orders: [order({ causes: ["sale", "sale"] })] }],
  ["salesAreInvoicedOnce", "has 2 invoices", { orders: [order({ invoices: 2 })] }],
  ["mailsAreSentOnce", "sent twice", { mails: [...whole().mails, ...whole().mails] }],
  [
    "noticesAreEnded",
    "no outcome",
    { notices: [{ id: "dkbrn_1", person: "dkbrp_1", outcome: null, done: false }] },
  ],
  ["noticesAreEnded", "told twice", { notices: [...whole().notices, ...whole().notices] }],
  ["webhooksAreWorkedOff", "1 webhooks wait", { receiptsWaiting: 1 }],
]

describe("invariants of a store on several machines", () => {
  it("hold where all is well", () => {
    expect(broken(whole())).toEqual({})
    expect(broken(whole({ people: [erased()], orders: [order({ address: "" })] }))).toEqual({})
  })

  it("name an order that lost its cart", () => {
    expect(leftovers(whole())).toEqual([])
    expect(leftovers(whole({ orders: [order({ cart_id: null })] }))).toEqual(["order_1"])
  })

  it("each break for something", () => {
    expect([...new Set(BROKEN.map(([name]) => name))].sort()).toEqual(
      Object.keys(INVARIANTS).sort()
    )
  })

  it.each(BROKEN)("%s says: %s", (name, word, change) => {
    expect(broken(whole(change))[name]?.join("\n")).toContain(word)
  })
})
