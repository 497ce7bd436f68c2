import type { AdminCreateSubjectRequest, AdminProposeSubjectRequest } from "../../../types/http"

/** What is typed of a request that came by mail, telephone or letter. */
export type IntakeDraft = {
  kind: AdminCreateSubjectRequest["kind"]
  channel: AdminCreateSubjectRequest["channel"]
  receivedOn: string
  locale: "da" | "en"
  /** Of a mail, as it stands in the mailbox. */
  sender: string
  /** Of a call or a letter. */
  email: string
  /** Of a call or a letter, or of whom a representative writes about. */
  name: string
  message: string
  isForOther: boolean
  representative: string
  authority: string
  /** Who of several people it is; empty while nobody has said. */
  customerId: string
}

const addressIn = (sender: string): string => /<([^<>]+)>/.exec(sender)?.[1] ?? sender

/** What is asked to find the person behind a mail. The name is the person's, not the representative's. */
export const proposalOf = ({
  sender,
  isForOther,
  name,
  kind,
  receivedOn,
  locale,
}: IntakeDraft): AdminProposeSubjectRequest => ({
  sender: isForOther ? `${name.trim()} <${addressIn(sender).trim()}>` : sender.trim(),
  ...{ kind, locale, received_on: receivedOn },
})

type Found = { email: string; name: string | null }

/** The body that records the request; of a mail with whom the sender names. */
export const intakeOf = (draft: IntakeDraft, found: Found | null): AdminCreateSubjectRequest => {
  const { kind, channel, locale, receivedOn, isForOther } = draft
  const texts = {
    customer_id: draft.customerId,
    email: found?.email ?? draft.email,
    name: found === null ? draft.name : (found.name ?? ""),
    message: draft.message,
    representative_name: isForOther ? draft.representative : "",
    authority_seen: isForOther ? draft.authority : "",
  }
  const said = Object.entries(texts).flatMap(([key, text]) =>
    text.trim() === "" ? [] : [[key, text.trim()] as const]
  )
  return { kind, channel, locale, received_on: receivedOn, ...Object.fromEntries(said) }
}

/** Whether what a kind of channel needs is there. */
export const isIntakeComplete = (draft: IntakeDraft, found: Found | null): boolean => {
  const { channel, email, name, isForOther, representative, authority, receivedOn } = draft
  const isFilled = (...texts: string[]) => texts.every((text) => text.trim() !== "")
  if (receivedOn === "" || (isForOther && !isFilled(name, representative, authority))) return false
  return channel === "mail" ? found !== null : isFilled(`${email}${name}`)
}
