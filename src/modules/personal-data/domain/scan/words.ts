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

/** A hexadecimal digit's value; NaN for all else. */
const hexOf = (byte = 0): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : NaN
}

/** The number that some hexadecimal digits write; NaN when they are none. */
const hexAt = (bytes: Uint8Array, at: number, digits: number): number => {
  let value = 0
  for (let index = at; index < at + digits; index++) value = value * 16 + hexOf(bytes[index])
  return value
}

const ESCAPED: ReadonlySet<number> = new Set(Array.from("nrtbfu", (letter) => letter.charCodeAt(0)))

/** Whether a text of another kind may begin here: JSON within JSON, or a part of a web address. */
export const isEncodedAt = (bytes: Uint8Array, at: number): boolean => {
  const byte = bytes[at]
  if (byte === PERCENT) return !Number.isNaN(hexAt(bytes, at + 1, 2))
  return byte === BACKSLASH && bytes[at + 1] === BACKSLASH && ESCAPED.has(bytes[at + 2] ?? 0)
}

const SPACE = 0x20
const SMALL_U = 0x75

/** A sign that would end the column or the row, or escape what follows, becomes a space. */
const harmless = (code: number): number => (code < SPACE || code === BACKSLASH ? SPACE : code)

type Decoded = { code: number; isByte: boolean; next: number }

/** What an escape of JSON, or one of a web address, stands for; null where there is none. */
const decodeAt = (bytes: Uint8Array, at: number): Decoded | null => {
  if (bytes[at] === PERCENT) {
    const code = hexAt(bytes, at + 1, 2)
    return Number.isNaN(code) ? null : { code: harmless(code), isByte: true, next: at + 3 }
  }
  let end = at
  while (bytes[end] === BACKSLASH && bytes[end + 1] === BACKSLASH) end += 2
  const letter = bytes[end] ?? 0
  if (end === at || !ESCAPED.has(letter)) return null
  if (letter !== SMALL_U) return { code: SPACE, isByte: true, next: end + 1 }
  const code = hexAt(bytes, end + 1, 4)
  return Number.isNaN(code) ? null : { code: harmless(code), isByte: false, next: end + 5 }
}

/** A row with the escapes of JSON and of web addresses read as the letters they stand for. */
export const decodeRow = (row: Uint8Array): Buffer => {
  // What is decoded is never longer than it was.
  const out = Buffer.allocUnsafe(row.length)
  let length = 0
  for (let at = 0; at < row.length;) {
    const byte = row[at] ?? 0
    const decoded = byte === PERCENT || byte === BACKSLASH ? decodeAt(row, at) : null
    if (decoded) {
      length += decoded.isByte
        ? out.writeUInt8(decoded.code, length) - length
        : out.write(String.fromCharCode(decoded.code), length)
      at = decoded.next
      continue
    }
    out[length++] = byte
    at += 1
    // What a backslash escapes belongs to it.
    if (byte === BACKSLASH && at < row.length) out[length++] = row[at++] ?? 0
  }
  return out.subarray(0, length)
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
