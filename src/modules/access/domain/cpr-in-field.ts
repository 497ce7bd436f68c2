import { findCprNumbers } from "../../../rules"
import type { CprHit } from "../../../rules"
import { isTyped } from "./typed-fields"

/**
 * CPR numbers in a field's text that are more than a date. The field's name counts as a word beside them.
 *
 * @returns hits with offsets in the text
 */
export const cprInField = (name: string, text: string, today: string): CprHit[] => {
  if (isTyped(name, text)) return []
  const prefix = `${name}: `
  return findCprNumbers(prefix + text, today)
    .filter(({ start, verdict }) => start >= prefix.length && verdict === "block")
    .map((hit) => ({ ...hit, start: hit.start - prefix.length, end: hit.end - prefix.length }))
}
