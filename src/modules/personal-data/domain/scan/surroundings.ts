import type { ScanKind } from "./values"
import { FOLD } from "./words"
import type { Span } from "./words"

const isWord = (byte: number | undefined): boolean => byte !== undefined && FOLD[byte] !== 0
const isLower = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x61 && byte <= 0x7a
const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39

const among = (signs: string, byte: number | undefined): boolean =>
  byte !== undefined && signs.includes(String.fromCharCode(byte))

/** `k@kunde.example` within `anna.k@kunde.example`, or `anna@firma.co` within `anna@firma.co.uk`, is another address. */
const isWholeEmail = (bytes: Uint8Array, start: number, end: number): boolean => {
  const goesBefore = among(".-_+", bytes[start - 1]) && isWord(bytes[start - 2])
  // After a full stop a sentence begins with a capital letter, a domain does not.
  const goesOn =
    (bytes[end] === 0x2e && isLower(bytes[end + 1])) ||
    (bytes[end] === 0x2d && isWord(bytes[end + 1]))
  return !goesBefore && !goesOn
}

/** Digits of a number with decimals are no phone number. */
const isWholeNumber = (bytes: Uint8Array, start: number, end: number): boolean =>
  !(bytes[start - 1] === 0x2e && isDigit(bytes[start - 2])) &&
  !(bytes[end] === 0x2e && isDigit(bytes[end + 1]))

const LONGEST_GAP = 2

/** The groups of a phone number stand side by side, with no more between them than a space, a hyphen or the like. */
const areSideBySide = (bytes: Uint8Array, words: readonly Span[]): boolean =>
  words.every(({ start }, index) => {
    const before = words[index - 1]
    if (!before) return true
    const gap = Buffer.from(bytes.subarray(before.end, start)).toString("utf8")
    return gap.length <= LONGEST_GAP && /^[ \-./()\u00a0]+$/.test(gap)
  })

/** Whether words that have the digest of a value are that value, by what stands between and around them. */
export const isWholeValue = (
  kind: ScanKind,
  bytes: Uint8Array,
  words: readonly Span[]
): boolean => {
  const start = words[0]?.start ?? 0
  const end = words[words.length - 1]?.end ?? 0
  switch (kind) {
    case "email":
      return isWholeEmail(bytes, start, end)
    case "phone":
      return isWholeNumber(bytes, start, end) && areSideBySide(bytes, words)
    case "street":
    case "name":
      return true
  }
}
