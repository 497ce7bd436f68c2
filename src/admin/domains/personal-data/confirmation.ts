import type { AdminErasurePreview } from "../../../types/http"
import { isSameEmail } from "./same-email"

/** What staff types before an erasure starts: the person's e-mail, else their name, else a word. */
export type Confirmation = { kind: "email" | "name" | "word"; text: string }

export const confirmationOf = (
  { email, name }: AdminErasurePreview["subject"],
  word: string
): Confirmation => {
  if (email !== null) return { kind: "email", text: email }
  return name === null ? { kind: "word", text: word } : { kind: "name", text: name }
}

/** A check of intent, not of typing: capitals and blanks around do not matter. */
export const isConfirmed = (typed: string, { text }: Confirmation): boolean =>
  isSameEmail(typed, text)
