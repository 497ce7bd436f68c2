/** Languages of the payment page: documented ones, and those Nets' own shop plugins offer too. */
const LANGUAGES: Readonly<Record<string, string>> = {
  da: "da-DK",
  de: "de-DE",
  en: "en-GB",
  es: "es-ES",
  et: "ee-EE",
  fi: "fi-FI",
  fr: "fr-FR",
  it: "it-IT",
  lt: "lt-LT",
  lv: "lv-LV",
  nb: "nb-NO",
  nl: "nl-NL",
  nn: "nb-NO",
  no: "nb-NO",
  pl: "pl-PL",
  sk: "sk-SK",
  sv: "sv-SE",
}

const languageOf = (locale: string): string | undefined => {
  const code = locale.toLowerCase().split(/[-_]/)[0] ?? ""
  return Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code] : undefined
}

/** True for a locale whose language the payment page has. */
export const isPageLanguage = (locale: string): boolean => languageOf(locale) !== undefined

/** The payment page's language for a locale such as `da`, `da-DK` or `en_US`; else the fallback's, else English. */
export const pageLanguage = (locale: string | null | undefined, fallback: string): string =>
  languageOf(locale ?? "") ?? languageOf(fallback) ?? "en-GB"

/** One address for every language, or one for each by locale: `{ da: "…", en: "…" }`. */
export type UrlByLocale = string | Readonly<Record<string, string>>

/** The address in the page's language; else in the fallback's, else the first. */
export const urlFor = (urls: UrlByLocale, language: string, fallback: string): string => {
  if (typeof urls === "string") return urls
  const entries = Object.entries(urls)
  const inLanguage = (wanted: string) =>
    entries.find(([locale]) => languageOf(locale) === languageOf(wanted))?.[1]
  return inLanguage(language) ?? inLanguage(fallback) ?? entries[0]?.[1] ?? ""
}
