import type { Category } from "../table-map"
import type { Text } from "./words"

/** A table's name on the readable page; see `TABLE_WORDS`. */
export type TableWord = Text & { category?: Category; isDocument?: boolean }

/** Names of the tables of requests. */
export const REQUEST_TABLE_WORDS: Readonly<Record<string, TableWord>> = {
  dk_subject_request: { da: "Anmodninger", en: "Requests", category: "evidence" },
  dk_subject_request_recipient_task: {
    da: "Besked til modtagere",
    en: "Told to recipients",
    category: "evidence",
  },
  dk_subject_request_event: {
    da: "Anmodninger, forløb",
    en: "Requests, what happened",
    category: "evidence",
  },
  dk_subject_request_reason: {
    da: "Anmodninger, begrundelser",
    en: "Requests, reasons",
    category: "evidence",
  },
}
