import type { RequestKind } from "./kinds"

export type MailText = { subject: string; text: string }

/** What a person asked, as the mail says it back to them. */
const ASKED: Readonly<Record<"da" | "en", Readonly<Record<RequestKind, string>>>> = {
  da: {
    information: "at få at vide, hvordan dine oplysninger bruges",
    access: "at se dine oplysninger",
    portability: "at få dine oplysninger udleveret, så du kan tage dem med dig",
    rectification: "at få rettet dine oplysninger",
    erasure: "at få slettet dine oplysninger",
    restriction: "at få begrænset brugen af dine oplysninger",
    objection_marketing: "ikke at få markedsføring",
    objection_automated: "at få et menneske til at se på en automatisk afgørelse",
    consent_withdrawal: "at trække dit samtykke tilbage",
  },
  en: {
    information: "to be told how your data is used",
    access: "to see your data",
    portability: "to be given your data so that you can take it with you",
    rectification: "to have your data corrected",
    erasure: "to have your data erased",
    restriction: "to have the use of your data restricted",
    objection_marketing: "to get no marketing",
    objection_automated: "to have a person look at an automated decision",
    consent_withdrawal: "to withdraw your consent",
  },
}

type Link = { shop: string; email: string; kind: RequestKind; link: string; expires: Date }

const moment = (language: string, at: Date): string =>
  new Intl.DateTimeFormat(language, {
    ...{ dateStyle: "long", timeStyle: "short", timeZone: "Europe/Copenhagen" },
  }).format(at)

const TEXTS: Readonly<Record<"da" | "en", (mail: Link) => MailText>> = {
  da: ({ shop, email, kind, link, expires }) => ({
    subject: `Bekræft, hvad du har bedt ${shop} om`,
    text: [
      "Hej",
      "",
      `Du har bedt ${shop} om ${ASKED.da[kind]}. Bekræft her, så går vi i gang:`,
      link,
      "",
      `Linket virker én gang og indtil ${moment("da-DK", expires)}.`,
      "Har du ikke bedt om det, skal du ikke gøre noget. Så sletter vi det, der er skrevet, og du hører ikke mere om det.",
      "",
      shop,
      email,
    ].join("\n"),
  }),
  en: ({ shop, email, kind, link, expires }) => ({
    subject: `Confirm what you asked ${shop}`,
    text: [
      "Hello",
      "",
      `You asked ${shop} ${ASKED.en[kind]}. Confirm it here and we begin:`,
      link,
      "",
      `The link works once, until ${moment("en-GB", expires)}, Danish time.`,
      "If you did not ask for this, do nothing. We then erase what was entered and you hear no more about it.",
      "",
      shop,
      email,
    ].join("\n"),
  }),
}

/** Subject and text of the mail that a guest confirms a request with, for a provider that has no template of its own. */
export const linkMailOf = (locale: "da" | "en", mail: Link): MailText => TEXTS[locale](mail)
