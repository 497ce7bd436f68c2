/** What most texts of the payment API may hold at most, counted in UTF-16 units, the strictest way to count. */
const MAX_LENGTH = 128

/** Refused nearly everywhere (Payment API v1). The first three have stand-ins that read the same. */
const STAND_INS: Readonly<Record<string, string>> = { "'": "’", '"': "”", "&": "+" }
const FORBIDDEN = /[<>'"&\\]/g

/** Names and references of order lines refuse fewer. */
const FORBIDDEN_IN_LINES = /[<>\\]/g

/** Control characters and halves of a surrogate pair: no text of any script. */
const BROKEN = /[\p{Cc}\p{Cs}]/gu

const graphemes = new Intl.Segmenter("da", { granularity: "grapheme" })

/** Cuts without splitting a letter, an accent or an emoji. */
const cut = (text: string, max: number): string => {
  if (text.length <= max) return text
  let kept = ""
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > max) break
    kept += segment
  }
  return kept.trimEnd()
}

const tidy = (text: string, forbidden: RegExp, max: number): string => {
  const allowed = text.replaceAll(forbidden, (character) => STAND_INS[character] ?? " ")
  return cut(allowed.replaceAll(BROKEN, " ").replaceAll(/\s+/g, " ").trim(), max)
}

/** A name or reference of an order line: any script, at most 128; `fallback` when nothing is left. */
export const lineText = (text: string, fallback: string): string =>
  tidy(text, FORBIDDEN_IN_LINES, MAX_LENGTH) || fallback

/** Any other text: any script, at most `max`; undefined when nothing is left. */
export const plainText = (text: string | null | undefined, max = MAX_LENGTH): string | undefined =>
  tidy(text ?? "", FORBIDDEN, max) || undefined
