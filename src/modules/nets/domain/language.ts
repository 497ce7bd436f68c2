const LANGUAGES: Readonly<Record<string, string>> = {
  da: "da-DK",
  de: "de-DE",
  en: "en-GB",
  es: "es-ES",
  fi: "fi-FI",
  fr: "fr-FR",
  nb: "nb-NO",
  nl: "nl-NL",
  no: "nb-NO",
  pl: "pl-PL",
  sv: "sv-SE",
}

/** The payment page's language for a locale such as `da`, `da-DK` or `en_US`; else the fallback's, else English. */
export const pageLanguage = (locale: string | null | undefined, fallback: string): string => {
  const language = (value: string) => LANGUAGES[value.toLowerCase().split(/[-_]/)[0] ?? ""]
  return language(locale ?? "") ?? language(fallback) ?? "en-GB"
}
