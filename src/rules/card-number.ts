/** A payment card's number in a text. Offsets are UTF-16, from the first digit to behind the last. */
export type CardHit = { start: number; end: number }

/** Beginnings of the cards that are used in Denmark, and how many digits they have. */
const CARDS: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [16, 19] },
  { prefix: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^(5019|600722)/, lengths: [16] },
]

/** Digits, with single spaces or hyphens between them. */
const RUN = /\d+(?:[ -]\d+)*/g

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

/** The first groups, one or more, that are a card's number together: what stands behind may be its expiry. */
const cardAtStart = (groups: readonly Group[]): { hit: CardHit; used: number } | null => {
  const [first] = groups
  if (!first) return null
  let digits = ""
  for (const [index, group] of groups.entries()) {
    digits += group.digits
    if (digits.length > 19) return null
    if (isCard(digits)) {
      const end = group.start + group.digits.length
      return { hit: { start: first.start, end }, used: index + 1 }
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
      const found = cardAtStart(groups.slice(at))
      if (found) hits.push(found.hit)
      at += found?.used ?? 1
    }
    return hits
  })
