import type { AdminErasure } from "../../../types/http"
import { isAboutPerson } from "./block-words"

/** What staff is told about an erasure, and whether it can still be called off. */
export type ErasureState = {
  text:
    "proposed" | "planned" | "plannedDue" | "waiting" | "held" | "running" | "done" | "cancelled"
  /** The moment the text speaks of. ISO 8601. */
  moment: string | null
  waiting: number
  canCancel: boolean
  /** An erasure may be started: none is under way. */
  canStart: boolean
  /** It has run, so there is a certificate of what it did. */
  hasCertificate: boolean
}

const plannedState = (erasure: AdminErasure, now: Date): ErasureState => {
  const { grace_until: until, started_at: startedAt, waiting_ids: waiting } = erasure
  const hasCertificate = startedAt !== null
  const state = {
    moment: until,
    waiting: waiting.length,
    canCancel: false,
    canStart: false,
    hasCertificate,
  }
  if (startedAt !== null) {
    return { ...state, text: erasure.waiting.some(isAboutPerson) ? "held" : "waiting" }
  }
  const inGrace = until !== null && new Date(until) > now
  return { ...state, text: inGrace ? "planned" : "plannedDue", canCancel: inGrace }
}

export const erasureState = (erasure: AdminErasure, now = new Date()): ErasureState => {
  const { status } = erasure
  if (status === "planned") return plannedState(erasure, now)
  const moment = { done: erasure.finished_at, cancelled: erasure.cancelled_at }
  return {
    waiting: 0,
    canCancel: false,
    canStart: status !== "running",
    hasCertificate: status === "done",
    text: status,
    moment: status === "done" || status === "cancelled" ? moment[status] : null,
  }
}
