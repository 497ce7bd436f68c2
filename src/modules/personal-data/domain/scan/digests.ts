import { createToken } from "../../../../shared/tokens"
import type { Secrets } from "../../../../shared/tokens"
import type { ScanKind, SearchForm } from "./values"
import { FOLD, wordsFrom } from "./words"

type Secret = Secrets["current"]

/** What is stored of one form of a value, until the whole database has been looked through for it. */
export type ScanDigest = {
  kind: ScanKind
  words: number
  mark: number
  digest: string
  key_id: string
}

const PURPOSE = "personal-data-scan"
const MARK_PURPOSE = "personal-data-scan-mark"

/** Marks have 20 bits: about one word in a million has that of a value, and some hundred phone numbers share one. */
export const MARK_BITS = 20
const SHIFT = 32 - MARK_BITS

/** Numbers of a secret: where hashes of words begin, and what they are multiplied by (odd, so that nothing is lost). */
export type MarkKey = { seed: number; factor: number; one: number; two: number }

export const markKeyOf = (secret: Secret): MarkKey => {
  const token = createToken({ current: secret, previous: [] }, MARK_PURPOSE, "")
  const part = (index: number) => parseInt(token.slice(index * 8, index * 8 + 8), 16) | 0
  return { seed: part(0), factor: part(1) | 1, one: part(2) | 1, two: part(3) | 1 }
}

/** The mark of one word by its hash. */
export const markOfOne = (hash: number, { one }: MarkKey): number =>
  Math.imul(hash ^ (hash >>> 15), one) >>> SHIFT

/** The mark of two words that follow each other. */
export const markOfTwo = (first: number, second: number, { one, two }: MarkKey): number => {
  const both = (Math.imul(first, two) + second) | 0
  return Math.imul(both ^ (both >>> 15), one) >>> SHIFT
}

const hashOf = (bytes: Uint8Array, { seed, factor }: MarkKey): number =>
  bytes.reduce((hash, byte) => Math.imul(hash ^ (FOLD[byte] ?? 0), factor), seed)

const markOf = (text: string, key: MarkKey): number => {
  const bytes = Buffer.from(text)
  const [first = 0, second] = wordsFrom(bytes, 0, { count: 2, format: "plain" }).map(
    ({ start, end }) => hashOf(bytes.subarray(start, end), key)
  )
  return second === undefined ? markOfOne(first, key) : markOfTwo(first, second, key)
}

/** Keyed digest of a form; without the shop's secret it can neither be read nor tried out. */
export const digestOf = (secret: Secret, kind: ScanKind, text: string): string =>
  createToken({ current: secret, previous: [] }, PURPOSE, `${kind}\n${text}`)

/** Digests of forms with the current secret. */
export const digestsOf = ({ current }: Secrets, forms: readonly SearchForm[]): ScanDigest[] => {
  const key = markKeyOf(current)
  return forms.map(({ kind, text, words }) => ({
    kind,
    words,
    mark: markOf(text, key),
    digest: digestOf(current, kind, text),
    key_id: current.id,
  }))
}
