import type { InputOutcome } from "./input-outcome"
import type { InputPlace } from "./input-place"
import type { InputFinding } from "./scan-input"

export type Refusal = { status: 400 | 422; code: string; message: string }

/** What becomes of a request, and what is counted of it. */
export type InputVerdict = { refusal: Refusal | null; isMasked: boolean; outcomes: InputOutcome[] }

const CARD = "looks like the number or code of a payment card, which is never stored."
const CPR =
  "looks like a CPR number, which is not to be stored. Remove it; if it is none, send the same again with confirm_not_cpr: true."
const NAMED_CPR = "names a CPR number, which is not to be stored. Remove it."

const refused = (refusal: Refusal, outcome: InputOutcome): InputVerdict => ({
  refusal,
  isMasked: false,
  outcomes: [outcome],
})

const cardVerdict = (findings: readonly InputFinding[]): InputVerdict | null => {
  const card = findings.find(({ kind }) => kind !== "cpr")
  if (!card) return null
  const message = `${card.path}: ${CARD}`
  return card.kind === "card"
    ? refused({ status: 400, code: "looks_like_card_number", message }, "card_refused")
    : refused({ status: 400, code: "looks_like_card_code", message }, "card_code_refused")
}

/** What the person says is no CPR number passes, unless the word stands beside it. */
const cprVerdict = (
  cprs: readonly InputFinding[],
  isConfirmed: boolean,
  isAsked: boolean
): InputVerdict => {
  const found = cprs.find(({ named }) => named) ?? (isConfirmed ? undefined : cprs[0])
  if (found && isAsked) {
    const message = `${found.path}: ${found.named ? NAMED_CPR : CPR}`
    return refused({ status: 422, code: "looks_like_cpr", message }, "cpr_asked")
  }
  const isBelieved = isConfirmed && cprs.some(({ named }) => !named)
  return {
    refusal: null,
    isMasked: found !== undefined,
    outcomes: [
      ...(found ? ["cpr_masked" as const] : []),
      ...(isBelieved ? ["cpr_confirmed" as const] : []),
    ],
  }
}

/** Decides about a request by its place and what was found in it. */
export const judgeInput = (
  findings: readonly InputFinding[],
  { cpr }: InputPlace,
  isConfirmed: boolean
): InputVerdict => {
  const cprs = cpr === "pass" ? [] : findings.filter(({ kind }) => kind === "cpr")
  return cardVerdict(findings) ?? cprVerdict(cprs, isConfirmed, cpr === "ask")
}
