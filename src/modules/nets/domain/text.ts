/** Nets refuses these in nearly every text; removing the wide set everywhere is what its own clients do. */
const FORBIDDEN = /[<>'"&\\\p{Cc}]/gu

const MAX_LENGTH = 128

const graphemes = new Intl.Segmenter("da", { granularity: "grapheme" })

/** A text Nets accepts: forbidden and control characters out, cut at 128 without splitting a letter. */
export const netsText = (text: string, fallback: string): string => {
  const clean = text.replaceAll(FORBIDDEN, " ").replaceAll(/\s+/g, " ").trim()
  if (clean.length <= MAX_LENGTH) return clean === "" ? fallback : clean
  let cut = ""
  for (const { segment } of graphemes.segment(clean)) {
    if (cut.length + segment.length > MAX_LENGTH) break
    cut += segment
  }
  return cut
}
