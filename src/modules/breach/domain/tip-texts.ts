type Locale = "da" | "en"

/** What was reported, and by whom, does not stand in it: the feed is read by all staff. */
const NOTES = {
  da: {
    title: "En kunde melder om et brud",
    text: "Se på det nu: bliver I sikre på, at det er et brud, løber fristen til Datatilsynet. Find meldingen under Brud.",
  },
  en: {
    title: "A customer reports a breach",
    text: "Look at it now: once you are sure that it is a breach, the limit to the authority runs. Find the report under Breaches.",
  },
} as const

/** What staff is told when a report comes. */
export const tipNote = (locale: Locale): { title: string; text: string } => NOTES[locale]

const dayOf = (at: Date, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "Europe/Copenhagen" }).format(at)

/** The line of a case that a report was linked to, for as long as the case lasts. */
export const linkedLine = (receivedAt: Date, locale: Locale): string =>
  locale === "da"
    ? `En melding fra en kunde, modtaget den ${dayOf(receivedAt, "da-DK")}, hører til sagen.`
    : `A customer's report, received on ${dayOf(receivedAt, "en-GB")}, belongs to the case.`
