/** Not in the Western set that PDF's own fonts have (WinAnsiEncoding, ISO 32000-1 annex D); a line break may pass. */
const FOREIGN = /[^\n -~\u00a0-\u00ac\u00ae-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u

/** Letters and signs that do not come apart into a plain one and its mark. */
const STAND_INS: Readonly<Record<string, string>> = {
  Ł: "L",
  ł: "l",
  Đ: "D",
  đ: "d",
  ı: "i",
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "-",
}

const UNKNOWN = "?"

const graphemes = new Intl.Segmenter("da", { granularity: "grapheme" })

const standInFor = (grapheme: string): string => {
  if (/^\r?\n$|^[\r\u2028\u2029]$/.test(grapheme)) return "\n"
  if (/^\s$/u.test(grapheme)) return " "
  const letter = grapheme.normalize("NFD").replaceAll(/[\p{M}\p{Cf}\p{Cc}]/gu, "")
  const standIn = STAND_INS[letter] ?? letter
  return FOREIGN.test(standIn) ? UNKNOWN : standIn
}

/**
 * The text as PDF's own fonts can show it: a letter with an unknown mark loses the mark (Kamiński, Kaminski), what else
 * they cannot show, such as Greek or an emoji, is one `?` a sign. The sealed document keeps the text as it was.
 */
export const toWinAnsi = (text: string): string => {
  const composed = text.normalize("NFC")
  if (!FOREIGN.test(composed)) return composed
  return Array.from(graphemes.segment(composed), ({ segment }) =>
    FOREIGN.test(segment) || segment === "\r\n" ? standInFor(segment) : segment
  ).join("")
}
