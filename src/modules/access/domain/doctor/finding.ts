/** Worst last. */
export const STATES = ["ok", "warning", "problem"] as const

export type FindingState = (typeof STATES)[number]

/** What one check found. `code` has words in every language; `values` fill them. */
export type Finding = {
  check: string
  state: FindingState
  code: string
  values: Readonly<Record<string, string | number>>
}

type Values = Finding["values"]

/** Findings of one check. */
export const findingsOf = (check: string) => ({
  ok: (code: string, values: Values = {}): Finding => ({ check, state: "ok", code, values }),
  warning: (code: string, values: Values = {}): Finding => ({
    check,
    state: "warning",
    code,
    values,
  }),
  problem: (code: string, values: Values = {}): Finding => ({
    check,
    state: "problem",
    code,
    values,
  }),
  /** A problem where customers are; where developers are only a warning. */
  worse: (isProduction: boolean, code: string, values: Values = {}): Finding => ({
    check,
    state: isProduction ? "problem" : "warning",
    code,
    values,
  }),
})

/** What a finding says, and what to do about it, by its code. */
export type DoctorWords = Readonly<Record<string, { says: string; todo?: string }>>
