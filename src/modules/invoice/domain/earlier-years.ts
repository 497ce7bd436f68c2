/** What stands for the orders of a time. All but `unpaid` are of those that money was taken for. */
type Counts = {
  unpaid: number
  /** A number of the bookkeeping system stands for them. */
  numbered: number
  /** A copy stands for them. */
  copied: number
  /** Nothing stands for them yet. */
  left: number
}

/** Orders of a Danish month, `YYYY-MM`. */
export type EarlierMonth = Counts & { month: string }

/** Orders of a Danish year. `past` are paid, nothing stands for them, and bookkeeping keeps them no longer. */
export type EarlierYear = Counts & { year: number; past: number }

/**
 * Adds months up to years.
 *
 * @param firstKept the first month that bookkeeping still keeps sales of; null when it keeps none of these
 */
export const toEarlierYears = (
  months: readonly EarlierMonth[],
  firstKept: string | null
): EarlierYear[] => {
  const years = new Map<number, EarlierYear>()
  for (const { month, unpaid, numbered, copied, left } of months) {
    const year = Number(month.slice(0, 4))
    const sum = years.get(year) ?? { year, unpaid: 0, past: 0, numbered: 0, copied: 0, left: 0 }
    const isPast = firstKept === null || month < firstKept
    years.set(year, {
      year,
      unpaid: sum.unpaid + unpaid,
      past: sum.past + (isPast ? left : 0),
      numbered: sum.numbered + numbered,
      copied: sum.copied + copied,
      left: sum.left + (isPast ? 0 : left),
    })
  }
  return [...years.values()]
}
