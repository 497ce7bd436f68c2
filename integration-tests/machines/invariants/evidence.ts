import type { Facts } from "../facts"

/** Every purchase has the notice that was shown. */
export const noticesAreProved = ({ orders }: Facts): string[] =>
  orders.flatMap(({ id, shown }) => (shown > 0 ? [] : [`order ${id} lacks the notice shown`]))

/** Every order that was sent and paid, or is to be paid on invoice, has its document. */
export const salesAreInvoiced = ({ orders }: Facts): string[] =>
  orders.flatMap(({ id, shipped, causes, transactions }) =>
    shipped && transactions > 0 && !causes.includes("sale") ? [`order ${id} lacks its invoice`] : []
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
