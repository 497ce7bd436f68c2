import type { Category } from "../table-map"
import type { Text } from "./words"

/** A table's name on the readable page; see `TABLE_WORDS`. */
export type TableWord = Text & { category?: Category; isDocument?: boolean }

/** Names of the tables of people's requests on the readable page. */
export const REQUEST_TABLE_WORDS: Readonly<Record<string, TableWord>> = {
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
  dk_subject_request_intake: {
    da: "Anmodninger, der venter på bekræftelse",
    en: "Requests that wait to be confirmed",
    category: "evidence",
  },
  dk_subject_request_letter: {
    da: "Breve om anmodninger",
    en: "Letters about requests",
    category: "evidence",
  },
  dk_subject_request_recipient_task: {
    da: "Besked til modtagere",
    en: "Told to recipients",
    category: "evidence",
  },
  dk_breach_tip: {
    da: "Hvad du har gjort butikken opmærksom på",
    en: "What you told the shop of",
    category: "evidence",
  },
  dk_breach_person: {
    da: "Brud på persondatasikkerheden, du er berørt af",
    en: "Personal data breaches that affect you",
    category: "evidence",
  },
  dk_breach_notice: {
    da: "Besked til dig om et brud",
    en: "Notices of a breach to you",
    category: "evidence",
  },
}
