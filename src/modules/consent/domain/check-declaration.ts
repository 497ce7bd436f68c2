import type { NoticeData } from "./notice-data"

/** What the map and the record of processing know of customers' data. */
export type MapFacts = {
  /** With how each is kept: `erasure`, `short`, `bookkeeping`, `evidence`. */
  categories: ReadonlyMap<string, readonly string[]>
  recipients: readonly string[]
}

export type DeclarationCheck = {
  fits: boolean
  declares_nothing: boolean
  categories: { missing: string[]; unknown: string[] }
  recipients: { missing: string[]; unknown: string[] }
  deadlines: {
    /** Categories without a declared deadline. */
    missing: string[]
    different: { category: string; declared: string; retentions: string[] }[]
  }
}

const plain = (text: string): string => text.trim().toLowerCase()

const compare = (declared: readonly string[], known: readonly string[]) => {
  const said = new Set(declared.map(plain))
  const there = new Set(known.map(plain))
  return {
    missing: known.filter((name) => !said.has(plain(name))),
    unknown: declared.filter((name) => !there.has(plain(name))),
  }
}

/** The law counts from the end of a financial year (bogføringsloven § 12, stk. 1), and so must the words. */
const tellsBookkeeping = (words: string): boolean =>
  /\b(5|fem|five)\b/iu.test(words) && /regnskabsår|financial year/iu.test(words)

const isEmpty = ({ missing, unknown }: { missing: string[]; unknown: string[] }): boolean =>
  missing.length + unknown.length === 0

/**
 * Whether a privacy policy declares what the shop really keeps, gives away and for how long. Words of a deadline are the
 * shop's own: only that of bookkeeping can be read, the others are checked for being there.
 *
 * @param data of the policy; null when it declares nothing
 */
export const checkDeclaration = (data: NoticeData | null, map: MapFacts): DeclarationCheck => {
  const declares = data !== null && "declares" in data ? data.declares : null
  const { categories, recipients, deadlines } = declares ?? {
    categories: [],
    recipients: [],
    deadlines: {},
  }
  const found = {
    categories: compare(categories, [...map.categories.keys()]),
    recipients: compare(recipients, map.recipients),
  }
  const known = [...map.categories].map(([category, retentions]) => ({
    category,
    declared: Object.hasOwn(deadlines, category) ? (deadlines[category] ?? "") : "",
    retentions: [...retentions],
  }))
  const missing = known.filter(({ declared }) => declared.trim() === "")
  const different = known.filter(
    ({ declared, retentions }) =>
      declared.trim() !== "" && retentions.includes("bookkeeping") && !tellsBookkeeping(declared)
  )
  return {
    ...found,
    declares_nothing: declares === null,
    deadlines: { missing: missing.map(({ category }) => category), different },
    fits:
      isEmpty(found.categories) &&
      isEmpty(found.recipients) &&
      missing.length + different.length === 0,
  }
}
