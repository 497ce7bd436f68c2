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

const cardVerdict = (
  findings: readonly InputFinding[],
  { cards }: InputPlace
): InputVerdict | null => {
  const refusedKinds = cards === "mask" ? ["card_code"] : ["card", "card_code"]
  const card = findings.find(({ kind }) => refusedKinds.includes(kind))
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
  place: InputPlace,
  isConfirmed: boolean
): InputVerdict => {
  const refusal = cardVerdict(findings, place)
  if (refusal) return refusal
  const cprs = place.cpr === "pass" ? [] : findings.filter(({ kind }) => kind === "cpr")
  const verdict = cprVerdict(cprs, isConfirmed, place.cpr === "ask")
  if (!findings.some(({ kind }) => kind === "card")) return verdict
  return { ...verdict, isMasked: true, outcomes: [...verdict.outcomes, "card_masked"] }
}
