/** The two languages that documents come in. */
export type Locale = "da" | "en"

/** The documents' language for staff who use the dashboard in a language. */
export const localeOf = (language: string): Locale => (language.startsWith("da") ? "da" : "en")
