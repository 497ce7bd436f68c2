import type { CookiePurpose } from "../../types/http"

/** What the choice says beside the notice itself. Written by the shop's developer, so it is taken as it is. */
export type CookieWords = {
  /** Of the dialog. */
  title: string
  accept: string
  refuse: string
  save: string
  close: string
  /** On the button that opens the choice again. */
  button: string
  version: string
  /** Opens the list of what is necessary. */
  list: string
  purposes: Record<CookiePurpose, { name: string; description: string }>
  /** Headings of the list of cookies. */
  columns: { name: string; provider: string; description: string; lifetime: string }
}

const da: CookieWords = {
  title: "Må vi bruge cookies?",
  accept: "Tillad alle",
  refuse: "Afvis alle",
  save: "Gem mine valg",
  close: "Luk uden at vælge",
  button: "Cookies",
  version: "Version",
  list: "Se listen",
  purposes: {
    necessary: {
      name: "Nødvendige",
      description: "Uden dem virker butikken ikke. De kræver ikke samtykke.",
    },
    functional: { name: "Funktionelle", description: "De husker det, du har valgt og set." },
    statistics: { name: "Statistik", description: "De tæller, hvordan butikken bliver brugt." },
    marketing: {
      name: "Markedsføring",
      description: "De følger, hvad du ser på, så annoncer kan rettes mod dig.",
    },
  },
  columns: { name: "Navn", provider: "Udbyder", description: "Formål", lifetime: "Varighed" },
}

const en: CookieWords = {
  title: "May we use cookies?",
  accept: "Allow all",
  refuse: "Refuse all",
  save: "Save my choices",
  close: "Close without choosing",
  button: "Cookies",
  version: "Version",
  list: "See the list",
  purposes: {
    necessary: {
      name: "Necessary",
      description: "The shop does not work without them. They need no consent.",
    },
    functional: {
      name: "Functional",
      description: "They remember what you have chosen and seen.",
    },
    statistics: { name: "Statistics", description: "They count how the shop is used." },
    marketing: {
      name: "Marketing",
      description: "They follow what you look at, so that advertisements can be aimed at you.",
    },
  },
  columns: { name: "Name", provider: "Provider", description: "Purpose", lifetime: "Lifetime" },
}

/** The words for a locale: Danish for Danish, English for every other language. */
export const cookieWords = (locale: string): CookieWords => (/^da\b/i.test(locale) ? da : en)
