/** The certificates that an employer may ask to see. */
export const CERTIFICATES = ["private_certificate", "childrens_certificate"] as const

/** Why a post needs one: a closed list, so that nothing about the person is written. */
export const POST_REASONS = [
  "handles_money",
  "customer_data",
  "delivers_at_homes",
  "works_with_children",
  "keys_and_alarms",
] as const

export type Certificate = (typeof CERTIFICATES)[number]
export type PostReason = (typeof POST_REASONS)[number]
