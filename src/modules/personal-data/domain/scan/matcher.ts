import type { Secrets } from "../../../../shared/tokens"
import { MARK_BITS, digestOf, markKeyOf, markOfOne, markOfTwo } from "./digests"
import type { MarkKey, ScanDigest } from "./digests"
import { isWholeValue } from "./surroundings"
import { isWritten, phoneEnd } from "./values"
import type { ScanKind } from "./values"
import { FOLD, afterSeparator, decodeRow, isEncodedAt, textOf, wordsFrom } from "./words"
import type { TextFormat } from "./words"

const TAB = 0x09
const PERCENT = 0x25
const BACKSLASH = 0x5c

/** A digest with the erasure it belongs to. */
export type SearchedDigest = ScanDigest & { erasure_id: string }

/**
 * A value of an erasure was found in a column of the row, counted from 0. `number` is a keyed digest of which phone it is,
 * the same for all ways of writing it.
 */
export type Hit = { erasureId: string; kind: ScanKind; column: number; number?: string }

type Shape = { kind: ScanKind; words: number }

/** All that is looked for under one secret. */
type Searched = {
  secret: Secrets["current"]
  key: MarkKey
  /** One bit for each mark. */
  marks: Int32Array
  shapes: Map<number, Shape[]>
  erasures: Map<string, string[]>
}

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const present = map.get(key)
  if (present) present.push(value)
  else map.set(key, [value])
}

const searched = (secret: Secrets["current"], digests: readonly SearchedDigest[]): Searched => {
  const marks = new Int32Array(1 << (MARK_BITS - 5))
  const shapes = new Map<number, Shape[]>()
  const erasures = new Map<string, string[]>()
  for (const { mark, kind, words, digest, erasure_id: erasureId } of digests) {
    marks[mark >>> 5] = (marks[mark >>> 5] ?? 0) | (1 << (mark & 31))
    const known = shapes.get(mark)?.some((shape) => shape.kind === kind && shape.words === words)
    if (known !== true) push(shapes, mark, { kind, words })
    push(erasures, digest, erasureId)
  }
  return { secret, key: markKeyOf(secret), marks, shapes, erasures }
}

type Place = { mark: number; start: number; column: number }

/**
 * Looks for erased values in rows of bytes: a mark is made of every word and every two words that follow each other; what
 * has the mark of a value is looked at closely. No text is made of a row unless something in it has such a mark or may
 * be encoded once more.
 */
export class Matcher {
  private readonly sets: Searched[]
  /** Ids of secrets that digests were made with and that the shop has no more. */
  readonly lostKeys: string[]

  constructor({ current, previous }: Secrets, digests: readonly SearchedDigest[]) {
    const secrets = [current, ...previous]
    const ids = [...new Set(digests.map(({ key_id: id }) => id))]
    this.lostKeys = ids.filter((id) => !secrets.some((secret) => secret.id === id))
    this.sets = secrets
      .filter(({ id }) => ids.includes(id))
      .map((secret) =>
        searched(
          secret,
          digests.filter(({ key_id: id }) => id === secret.id)
        )
      )
  }

  /**
   * Looks through one row, `bytes[from]` to `bytes[to]`, where a newline must stand.
   *
   * @param hit called for every place; one value may be found at several
   */
  look(
    bytes: Uint8Array,
    { from, to, format }: { from: number; to: number; format: TextFormat },
    hit: (found: Hit) => void
  ): void {
    let isEncoded = false
    for (const set of this.sets) {
      isEncoded = lookFor(set, bytes, { from, to, format }, hit)
    }
    if (!isEncoded) return
    const row = decodeRow(bytes.subarray(from, to + 1))
    for (const set of this.sets) lookFor(set, row, { from: 0, to: row.length - 1, format }, hit)
  }
}

/** @returns whether something in the row may be encoded once more */
const lookFor = (
  set: Searched,
  bytes: Uint8Array,
  { from, to, format }: { from: number; to: number; format: TextFormat },
  hit: (found: Hit) => void
): boolean => {
  const { marks, key } = set
  const { seed, factor } = key
  const isCopy = format === "copy"
  let isEncoded = false
  let at = from
  let column = 0
  let previous = 0
  let previousStart = -1
  while (at < to) {
    const byte = bytes[at] ?? 0
    let folded = FOLD[byte] ?? 0
    if (folded === 0) {
      if (byte === TAB && isCopy) {
        column += 1
        previousStart = -1
        at += 1
      } else if (byte === BACKSLASH || byte === PERCENT || byte >= 0x80) {
        isEncoded ||= isEncodedAt(bytes, at)
        at = afterSeparator(bytes, at, format)
      } else at += 1
      continue
    }
    const start = at
    let hash = seed
    do {
      hash = Math.imul(hash ^ folded, factor)
      at += 1
      folded = FOLD[bytes[at] ?? 0] ?? 0
    } while (folded !== 0)
    const one = markOfOne(hash, key)
    if (((marks[one >>> 5] ?? 0) & (1 << (one & 31))) !== 0) {
      lookClosely(set, bytes, { mark: one, start, column, format }, hit)
    }
    if (previousStart >= 0) {
      const two = markOfTwo(previous, hash, key)
      if (((marks[two >>> 5] ?? 0) & (1 << (two & 31))) !== 0) {
        lookClosely(set, bytes, { mark: two, start: previousStart, column, format }, hit)
      }
    }
    previous = hash
    previousStart = start
  }
  return isEncoded
}

const lookClosely = (
  { secret, shapes, erasures }: Searched,
  bytes: Uint8Array,
  { mark, start, column, format }: Place & { format: TextFormat },
  hit: (found: Hit) => void
): void => {
  for (const { kind, words: count } of shapes.get(mark) ?? []) {
    const words = wordsFrom(bytes, start, { count, format })
    if (words.length < count) continue
    const text = textOf(bytes, words, isWritten(kind))
    const found = erasures.get(digestOf(secret, kind, text))
    if (!found || !isWholeValue(kind, bytes, words)) continue
    const number = kind === "phone" && { number: digestOf(secret, kind, `end ${phoneEnd(text)}`) }
    for (const erasureId of found) hit({ erasureId, kind, column, ...number })
  }
}
