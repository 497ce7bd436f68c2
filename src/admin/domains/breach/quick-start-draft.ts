import type { AdminBreachQuickStart, AdminOpenBreach } from "../../../types/http"
import type { FactsDraft } from "./facts-draft"

/** What a quick start fills in, with the title that is its name. */
export type Begun = {
  source: AdminOpenBreach["source"]
  facts: AdminBreachQuickStart["prefill"] & { title: string }
}

/** Without a quick start. */
export const UNBEGUN: Begun = {
  source: "staff",
  facts: { title: "", kinds: [], people_categories: [], data_categories: [], nature: "" },
}

export const begunBy = ({ id, prefill }: AdminBreachQuickStart, title: string): Begun => ({
  source: id === "supplier_leak" ? "processor" : "staff",
  facts: { ...prefill, title },
})

/** The next value, unless somebody has put another in the place of what the last quick start filled in. */
const pick = <Value extends string | readonly string[]>(
  typed: Value,
  before: Value,
  next: Value
): Value => (typed.length === 0 || JSON.stringify(typed) === JSON.stringify(before) ? next : typed)

/** A draft after another quick start was chosen: what was typed stays. */
export const beginAnew = (
  { source, facts }: { source: Begun["source"]; facts: FactsDraft },
  before: Begun,
  next: Begun
): { source: Begun["source"]; facts: FactsDraft } => {
  const [was, becomes] = [before.facts, next.facts]
  return {
    source: pick(source, before.source, next.source),
    facts: {
      ...facts,
      title: pick(facts.title, was.title, becomes.title),
      kinds: pick(facts.kinds, was.kinds, becomes.kinds),
      people_categories: pick(
        facts.people_categories,
        was.people_categories,
        becomes.people_categories
      ),
      data_categories: pick(facts.data_categories, was.data_categories, becomes.data_categories),
      nature: pick(facts.nature, was.nature, becomes.nature),
    },
  }
}
