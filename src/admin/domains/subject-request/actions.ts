import type { AdminLetterAction } from "../../../types/http"

/** What staff may do by hand, in the order of the buttons. */
export const ACTIONS = [
  "identity_confirmed",
  "identity_asked",
  "extended",
  "paused",
  "resumed",
  "refused",
  "withdrawn",
] as const

export type StaffAction = (typeof ACTIONS)[number]

/** The last word of each route. */
export const PATHS: Readonly<Record<StaffAction, string>> = {
  identity_confirmed: "confirm-identity",
  identity_asked: "ask-identity",
  extended: "extend",
  paused: "pause",
  resumed: "resume",
  refused: "refuse",
  withdrawn: "withdraw",
}

/** The decision as the preview of its letter names it; null when no letter follows. */
export const letterActionOf = (action: StaffAction): AdminLetterAction | null =>
  action === "identity_asked" ||
  action === "extended" ||
  action === "refused" ||
  action === "withdrawn"
    ? action
    : null

export const PROOFS = ["spoken_code", "order_details", "known_to_staff"] as const

export const GROUNDS = [
  "not_identified",
  "unfounded",
  "excessive",
  "others_rights",
  "legal_obligation",
  "legal_claims",
  "not_covered",
] as const
