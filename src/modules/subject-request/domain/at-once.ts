import type { RequestKind } from "./kinds"
import type { FoldedRequest, TimedEvent } from "./machine"

/** Nobody's judgement is asked for: marketing ends when somebody says so (GDPR Art. 21(3), Art. 7(3)). */
export const AT_ONCE: readonly RequestKind[] = ["objection_marketing", "consent_withdrawal"]

type Asked = {
  row: { kind: RequestKind; customer_id: string | null } & Record<
    "selection_id" | "subject_customer_id" | "subject_email",
    string | null
  >
  timeline: readonly { event: TimedEvent; actor: string }[]
  folded: Pick<FoldedRequest, "state">
}

/**
 * Whether a request is to be carried out at once: by a login or a mailed link the person themselves has shown that the account
 * or mailbox is theirs, and it is about that account or mailbox and nobody else.
 */
export const isProvenByPerson = ({ row, timeline, folded }: Asked): boolean => {
  if (!AT_ONCE.includes(row.kind) || folded.state !== "in_progress") return false
  const last = timeline.filter(({ event }) => event.type === "identity_confirmed").at(-1)
  if (last?.event.type !== "identity_confirmed" || last.actor !== "person") return false
  const { proof } = last.event
  if ((row.selection_id ?? row.subject_customer_id ?? row.subject_email) !== null) return false
  return row.customer_id === null ? proof === "mailed_link" : proof === "login"
}
