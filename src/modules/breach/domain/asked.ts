import type { BreachFacts } from "./facts"

/** What Art. 33(3) asks for, as fields of the facts; a first report may lack some (Art. 33(4)). */
export const ASKED = [
  "kinds",
  "nature",
  "people_categories",
  "people_count",
  "data_categories",
  "records_count",
  "consequences",
  "measures_taken",
] as const satisfies readonly (keyof BreachFacts)[]

export type AskedField = (typeof ASKED)[number]
