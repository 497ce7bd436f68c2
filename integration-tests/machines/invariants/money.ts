import type { Facts } from "../facts"

/** Money is equal: what Nets has charged and given back is what the store has booked, on one order. */
export const moneyIsEqual = ({ nets, books }: Facts): string[] => {
  const byPayment = new Map(books.map((book) => [book.payment_id, book]))
  return nets.flatMap(({ payment_id: id, reserved, charged, refunded, cancelled }) => {
    const book = byPayment.get(id)
    if (!book) return reserved + charged > 0 ? [`payment ${id} is paid and the store has none`] : []
    const wrong: string[] = []
    const differ = (what: string, ours: number, theirs: number) => {
      if (ours !== theirs) {
        wrong.push(
          `payment ${id}: ${what} is ${ours.toString()} in the store, ${theirs.toString()} at Nets`
        )
      }
    }
    differ("captured", book.captured, charged)
    differ("refunded", book.refunded, refunded)
    differ("the sum of the order", book.transactions, charged - refunded)
    differ("the sum of the payment", book.collected, charged - refunded)
    const isKept = charged > refunded || (reserved > 0 && cancelled === 0 && charged === 0)
    if (isKept && book.orders !== 1) {
      wrong.push(`payment ${id} is paid and its cart has ${book.orders.toString()} orders`)
    }
    if (reserved + charged === 0 && book.orders > 0) {
      wrong.push(`payment ${id} is not paid and its cart has an order`)
    }
    return wrong
  })
}

/** What came in on invoices is booked once: by the form, as Medusa's captures and on the order. */
export const receivedIsBooked = ({ received }: Facts): string[] =>
  received.flatMap(({ order_id: id, received: came, captured, transactions }) => [
    ...(came === captured
      ? []
      : [`order ${id} got ${came.toString()} and ${captured.toString()} is captured`]),
    ...(came === transactions
      ? []
      : [`order ${id} got ${came.toString()} and ${transactions.toString()} stands on it`]),
  ])
