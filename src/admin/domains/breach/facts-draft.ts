import type { AdminBreachFacts } from "../../../types/http"
import { fromLocal, toLocal } from "./local-time"

type Time = "occurred_from" | "occurred_to" | "detected_at" | "aware_at"
type Count = "people_count" | "records_count"

/** The facts as they are typed: times as the reader's clock shows them, counts as text, empty where nothing is known. */
export type FactsDraft = Omit<AdminBreachFacts, Time | Count> & Record<Time | Count, string>

/** Of a breach nobody knows anything of yet. */
export const NOTHING: AdminBreachFacts = {
  ...{ title: "", kinds: [], nature: "", people_categories: [], data_categories: [] },
  ...{ occurred_from: null, occurred_to: null, detected_at: null, aware_at: null },
  ...{ people_count: null, records_count: null, consequences: "", measures_taken: "" },
  ...{ measures_planned: "", contact: "", processor: "" },
}

export const draftOf = (facts: AdminBreachFacts): FactsDraft => ({
  ...facts,
  occurred_from: toLocal(facts.occurred_from),
  occurred_to: toLocal(facts.occurred_to),
  detected_at: toLocal(facts.detected_at),
  aware_at: toLocal(facts.aware_at),
  people_count: facts.people_count?.toString() ?? "",
  records_count: facts.records_count?.toString() ?? "",
})

/** A number as it is typed: `1.200`, `1 200`; null when there is none. */
const readCount = (text: string): number | null => {
  const digits = text.replace(/[\s.,]/g, "")
  return /^\d{1,10}$/.test(digits) ? Number(digits) : null
}

/** Whether what stands in a field of numbers is one, or nothing. */
export const isCount = (text: string): boolean => text.trim() === "" || readCount(text) !== null

/** The body that saves a draft. A time nobody touched keeps its seconds. */
export const factsOf = (draft: FactsDraft, before: AdminBreachFacts): AdminBreachFacts => {
  const time = (field: Time) =>
    draft[field] === toLocal(before[field]) ? before[field] : fromLocal(draft[field])
  return {
    ...draft,
    title: draft.title.trim(),
    occurred_from: time("occurred_from"),
    occurred_to: time("occurred_to"),
    detected_at: time("detected_at"),
    aware_at: time("aware_at"),
    people_count: readCount(draft.people_count),
    records_count: readCount(draft.records_count),
  }
}
