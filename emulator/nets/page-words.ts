const da = {
  lang: "da",
  title: "Betaling",
  banner: "Nets-emulator: her flyttes ingen penge. Kun til udvikling og test.",
  total: "I alt",
  pay: "Betal med",
  card: "kort",
  decline: "Lad kortet blive afvist",
  cancel: "Annullér",
  declined: "Betalingen blev afvist. Prøv igen, eller vælg en anden måde at betale på.",
  stopped: "Butikken stoppede betalingen. Prøv igen.",
  closed: "Betalingen er afsluttet.",
  back: "Tilbage til butikken",
}

export type PageWords = typeof da

const en: PageWords = {
  lang: "en",
  title: "Payment",
  banner: "Nets emulator: no money moves here. For development and tests only.",
  total: "Total",
  pay: "Pay with",
  card: "card",
  decline: "Have the card declined",
  cancel: "Cancel",
  declined: "The payment was declined. Try again, or choose another way to pay.",
  stopped: "The shop stopped the payment. Try again.",
  closed: "This payment is closed.",
  back: "Back to the shop",
}

/** Danish for da-DK, else English, which is the service's default. */
export const wordsFor = (language: string | null): PageWords =>
  language?.toLowerCase().startsWith("da") ? da : en
