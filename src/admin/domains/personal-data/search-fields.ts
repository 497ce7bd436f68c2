import type { AdminCreateSelection } from "../../../types/http"

/** By what a letter or a call lets a person be found. */
export const SEARCH_KINDS = ["order_number", "invoice_number", "phone", "name", "email"] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export type SearchField = Exclude<SearchKind, "name"> | "name" | "postal_code"
export type SearchDraft = Record<SearchField, string>

export const EMPTY_SEARCH: SearchDraft = {
  order_number: "",
  invoice_number: "",
  phone: "",
  name: "",
  postal_code: "",
  email: "",
}

/** The inputs of a way to search: a name alone is too many people's. */
export const searchFields = (kind: SearchKind): SearchField[] =>
  kind === "name" ? ["name", "postal_code"] : [kind]

/** The body of the search; an e-mail needs none, it is the person's key already. */
export const searchBody = (
  kind: Exclude<SearchKind, "email">,
  draft: SearchDraft
): AdminCreateSelection => {
  if (kind === "name") return { name: draft.name.trim(), postal_code: draft.postal_code.trim() }
  // Staff reads "#1203" on the screen and in mails.
  return { [kind]: draft[kind].trim().replace(/^#/, "") }
}
