import type { LetterText } from "./letters/facts"
import { letterDay, quote } from "./letters/parts"
import { LETTER_WORDS } from "./letters/words"

type Lifted = {
  shop: { name: string; email: string }
  /** First day of the restriction, `YYYY-MM-DD`. */
  since: string
  reason: string
}

const WORDS = {
  da: {
    subject: "Vi ophæver begrænsningen af dine oplysninger",
    text: (since: string) =>
      `Vi har kun gemt dine oplysninger og ikke brugt dem siden den ${since}. Nu ophæver vi begrænsningen. Derefter bruger vi oplysningerne igen som før.`,
  },
  en: {
    subject: "We are lifting the restriction of your data",
    text: (since: string) =>
      `We have only stored your data and not used it since ${since}. We are now lifting the restriction. After that we use the data again as before.`,
  },
} as const

/** What a person is told before a restriction of their data is lifted (GDPR Art. 18(3)). */
export const liftingMailOf = (locale: "da" | "en", { shop, since, reason }: Lifted): LetterText => {
  const { hello, because, complaint, questions } = LETTER_WORDS[locale]
  const { subject, text } = WORDS[locale]
  return {
    subject,
    text: [
      ...[hello(null), text(letterDay(since, locale)), because, quote(reason), complaint],
      ...[questions(shop.email), `${shop.name}\n${shop.email}`],
    ].join("\n\n"),
  }
}
