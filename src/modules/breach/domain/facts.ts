import { z } from "@medusajs/framework/zod"
import { isStorableText, UNSTORABLE } from "../../../shared/storable-text"
import { BREACH_KINDS, DATA_CATEGORIES, PEOPLE_CATEGORIES } from "./kinds"
import { lazy } from "../../../shared/lazy"

const text = (most: number) => z.string().trim().max(most).refine(isStorableText, UNSTORABLE)
const words = lazy(() => text(5_000))
const instant = lazy(() => z.iso.datetime({ offset: true }))
const count = lazy(() => z.number().int().min(0).max(1_000_000_000))

/**
 * What is known of a breach (GDPR Art. 33(3) and 33(5)); each saving is a version of its own. Whose data it was and what
 * stood in them does not belong here: people are named by the case's list, which goes with their data.
 */
export const breachFactsSchema = lazy(() =>
  z.strictObject({
    /** What staff calls it; no names. */
    title: text(200).min(1),
    kinds: z.array(z.enum(BREACH_KINDS)).max(3).default([]),
    /** When it happened, first and last; null while unknown. */
    occurred_from: instant().nullable().default(null),
    occurred_to: instant().nullable().default(null),
    detected_at: instant().nullable().default(null),
    /** When somebody in the shop was reasonably certain; starts the 72 hours. Null while it is looked into. */
    aware_at: instant().nullable().default(null),
    /** What happened, and how. */
    nature: words().default(""),
    people_categories: z.array(z.enum(PEOPLE_CATEGORIES)).max(5).default([]),
    /** About how many people, and how many records; null while unknown. */
    people_count: count().nullable().default(null),
    records_count: count().nullable().default(null),
    data_categories: z.array(z.enum(DATA_CATEGORIES)).max(11).default([]),
    consequences: words().default(""),
    measures_taken: words().default(""),
    measures_planned: words().default(""),
    /** Where more can be asked; the shop's own when empty. */
    contact: text(500).default(""),
    /** The company it happened at, when it was not the shop. */
    processor: text(200).default(""),
  })
)

export type BreachFacts = z.infer<ReturnType<typeof breachFactsSchema>>

/** The field whose time cannot be, as a path; null when they fit each other. */
export const findTimeProblem = (
  { occurred_from, occurred_to, detected_at, aware_at }: BreachFacts,
  now: Date
): keyof BreachFacts | null => {
  const at = (value: string | null): number | null => (value === null ? null : Date.parse(value))
  const times = { occurred_from, occurred_to, detected_at, aware_at }
  for (const field of ["occurred_from", "occurred_to", "detected_at", "aware_at"] as const) {
    const time = at(times[field])
    if (time !== null && time > now.getTime()) return field
  }
  const [from, to, detected, aware] = [occurred_from, occurred_to, detected_at, aware_at].map(at)
  const isAfter = (one: number | null | undefined, other: number | null | undefined): boolean =>
    typeof one === "number" && typeof other === "number" && one > other
  if (isAfter(from, to)) return "occurred_to"
  if (isAfter(from, detected)) return "detected_at"
  return isAfter(from, aware) || isAfter(detected, aware) ? "aware_at" : null
}
