import type { AdminArchivedOrder, AdminEarlierYear } from "../../../types/http"

/** How far the copying of earlier orders has come. */
export type Archiving = {
  /** Orders that have been looked at. */
  walked: number
  copies: number
  /** Orders of which no copy can be kept yet. */
  held: AdminArchivedOrder[]
}

export const NOTHING_YET: Archiving = { walked: 0, copies: 0, held: [] }

/** What stands once a batch has been answered too. */
export const addBatch = (
  { walked, copies, held }: Archiving,
  orders: readonly AdminArchivedOrder[]
): Archiving => ({
  walked: walked + orders.length,
  copies: orders.reduce((sum, order) => sum + order.copies, copies),
  held: [...held, ...orders.filter(({ failed, missing }) => failed !== null || missing.length > 0)],
})

/** Orders that the copying looks at: the paid ones that no number stands for. A copied one may have been paid back since. */
export const toWalk = (years: readonly AdminEarlierYear[]): number =>
  years.reduce((sum, { past, copied, left }) => sum + past + copied + left, 0)

export const sumOf = (
  years: readonly AdminEarlierYear[],
  key: Exclude<keyof AdminEarlierYear, "year">
): number => years.reduce((sum, year) => sum + year[key], 0)
