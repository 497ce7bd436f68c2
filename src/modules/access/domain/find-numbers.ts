import { findCardNumbers, findCprNumbers } from "../../../rules"
import { cprInText } from "./cpr-in-field"
import { isTyped } from "./typed-fields"

/** What is looked for. */
export type Look = {
  /** Day in Denmark, `YYYY-MM-DD`. */
  today: string
  cpr: boolean
}

/** Something that must not be stored, in one text, number or key of a JSON value. */
export type NumberFinding = {
  /** The keys and indexes that lead to it; they may hold numbers themselves, see `pathOf`. */
  keys: readonly string[]
  /** It is the last of the keys itself, not what stands under it. */
  isKey: boolean
  kind: "cpr" | "card" | "card_code"
  /** A CPR number with the word beside it: nobody can say that it is something else. */
  named: boolean
  /** How a CPR number may be shown, e.g. `211062-****`; nothing of a card is. */
  masked: string | null
  /** The text it stands in, and the name of its field: to be worked on, never to be shown or stored. */
  text: string
  name: string
}

const CARD_CODE = /^(cvc|cvv)2?$/i

type Found = Pick<NumberFinding, "kind" | "named" | "masked">

const foundIn = (name: string, text: string, { today, cpr }: Look): Found[] => {
  if (CARD_CODE.test(name) && /^\d{3,4}$/.test(text)) {
    return [{ kind: "card_code", named: true, masked: null }]
  }
  if (isTyped(name, text)) return []
  return [
    ...findCardNumbers(text).map(() => ({ kind: "card" as const, named: true, masked: null })),
    ...(cpr ? cprInText(name, text, today) : []).map(({ named, masked }) => ({
      kind: "cpr" as const,
      named,
      masked,
    })),
  ]
}

const walk = (
  value: unknown,
  name: string,
  keys: readonly string[],
  look: Look
): NumberFinding[] => {
  if (typeof value === "string" || typeof value === "number") {
    const text = value.toString()
    return foundIn(name, text, look).map((found) => ({ ...found, keys, isKey: false, text, name }))
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      walk(item, name, [...keys, index.toString()], look)
    )
  }
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const below = [...keys, key]
    const at = { keys: below, isKey: true, text: key, name: "" }
    const inKey = foundIn("", key, look).map((found) => ({ ...found, ...at }))
    return [...inKey, ...walk(inner, key, below, look)]
  })
}

/**
 * Finds CPR numbers, card numbers and card codes anywhere in a JSON value: in texts, numbers and keys. Typed fields are
 * not looked at.
 *
 * @param name of the field or column that holds the value
 */
export const findNumbers = (value: unknown, name: string, look: Look): NumberFinding[] =>
  walk(value, name, [], look)

const hasNumber = (key: string, today: string): boolean =>
  findCardNumbers(key).length + findCprNumbers(key, today).length > 0

/** Keys as a path that holds nothing of what was typed: a key that is itself a number is written as `*`. */
export const pathOf = (keys: readonly string[], today: string): string =>
  keys.map((key) => (hasNumber(key, today) ? "*" : key)).join(".")
