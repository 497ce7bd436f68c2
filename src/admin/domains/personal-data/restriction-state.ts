import type { AdminPersonRestriction } from "../../../types/http"
import { dayOf } from "./hold-state"

type Days = Pick<AdminPersonRestriction, "lifted_at" | "from_on" | "ends_on">

/** Whether a restriction is in force. Its first and its last day count. */
export const restrictionState = (
  { lifted_at: liftedAt, from_on: from, ends_on: end }: Days,
  now = new Date()
): "coming" | "active" | "ended" | "lifted" => {
  const today = dayOf(now)
  if (liftedAt !== null) return "lifted"
  if (from > today) return "coming"
  return end !== null && end < today ? "ended" : "active"
}
