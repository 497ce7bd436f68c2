export type MailText = { subject: string; text: string }

/** What a person is asked to confirm. The mail sells nothing: of marketing it holds the text that is agreed to and no more. */
type Asked = {
  shop: string
  email: string
  link: string
  /** The text that stood beside the box. */
  notice: string
}

/** Every line of a text stands behind `>`, as mail programs quote. */
const quote = (text: string): string =>
  text
    .trim()
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n")

const TEXTS: Readonly<Record<"da" | "en", (asked: Asked) => MailText>> = {
  da: ({ shop, email, link, notice }) => ({
    subject: `Bekræft din tilmelding hos ${shop}`,
    text: [
      `Hej`,
      "",
      `Du er ved at tilmelde dig markedsføring på e-mail fra ${shop}. Det her siger du ja til:`,
      "",
      quote(notice),
      "",
      "Bekræft her, så gælder din tilmelding:",
      link,
      "",
      "Du kan altid afmelde dig igen. Det gør du med linket, der står i hver e-mail.",
      "Linket til at bekræfte virker i 7 dage. Har du ikke bedt om det, skal du ikke gøre noget. Så får du ikke mere fra os om det.",
      "",
      shop,
      email,
    ].join("\n"),
  }),
  en: ({ shop, email, link, notice }) => ({
    subject: `Confirm your sign-up with ${shop}`,
    text: [
      `Hello`,
      "",
      `You are about to sign up for marketing by e-mail from ${shop}. This is what you say yes to:`,
      "",
      quote(notice),
      "",
      "Confirm it here to make it count:",
      link,
      "",
      "You can unsubscribe at any time with the link in every e-mail.",
      "The link to confirm works for 7 days. If you did not ask for this, do nothing and you will hear no more about it.",
      "",
      shop,
      email,
    ].join("\n"),
  }),
}

/** Subject and text of the mail that asks to confirm a sign-up, for a provider that has no template of its own. */
export const subscriptionMailOf = (locale: "da" | "en", asked: Asked): MailText =>
  TEXTS[locale](asked)
