import { findCprNumbers } from "../../../rules"
import type { CprHit } from "../../../rules"
import { isTyped } from "./typed-fields"

/**
 * CPR numbers in a text that are more than a date. The name of its field counts as a word beside them.
 *
 * @returns hits with offsets in the text
 */
export const cprInText = (name: string, text: string, today: string): CprHit[] => {
  const prefix = `${name}: `
  return findCprNumbers(prefix + text, today)
    .filter(({ start, verdict }) => start >= prefix.length && verdict === "block")
    .map((hit) => ({ ...hit, start: hit.start - prefix.length, end: hit.end - prefix.length }))
}

/** The same for a field that may be a typed one, which is not looked at. */
export const cprInField = (name: string, text: string, today: string): CprHit[] =>
  isTyped(name, text) ? [] : cprInText(name, text, today)
