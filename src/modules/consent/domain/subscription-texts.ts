export type MailText = { subject: string; text: string }

/** What a person is asked to confirm; the mail itself sells nothing. */
type Asked = { shop: string; email: string; link: string }

const TEXTS: Readonly<Record<"da" | "en", (asked: Asked) => MailText>> = {
  da: ({ shop, email, link }) => ({
    subject: `Bekræft din tilmelding hos ${shop}`,
    text: [
      `Hej`,
      "",
      `Du er ved at tilmelde dig markedsføring på e-mail fra ${shop}. Bekræft her, så gælder din tilmelding:`,
      link,
      "",
      "Linket virker i 7 dage. Har du ikke bedt om det, skal du ikke gøre noget. Så får du ikke mere fra os om det.",
      "",
      shop,
      email,
    ].join("\n"),
  }),
  en: ({ shop, email, link }) => ({
    subject: `Confirm your sign-up with ${shop}`,
    text: [
      `Hello`,
      "",
      `You are about to sign up for marketing by e-mail from ${shop}. Confirm it here to make it count:`,
      link,
      "",
      "The link works for 7 days. If you did not ask for this, do nothing and you will hear no more about it.",
      "",
      shop,
      email,
    ].join("\n"),
  }),
}

/** Subject and text of the mail that asks to confirm a sign-up, for a provider that has no template of its own. */
export const subscriptionMailOf = (locale: "da" | "en", asked: Asked): MailText =>
  TEXTS[locale](asked)
