export type CvrResult =
  { ok: true; value: string } | { ok: false; reason: "format" | "leading_zero" | "check_digit" }

export type PNumberResult =
  | { ok: true; value: string; regime: "legacy" | "standard"; warning?: "check_digit" }
  | { ok: false; reason: "format" }

const weightedSum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)

const CVR_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1] as const

/**
 * Reads a Danish company number (CVR, 8 digits) as people type it: spaces, dots, hyphens and the
 * prefix `DK` are allowed. A seven-digit number is never padded. All CVR numbers satisfy modulus 11
 * (Erhvervsstyrelsen); that says nothing about whether the company exists.
 *
 * @returns the 8 digits as text, or the reason: `format`, `leading_zero`, `check_digit`
 */
export const parseCvr = (input: string): CvrResult => {
  const value = input.replace(/[\s.-]/g, "").replace(/^dk/i, "")
  if (!/^\d{8}$/.test(value)) return { ok: false, reason: "format" }
  if (value.startsWith("0")) return { ok: false, reason: "leading_zero" }
  if (weightedSum(value, CVR_WEIGHTS) % 11 !== 0) return { ok: false, reason: "check_digit" }
  return { ok: true, value }
}

const LAST_LEGACY_P_NUMBER = 1006959421
const P_NUMBER_WEIGHTS = {
  legacy: [1, 5, 6, 7, 3, 6, 4, 8, 9, 1],
  standard: [4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
} as const

/**
 * Reads a Danish production-unit number (P-number, 10 digits). The first series was issued with other
 * weights than the later one (Erhvervsstyrelsen), so a failed check is a warning and never a refusal.
 *
 * @returns the 10 digits with the series they belong to, or `format`
 */
export const parsePNumber = (input: string): PNumberResult => {
  const value = input.replace(/[\s.-]/g, "")
  if (!/^\d{10}$/.test(value)) return { ok: false, reason: "format" }
  const regime = Number(value) <= LAST_LEGACY_P_NUMBER ? "legacy" : "standard"
  const passes = weightedSum(value, P_NUMBER_WEIGHTS[regime]) % 11 === 0
  return passes ? { ok: true, value, regime } : { ok: true, value, regime, warning: "check_digit" }
}
