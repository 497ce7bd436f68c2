const TAB = 0x09
const NEWLINE = 0x0a
const PERCENT = 0x25
const BACKSLASH = 0x5c

/** Bytes that begin signs rather than letters in UTF-8: of Latin-1 (`C2`), punctuation (`E2`), forms and marks (`EF`). */
const SIGNS: ReadonlySet<number> = new Set([0xc2, 0xe2, 0xef])

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80

const foldByte = (byte: number): number => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + 0x20
  const isLetter = (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39)
  if (isLetter || byte >= 0xa0) return SIGNS.has(byte) ? 0 : byte
  // Upper case of Latin-1 is `C3 80` to `C3 9E`, lower case `C3 A0` to `C3 BE`.
  return byte >= 0x80 ? byte | 0x20 : 0
}

/** What a byte of UTF-8 counts as within a word; 0 when it ends one. Upper and lower case of Latin-1 are one. */
export const FOLD: Uint8Array = Uint8Array.from({ length: 256 }, (_none, byte) => foldByte(byte))

/**
 * How a text is written: as Postgres' `COPY` gives it (columns end at tabs, backslashes escape), or as it is, such as a
 * line of a file.
 */
export type TextFormat = "copy" | "plain"

/** Where reading goes on after a byte that is no part of a word. */
export const afterSeparator = (bytes: Uint8Array, at: number, format: TextFormat): number => {
  const byte = bytes[at] ?? 0
  if (byte === BACKSLASH && format === "copy") return at + 2
  let next = at + 1
  if (byte >= 0x80) while (isContinuation(bytes[next] ?? 0)) next += 1
  return next
}

export type Span = { start: number; end: number }

/** The next words from a place on, within its column. */
export const wordsFrom = (
  bytes: Uint8Array,
  from: number,
  { count, format }: { count: number; format: TextFormat }
): Span[] => {
  const words: Span[] = []
  let at = from
  while (words.length < count && at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte === NEWLINE || (byte === TAB && format === "copy")) break
    if (FOLD[byte] === 0) {
      at = afterSeparator(bytes, at, format)
      continue
    }
    const start = at
    while (at < bytes.length && FOLD[bytes[at] ?? 0] !== 0) at += 1
    words.push({ start, end: at })
  }
  return words
}

const isHex = (byte: number | undefined): boolean =>
  byte !== undefined && /^[0-9a-fA-F]$/.test(String.fromCharCode(byte))

const ESCAPED: ReadonlySet<number> = new Set(Array.from("nrtbfu", (letter) => letter.charCodeAt(0)))

/** Whether a text of another kind may begin here: JSON within JSON, or a part of a web address. */
export const isEncodedAt = (bytes: Uint8Array, at: number): boolean => {
  const byte = bytes[at]
  if (byte === PERCENT) return isHex(bytes[at + 1]) && isHex(bytes[at + 2])
  return byte === BACKSLASH && bytes[at + 1] === BACKSLASH && ESCAPED.has(bytes[at + 2] ?? 0)
}

const ENCODED = /(?:\\\\)+(?:u([0-9a-fA-F]{4})|[nrtbf])|%([0-9a-fA-F]{2})/g

/** A sign that would end the column or the row, or escape what follows, becomes a space. */
const harmless = (code: number): string => {
  const sign = String.fromCharCode(code)
  return sign < " " || sign === "\\" ? " " : sign
}

/** A row with the escapes of JSON and of web addresses read as the letters they stand for. */
export const decodeRow = (row: Uint8Array): Buffer => {
  const text = Buffer.from(row).toString("latin1")
  const decoded = text.replace(ENCODED, (_all, unicode?: string, percent?: string) => {
    if (percent !== undefined) return harmless(parseInt(percent, 16))
    if (unicode === undefined) return " "
    return Buffer.from(harmless(parseInt(unicode, 16))).toString("latin1")
  })
  return Buffer.from(decoded, "latin1")
}

const read = (bytes: Uint8Array, { start, end }: Span): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8")

/** The words in lower case, or what stands from the first to the last, also in lower case. */
export const textOf = (bytes: Uint8Array, words: readonly Span[], isWhole: boolean): string => {
  const [first] = words
  const last = words[words.length - 1]
  if (!first || !last) return ""
  const text = isWhole
    ? read(bytes, { start: first.start, end: last.end })
    : words.map((word) => read(bytes, word)).join(" ")
  return text.toLowerCase()
}
