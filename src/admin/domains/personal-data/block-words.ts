import type { AdminErasureBlock } from "../../../types/http"

/** The text of a reason to wait: its key, and what it is told with. */
export type BlockWords = { key: string; fallback: string; number: number | null; word: string }

const VETO = "veto:"
/** What the server writes when a veto gave no answer. */
const NO_ANSWER = "failed"

/** True when the person as a whole must wait: no order or cart can be finished to end it. */
export const isAboutPerson = ({ display_id: number, reason }: AdminErasureBlock): boolean =>
  number === null && reason !== "payment_in_progress"

/** How to tell why an erasure waits; other plugins give reasons that no text knows. */
export const blockWords = (block: AdminErasureBlock): BlockWords => {
  const { display_id: number, reason } = block
  const isVeto = reason.startsWith(VETO)
  const word = isVeto ? reason.slice(VETO.length) : reason
  const veto = word === NO_ANSWER ? "veto_failed" : "veto"
  const about = number === null ? "person" : "order"
  return {
    key: isVeto ? `blocked.${veto}.${about}` : `blocked.${reason}.${about}`,
    fallback: `blocked.other.${about}`,
    number,
    word: word.replaceAll("_", " "),
  }
}
