/** What the input guard did with a request. */
export const INPUT_OUTCOMES = [
  "cpr_asked",
  "cpr_confirmed",
  "cpr_masked",
  "card_refused",
  "card_code_refused",
  "card_masked",
] as const

export type InputOutcome = (typeof INPUT_OUTCOMES)[number]
