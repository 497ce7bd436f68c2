import type { Locale } from "../words"

/** The words around the data on the readable page. */
export type PageTexts = {
  title: (shop: string) => string
  lead: Record<"access" | "portability", string>
  made: string
  nothing: string
  nothingMore: string
  onlyKept: string
  onlyKeptMore: string
  unsure: (orders: number) => string
  overview: string
  about: string
  purposes: string
  basis: string
  categories: string
  recipients: string
  noRecipients: string
  storage: string
  kept: string
  keptThrough: string
  order: string
  keptOpen: string
  rights: string
  contact: string
  complaint: string
  sources: string
  decisions: string
  country: string
  safeguard: string
  data: string
  more: string
  files: string
  noScript: string
  print: string
  rows: string
  hundredths: string
  script: { yes: string; no: string; next: string; all: string; shown: string; show: string }
}

export const PAGE_TEXTS: Readonly<Record<Locale, PageTexts>> = {
  da: {
    title: (shop) => `Dine oplysninger hos ${shop}`,
    lead: {
      access:
        "Her er en kopi af de oplysninger, vi har om dig, og det, du har ret til at vide om dem.",
      portability:
        "Her er de oplysninger, du selv har givet os. Filen data.json kan læses af andre systemer.",
    },
    made: "Lavet",
    nothing: "Vi har ingen oplysninger om dig.",
    nothingMore:
      "Vi har ledt alle steder, hvor butikken gemmer oplysninger om personer, og der var intet. Har du handlet med en anden e-mail, så skriv til os.",
    onlyKept: "Vi har slettet dine oplysninger.",
    onlyKeptMore:
      "Tilbage er kun det, loven kræver gemt. Hvilke fakturaer og ordrer det er, og til hvornår, står nedenfor.",
    unsure: (orders) =>
      orders === 1
        ? "Én ordre kan være en andens. Den er ikke med her, før butikken ved, hvis den er."
        : `${orders.toString()} ordrer kan være en andens. De er ikke med her, før butikken ved, hvis de er.`,
    overview: "Kort fortalt",
    about: "Hvad vi bruger oplysningerne til",
    purposes: "Formål og hjemmel",
    basis: "Hjemmel",
    categories: "Hvilke slags oplysninger vi har",
    recipients: "Hvem der ellers får dem",
    noRecipients: "Ingen andre får de oplysninger, vi har fundet.",
    storage: "Hvor længe vi gemmer dem",
    kept: "Fakturaer, som loven kræver gemt",
    order: "Ordre",
    keptThrough: "gemmes til og med",
    keptOpen: "gemmes; datoen ligger ikke fast endnu",
    rights: "Dine rettigheder",
    contact: "Skriv til",
    complaint: "Klage",
    sources: "Oplysninger, du ikke selv har givet os",
    decisions: "Automatiske afgørelser",
    country: "Land",
    safeguard: "Beskyttelse",
    data: "Dine oplysninger",
    more: "Mere, vi kan fortælle",
    files:
      "De samme oplysninger ligger i data.json og i regnearkene i mappen csv. manifest.json har en kontrolsum for hver fil, og schema.json beskriver formatet.",
    noScript:
      "Din browser viser ikke listerne på denne side. Åbn data.json eller regnearkene i mappen csv i stedet.",
    print: "Udskriv",
    rows: "poster",
    hundredths:
      "Beløb vises her i kroner (eller den valuta, der står). I data.json og regnearket står de i øre, altså hundrededele.",
    script: {
      yes: "Ja",
      no: "Nej",
      next: "Vis flere",
      all: "Vis alle",
      shown: "Viser {shown} af {all}",
      show: "Vis",
    },
  },
  en: {
    title: (shop) => `Your data at ${shop}`,
    lead: {
      access:
        "Here is a copy of the data we hold about you, and what you have a right to know about it.",
      portability:
        "Here is the data you gave us yourself. Other systems can read the file data.json.",
    },
    made: "Made",
    nothing: "We hold no data about you.",
    nothingMore:
      "We looked in every place where the store keeps data about people, and there was nothing. If you have shopped with another e-mail, write to us.",
    onlyKept: "We have erased your data.",
    onlyKeptMore:
      "All that is left is what the law makes us keep. Which invoices and orders, and until when, stands below.",
    unsure: (orders) =>
      orders === 1
        ? "One order may be somebody else's. It is left out until the store knows whose it is."
        : `${orders.toString()} orders may be somebody else's. They are left out until the store knows whose they are.`,
    overview: "In short",
    about: "What we use the data for",
    purposes: "Purposes and legal basis",
    basis: "Legal basis",
    categories: "The kinds of data we hold",
    recipients: "Who else gets it",
    noRecipients: "Nobody else gets the data we found.",
    storage: "How long we keep it",
    kept: "Invoices the law makes us keep",
    order: "Order",
    keptThrough: "kept through",
    keptOpen: "kept; the day is not settled yet",
    rights: "Your rights",
    contact: "Write to",
    complaint: "Complaint",
    sources: "Data you did not give us yourself",
    decisions: "Automated decisions",
    country: "Country",
    safeguard: "Safeguard",
    data: "Your data",
    more: "More we can tell",
    files:
      "The same data is in data.json and in the spreadsheets in the folder csv. manifest.json has a checksum of every file, and schema.json describes the format.",
    noScript:
      "Your browser does not show the lists on this page. Open data.json or the spreadsheets in the folder csv instead.",
    print: "Print",
    rows: "entries",
    hundredths:
      "Amounts are shown in kroner (or the currency named). In data.json and the spreadsheet they are in øre, that is hundredths.",
    script: {
      yes: "Yes",
      no: "No",
      next: "Show more",
      all: "Show all",
      shown: "Showing {shown} of {all}",
      show: "Show",
    },
  },
}
