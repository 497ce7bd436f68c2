import { findCardNumbers, findCprNumbers } from "../../../rules"
import { cprInField } from "./cpr-in-field"
import { isTyped } from "./typed-fields"

/**
 * Something that must not be stored. `path` names the field and holds nothing of what was typed: a key that is itself the
 * number is written as `*`.
 */
export type InputFinding = {
  path: string
  kind: "cpr" | "card" | "card_code"
  /** A CPR number with the word beside it: nobody can say that it is something else. */
  named: boolean
}

const CARD_CODE = /^(cvc|cvv)2?$/i

const findingsIn = (key: string, text: string, path: string, today: string): InputFinding[] => {
  if (CARD_CODE.test(key) && /^\d{3,4}$/.test(text)) {
    return [{ path, kind: "card_code", named: true }]
  }
  const cards = isTyped(key, text) ? [] : findCardNumbers(text)
  return [
    ...cards.map(() => ({ path, kind: "card" as const, named: true })),
    ...cprInField(key, text, today).map(({ named }) => ({ path, kind: "cpr" as const, named })),
  ]
}

const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`)

/** A key is written into a path only when it holds no number. */
const safeKey = (key: string, today: string): string =>
  findCardNumbers(key).length + findCprNumbers(key, today).length > 0 ? "*" : key

const scan = (value: unknown, key: string, path: string, today: string): InputFinding[] => {
  if (typeof value === "string") return findingsIn(key, value, path, today)
  if (typeof value === "number") return findingsIn(key, value.toString(), path, today)
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      scan(item, key, join(path, index.toString()), today)
    )
  }
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const at = join(path, safeKey(name, today))
    return [...findingsIn("", name, at, today), ...scan(inner, name, at, today)]
  })
}

/**
 * Finds CPR numbers, card numbers and card codes anywhere in a request's JSON: in texts, numbers and keys.
 *
 * @param today day in Denmark, `YYYY-MM-DD`
 */
export const scanInput = (body: unknown, today: string): InputFinding[] => scan(body, "", "", today)
