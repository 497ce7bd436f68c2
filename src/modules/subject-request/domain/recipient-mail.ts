import type { TaskCause } from "./recipients"

type Asked = { shop: string; email: string; cause: TaskCause; orders: readonly number[] }

const DO: Readonly<Record<TaskCause, { da: string; en: string }>> = {
  erasure: {
    da: "En person har fået sine oplysninger slettet hos os. Slet de oplysninger om personen, som I har fået af os, medmindre en lov pålægger jer at beholde dem.",
    en: "A person's data has been erased at our shop. Erase what you got from us about the person, unless a law obliges you to keep it.",
  },
  rectification: {
    da: "En person har fået rettet sine oplysninger hos os. Ret de oplysninger om personen, som I har fået af os; vi giver jer de nye, når I svarer på denne mail.",
    en: "A person's data has been corrected at our shop. Correct what you got from us about the person; we give you the new data when you answer this mail.",
  },
  restriction: {
    da: "En persons oplysninger må indtil videre kun opbevares. Brug ikke de oplysninger om personen, som I har fået af os, før I hører fra os.",
    en: "A person's data may only be stored for the time being. Do not use what you got from us about the person before you hear from us.",
  },
}

const SUBJECT: Readonly<Record<TaskCause, { da: string; en: string }>> = {
  erasure: { da: "Slet oplysninger", en: "Erase data" },
  rectification: { da: "Ret oplysninger", en: "Correct data" },
  restriction: { da: "Begræns behandlingen", en: "Restrict processing" },
}

/**
 * What a recipient is told (GDPR Art. 19): what to do, and the order numbers that they know the person by. No name and no
 * address.
 */
export const recipientMailOf = (
  locale: "da" | "en",
  { shop, email, cause, orders }: Asked
): { subject: string; text: string } => {
  const numbers = orders.join(", ")
  const words = {
    da: {
      orders: `Det gælder ordrenummer ${numbers} hos os.`,
      law: "Vi skriver efter databeskyttelsesforordningens artikel 19.",
      answer: `Bekræft venligst til ${email}, når det er gjort.`,
      greeting: "Venlig hilsen",
    },
    en: {
      orders: `It is about our order number ${numbers}.`,
      law: "We write under Article 19 of the General Data Protection Regulation.",
      answer: `Please confirm to ${email} when it is done.`,
      greeting: "Kind regards",
    },
  }[locale]
  const lines = [
    DO[cause][locale],
    ...(orders.length > 0 ? [words.orders] : []),
    ...[words.law, words.answer, `${words.greeting}\n${shop}`],
  ]
  return { subject: `${shop}: ${SUBJECT[cause][locale]}`, text: lines.join("\n\n") }
}
