/** What a person may ask for, GDPR Art. 13-22 and 7(3). */
export const REQUEST_KINDS = [
  "information",
  "access",
  "portability",
  "rectification",
  "erasure",
  "restriction",
  "objection_marketing",
  "objection_automated",
  "consent_withdrawal",
] as const

export type RequestKind = (typeof REQUEST_KINDS)[number]

/** How it came. */
export const REQUEST_CHANNELS = ["account", "guest_link", "mail", "phone", "letter"] as const

export type RequestChannel = (typeof REQUEST_CHANNELS)[number]

/** What staff itself sees of who asks; a login and a link that was mailed are noted by what happened, not by what is said. */
export const STAFF_PROOFS = ["spoken_code", "order_details", "known_to_staff"] as const

/** How the shop knows who asks; asked for only on reasonable doubt (Art. 12(6)). */
export const IDENTITY_PROOFS = ["login", "mailed_link", ...STAFF_PROOFS] as const

export type IdentityProof = (typeof IDENTITY_PROOFS)[number]

/** Why a request is refused, as the letter must say (Art. 12(4)-(5), 11(2), 15(4), 17(3)). */
export const REFUSAL_GROUNDS = [
  "not_identified",
  "unfounded",
  "excessive",
  "others_rights",
  "legal_obligation",
  "legal_claims",
  "not_covered",
] as const

export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]
