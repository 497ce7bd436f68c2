import { da } from "./words.da"
import { en } from "./words.en"
import type { PrivacyWords } from "./words"

/** The words for a locale: Danish for Danish, English for every other language. */
export const privacyWords = (locale: string): PrivacyWords => (/^da\b/i.test(locale) ? da : en)
