import { findCardNumbers } from "../../../rules"
import { cprInText } from "./cpr-in-field"

type Span = { start: number; end: number; text: string }

const spansOf = (
  { name, text }: { name: string; text: string },
  masked: string | null,
  today: string
): Span[] =>
  masked === null
    ? findCardNumbers(text).map((hit) => ({ ...hit, text: "****" }))
    : cprInText(name, text, today)
        .filter((hit) => hit.masked === masked)
        .map((hit) => ({ ...hit, text: masked }))

/**
 * A text without one CPR number, which is written as `masked`, or without its card numbers when that is null. All else
 * stays.
 */
export const maskNumber = (
  field: { name: string; text: string },
  masked: string | null,
  today: string
): string =>
  spansOf(field, masked, today)
    .reverse()
    .reduce(
      (text, span) => text.slice(0, span.start) + span.text + text.slice(span.end),
      field.text
    )
