type Note = { title: string; text: string }

/** Nobody is named and nothing is quoted: the feed is read by all staff. */
const TEXTS: Readonly<Record<"da" | "en", (id: string) => Note>> = {
  da: (id) => ({
    title: "Læs, hvad kunden skrev",
    text: `En anmodning er klaret af sig selv, men kunden skrev en besked til den. Se Persondata > Anmodninger (${id}).`,
  }),
  en: (id) => ({
    title: "Read what the customer wrote",
    text: `A request was carried out by itself, but the customer wrote a message with it. See Personal data > Requests (${id}).`,
  }),
}

/** What staff is told of a request that ended without them although the person wrote something. */
export const messageNote = (locale: "da" | "en", id: string): Note => TEXTS[locale](id)
