import { judgeInput } from "./judge-input"
import type { InputFinding } from "./scan-input"

const CPR: InputFinding = { path: "note", kind: "cpr", named: false }
const NAMED: InputFinding = { path: "note", kind: "cpr", named: true }
const CARD: InputFinding = { path: "note", kind: "card", named: true }
const CODE: InputFinding = { path: "cvc", kind: "card_code", named: true }

const ASK = { cpr: "ask", cards: "refuse" } as const
const MASK_ALL = { cpr: "mask", cards: "mask" } as const
const MASK = { cpr: "mask", cards: "refuse" } as const

describe("judgeInput", () => {
  it.each([
    { found: [CPR], place: ASK, code: "looks_like_cpr", outcomes: ["cpr_asked"] },
    { found: [CPR], place: ASK, isConfirmed: true, outcomes: ["cpr_confirmed"] },
    {
      found: [CPR, NAMED],
      place: ASK,
      isConfirmed: true,
      code: "looks_like_cpr",
      outcomes: ["cpr_asked"],
    },
    { found: [CPR], place: MASK, outcomes: ["cpr_masked"] },
    { found: [CPR], place: MASK, isConfirmed: true, outcomes: ["cpr_confirmed"] },
    {
      found: [CPR, NAMED],
      place: MASK,
      isConfirmed: true,
      outcomes: ["cpr_masked", "cpr_confirmed"],
    },
    {
      found: [CPR, CARD],
      place: ASK,
      isConfirmed: true,
      code: "looks_like_card_number",
      outcomes: ["card_refused"],
    },
    { found: [CODE], place: MASK, code: "looks_like_card_code", outcomes: ["card_code_refused"] },
    { found: [CPR, CARD], place: MASK_ALL, outcomes: ["cpr_masked", "card_masked"] },
    { found: [CARD], place: MASK_ALL, outcomes: ["card_masked"] },
    {
      found: [CODE],
      place: MASK_ALL,
      code: "looks_like_card_code",
      outcomes: ["card_code_refused"],
    },
    { found: [], place: ASK, isConfirmed: true, outcomes: [] },
  ])("judges %j", ({ found, place, isConfirmed = false, code, outcomes }) => {
    const verdict = judgeInput(found, place, isConfirmed)
    expect([verdict.refusal?.code, verdict.outcomes]).toEqual([code, outcomes])
    expect(verdict.isMasked).toBe(verdict.outcomes.some((outcome) => outcome.endsWith("_masked")))
  })
})
