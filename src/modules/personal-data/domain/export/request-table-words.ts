import type { Category } from "../table-map"
import type { Text } from "./words"

/** Names of the tables of people's requests on the readable page. */
export const REQUEST_TABLES: Readonly<Record<string, Text & { category: Category }>> = {
  dk_subject_request: { da: "Anmodninger", en: "Requests", category: "evidence" },
  dk_subject_request_event: {
    da: "Hvad der er sket med anmodninger",
    en: "What happened to requests",
    category: "evidence",
  },
  dk_subject_request_reason: {
    da: "Begrundelser i anmodninger",
    en: "Reasons given in requests",
    category: "evidence",
  },
  dk_subject_request_letter: {
    da: "Breve om anmodninger",
    en: "Letters about requests",
    category: "evidence",
  },
}
