type Unit = "none" | "seconds" | "minutes" | "hours" | "days"

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Seconds in the largest unit that fits, rounded down. */
export const durationOf = (seconds: number): { unit: Unit; count: number } => {
  if (seconds <= 0) return { unit: "none", count: 0 }
  if (seconds < MINUTE) return { unit: "seconds", count: seconds }
  if (seconds < HOUR) return { unit: "minutes", count: Math.floor(seconds / MINUTE) }
  if (seconds < 2 * DAY) return { unit: "hours", count: Math.floor(seconds / HOUR) }
  return { unit: "days", count: Math.floor(seconds / DAY) }
}
