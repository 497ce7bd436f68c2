import type { LetterFacts, LetterLocale, LetterTemplate, LetterText } from "./facts"
import { letterParts } from "./parts"
import type { LetterParts } from "./parts"
import { LETTER_WORDS } from "./words"

type Body = { subject: string; text: string[] }

const bodyDa = (template: LetterTemplate, parts: LetterParts): Body => {
  const { request, received_on: received, answer_by: answerBy, finish_by: finishBy } = parts
  switch (template) {
    case "receipt":
      return {
        subject: `Vi har modtaget ${request}`,
        text: [
          `Vi modtog ${request} den ${received}.`,
          `Du får svar senest den ${answerBy}. Det koster ikke noget. Skal vi bruge længere tid, eller er der noget, vi ikke kan gøre, skriver vi hvorfor inden da.`,
        ],
      }
    case "identity":
      return {
        subject: `Vi er i tvivl om, hvem der skriver`,
        text: [
          `Vi har ${request}, men er i tvivl om, hvem der har sendt den. Derfor kan vi ikke gå videre endnu.`,
          parts.reason,
          "Svar på dette brev, så finder vi ud af det sammen. Send ikke kopi af pas, kørekort eller sundhedskort; det gemmer vi ikke.",
        ],
      }
    case "extension":
      return {
        subject: `Vi skal bruge længere tid på ${request}`,
        text: [
          `Vi kan ikke nå at svare på ${request} inden for en måned. Du får svar senest den ${answerBy}.`,
          parts.reason,
          parts.complaint,
        ],
      }
    case "refusal":
      return {
        subject: `Vi kan ikke imødekomme ${request}`,
        text: [
          `Vi kan ikke imødekomme ${request} fra den ${received}.`,
          parts.ground,
          parts.reason,
          parts.complaint,
        ],
      }
    case "planned":
      return {
        subject: `Vi er i gang med ${request}`,
        text: [
          parts.begun,
          finishBy === ""
            ? "Resten sker af sig selv, når det kan lade sig gøre. Du får besked, når det er sket."
            : `Resten sker af sig selv, senest den ${finishBy}. Du får besked, når det er sket.`,
          parts.reason,
        ],
      }
    case "partly_completed":
      return {
        subject: `Vi har gjort en del af det, du bad om`,
        text: [parts.done, "Noget af det, du bad om, kunne vi ikke gøre.", parts.reason],
      }
    case "completed":
      return { subject: `Svar på ${request}`, text: [parts.done, parts.held, parts.remark] }
    case "withdrawn":
      return {
        subject: `Vi går ikke videre med ${request}`,
        text: [
          `Vi har noteret den ${parts.happened_on}, at du har trukket ${request} tilbage.`,
          "Er det en fejl, så svar på dette brev, så går vi videre.",
        ],
      }
  }
}

const bodyEn = (template: LetterTemplate, parts: LetterParts): Body => {
  const { request, received_on: received, answer_by: answerBy, finish_by: finishBy } = parts
  switch (template) {
    case "receipt":
      return {
        subject: `We have received ${request}`,
        text: [
          `We received ${request} on ${received}.`,
          `You will have an answer by ${answerBy}. It costs nothing. If we need longer, or there is something we cannot do, we will write why before then.`,
        ],
      }
    case "identity":
      return {
        subject: `We are in doubt about who is writing`,
        text: [
          `We have ${request}, but are in doubt about who sent it. Therefore we cannot go on yet.`,
          parts.reason,
          "Answer this letter and we will find out together. Do not send a copy of a passport, driving licence or health card; we do not keep it.",
        ],
      }
    case "extension":
      return {
        subject: `We need longer for ${request}`,
        text: [
          `We cannot answer ${request} within one month. You will have an answer by ${answerBy}.`,
          parts.reason,
          parts.complaint,
        ],
      }
    case "refusal":
      return {
        subject: `We cannot meet ${request}`,
        text: [
          `We cannot meet ${request} of ${received}.`,
          parts.ground,
          parts.reason,
          parts.complaint,
        ],
      }
    case "planned":
      return {
        subject: `We are working on ${request}`,
        text: [
          parts.begun,
          finishBy === ""
            ? "The rest happens by itself as soon as it can. You will be told when it is done."
            : `The rest happens by itself, by ${finishBy} at the latest. You will be told when it is done.`,
          parts.reason,
        ],
      }
    case "partly_completed":
      return {
        subject: `We have done part of what you asked for`,
        text: [parts.done, "Some of what you asked for we could not do.", parts.reason],
      }
    case "completed":
      return { subject: `Answer to ${request}`, text: [parts.done, parts.held, parts.remark] }
    case "withdrawn":
      return {
        subject: `We do not go on with ${request}`,
        text: [
          `We noted on ${parts.happened_on} that you took back ${request}.`,
          "If that is a mistake, answer this letter and we will go on.",
        ],
      }
  }
}

const BODIES: Readonly<Record<LetterLocale, typeof bodyDa>> = { da: bodyDa, en: bodyEn }

/** They answer the request, so they tell what is kept, who was told, and where to complain. */
const ANSWERS: readonly LetterTemplate[] = ["planned", "completed", "partly_completed"]

/** The letter as it is shipped: plain text, paragraphs apart by an empty line. */
export const shippedLetter = (
  template: LetterTemplate,
  locale: LetterLocale,
  facts: LetterFacts
): LetterText => {
  const parts = letterParts(facts, locale)
  const { subject, text } = BODIES[locale](template, parts)
  const answer = ANSWERS.includes(template)
    ? [parts.result, parts.kept, parts.recipients, parts.complaint]
    : []
  const paragraphs = [
    ...[parts.hello, ...text, ...answer],
    ...[LETTER_WORDS[locale].questions(facts.shop.email), parts.sender],
  ]
  return { subject, text: paragraphs.filter((part) => part !== "").join("\n\n") }
}
