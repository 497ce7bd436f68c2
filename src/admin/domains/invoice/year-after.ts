import type { AdminFinancialYear } from "../../../types/http"

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The twelve months after a last day (`YYYY-MM-DD`); empty days when there is none. */
export const yearAfter = (end: string): AdminFinancialYear => {
  const last = Date.parse(end)
  if (Number.isNaN(last)) return { start: "", end: "" }
  const start = new Date(last + 24 * 3600 * 1000)
  const next = Date.UTC(start.getUTCFullYear() + 1, start.getUTCMonth(), start.getUTCDate() - 1)
  return { start: toDay(start.getTime()), end: toDay(next) }
}
