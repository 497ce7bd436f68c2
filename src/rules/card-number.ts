/** A payment card's number in a text. Offsets are UTF-16, from the first digit to behind the last. */
export type CardHit = { start: number; end: number }

/** Beginnings of the cards that are used in Denmark, and how many digits they have. */
const CARDS: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [16, 19] },
  { prefix: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^(5019|600722)/, lengths: [16] },
]

/** Digits, with spaces, hyphens or dots between them. */
const RUN = /\d+(?:[ \u00a0\u202f\u2011.-]{1,3}\d+)*/g

const passesLuhn = (digits: string): boolean =>
  Array.from(digits, Number)
    .reverse()
    .reduce((sum, digit, index) => {
      const weighted = index % 2 === 0 ? digit : digit * 2
      return sum + (weighted > 9 ? weighted - 9 : weighted)
    }, 0) %
    10 ===
  0

const isCard = (digits: string): boolean =>
  CARDS.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits)) &&
  passesLuhn(digits)

type Group = { digits: string; start: number }

const groupsOf = (run: string, start: number): Group[] =>
  [...run.matchAll(/\d+/g)].map((match) => ({ digits: match[0], start: start + match.index }))

const LONGEST = 19

/** Groups from one on, one or more, that are a card's number together: what stands behind may be its expiry. */
const cardAt = (groups: readonly Group[], from: number): { hit: CardHit; next: number } | null => {
  let digits = ""
  for (let at = from; at < groups.length; at++) {
    const group = groups[at]
    digits += group?.digits ?? ""
    if (digits.length > LONGEST) return null
    if (group && isCard(digits)) {
      const start = groups[from]?.start ?? group.start
      return { hit: { start, end: group.start + group.digits.length }, next: at + 1 }
    }
  }
  return null
}

/**
 * Finds numbers of payment cards in a text a person typed: 15, 16 or 19 digits, a card's beginning and a right check
 * digit. The number itself is not in the answer.
 *
 * @returns the hits in order of appearance
 */
export const findCardNumbers = (text: string): CardHit[] =>
  [...text.matchAll(RUN)].flatMap((match) => {
    const groups = groupsOf(match[0], match.index)
    const hits: CardHit[] = []
    for (let at = 0; at < groups.length;) {
      const found = cardAt(groups, at)
      if (found) hits.push(found.hit)
      at = found?.next ?? at + 1
    }
    return hits
  })
