import type { Facts } from "../facts"

/** Every purchase has the notice that was shown. An order without a cart is none: see `leftovers`. */
export const noticesAreProved = ({ orders }: Facts): string[] =>
  orders.flatMap(({ id, cart_id, shown }) =>
    cart_id === null || shown > 0 ? [] : [`order ${id} lacks the notice shown`]
  )

/** Orders that a killed completion of Medusa's left without their cart; the cart got another one. Not repaired yet. */
export const leftovers = ({ orders }: Facts): string[] =>
  orders.flatMap(({ id, cart_id }) => (cart_id === null ? [id] : []))

/** Every order that was sent, and is paid or to be paid on invoice, has its document. */
export const salesAreInvoiced = ({ orders, received }: Facts): string[] => {
  const onInvoice = new Set(received.map(({ order_id: id }) => id))
  return orders.flatMap(({ id, shipped, causes, transactions }) =>
    shipped && (transactions > 0 || onInvoice.has(id)) && !causes.includes("sale")
      ? [`order ${id} lacks its invoice`]
      : []
  )
}

/** What was given back of an invoiced order has its credit note. */
export const refundsAreCredited = ({ orders }: Facts): string[] =>
  orders.flatMap(({ id, causes, refunds }) =>
    refunds
      .filter((refund) => causes.includes("sale") && !causes.includes(`refund:${refund}`))
      .map((refund) => `refund ${refund} of order ${id} lacks its credit note`)
  )

/** Every erasure that is done has its proof, and its line in the ledger outside the database. */
export const erasuresAreProved = ({ erasures, outside }: Facts): string[] => {
  const kept = new Set(outside)
  return erasures.flatMap(({ id, status, certificates, ledger }) => {
    if (status !== "done") return []
    return [
      ...(certificates > 0 ? [] : [`erasure ${id} is done and has no certificate`]),
      ...(ledger.length > 0 ? [] : [`erasure ${id} is done and is not in the ledger`]),
      ...ledger
        .filter((line) => !kept.has(line))
        .map((line) => `line ${line} of erasure ${id} does not stand outside the database`),
    ]
  })
}

/** Every export that was answered is in the log of who read whose data. */
export const exportsAreLogged = ({ people, exportEvents }: Facts): string[] => {
  const answered = people.reduce((sum, { exports }) => sum + exports, 0)
  return answered > exportEvents
    ? [`${answered.toString()} exports were answered and ${exportEvents.toString()} are logged`]
    : []
}
