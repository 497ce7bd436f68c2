import type { AdminHold } from "../../../types/http"

export type HoldState = "active" | "ended" | "lifted"

/** The Danish day of an instant, `YYYY-MM-DD`: a hold ends with it. */
export const dayOf = (instant: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(instant)

/** Whether a hold still keeps its data from erasure. Its last day counts. */
export const holdState = (
  { lifted_at: liftedAt, ends_on: endsOn }: Pick<AdminHold, "lifted_at" | "ends_on">,
  now = new Date()
): HoldState => {
  if (liftedAt !== null) return "lifted"
  return endsOn !== null && endsOn < dayOf(now) ? "ended" : "active"
}
