export type EanResult =
  | { ok: true; value: string; warnNotDanish: boolean }
  | { ok: false; reason: "format" | "check_digit" }

/**
 * Reads the EAN number (GS1 location number, 13 digits) of a Danish public buyer; spaces and hyphens
 * are allowed. Danish location numbers start with 579: another start is a warning, since product
 * barcodes use the same check digit.
 *
 * @returns the 13 digits as text, or the reason: `format`, `check_digit`
 */
export const parseEan = (input: string): EanResult => {
  const value = input.replace(/[\s-]/g, "")
  if (!/^\d{13}$/.test(value)) return { ok: false, reason: "format" }
  const sum = Array.from(value, Number).reduce(
    (total, digit, index) => total + digit * (index % 2 ? 3 : 1),
    0
  )
  if (sum % 10 !== 0) return { ok: false, reason: "check_digit" }
  return { ok: true, value, warnNotDanish: !value.startsWith("579") }
}
