import type { AdminBreachEvent } from "../../../types/http"

/** A text of what an event carries; empty when it carries none. */
export const textIn = ({ data }: AdminBreachEvent, name: string): string => {
  const value = data[name]
  return typeof value === "string" ? value : ""
}

/** A number of what an event carries; null when it carries none. */
export const numberIn = ({ data }: AdminBreachEvent, name: string): number | null => {
  const value = data[name]
  return typeof value === "number" ? value : null
}
