import type { RefusalGround, RequestKind } from "../kinds"
import type { LetterLocale } from "./facts"

/** What the letters are made of, in one language. */
export type LetterWords = {
  language: string
  /** "din anmodning om indsigt" */
  request: Readonly<Record<RequestKind, string>>
  /** What was done, on a day. */
  done: Readonly<Record<Exclude<RequestKind, "erasure">, (day: string) => string>>
  ground: Readonly<Record<RefusalGround, string>>
  hello: (name: string | null) => string
  complaint: string
  because: string
  remark: string
  list: { document: (number: string) => string; order: (number: string) => string }
  kept: (what: string, law: string, day: string | null) => string
  keptIntro: string
  keptUse: string
  waiting: (orders: string) => string
  /** What a claim keeps: orders by number, or all there is when empty. */
  held: (orders: string) => string
  /** All erasing is stopped. */
  stopped: string
  /** What keeps an erasure waiting is the shop's own. */
  notReady: string
  /** How an answer begins while an erasure waits: something has been erased, or nothing yet. */
  begun: Readonly<Record<"some" | "none", string>>
  /** What an erasure took: an account, whatever there was, or nothing. */
  erased: Readonly<Record<"account" | "data" | "nothing", (day: string) => string>>
  uncertain: (orders: number) => string
  /** What is held, by category, and that nothing is. */
  holds: (lines: readonly string[]) => string
  holdsNothing: string
  toCorrect: (invoices: string) => string
  decision: Readonly<Record<"upheld" | "changed", string>>
  restrictedThrough: (day: string) => string
  rules: (rules: readonly string[]) => string
  recipients: (names: string) => string
  questions: (shop: string) => string
}

const da: LetterWords = {
  language: "da-DK",
  request: {
    information: "din anmodning om oplysning om, hvad vi har om dig",
    access: "din anmodning om indsigt",
    portability: "din anmodning om dataportabilitet",
    rectification: "din anmodning om rettelse",
    erasure: "din anmodning om sletning",
    restriction: "din anmodning om begrænsning",
    objection_marketing: "din indsigelse mod markedsføring",
    objection_automated: "din indsigelse mod automatiske afgørelser",
    consent_withdrawal: "din tilbagekaldelse af samtykke",
  },
  done: {
    information: (day) => `Vi har svaret på, hvad vi har om dig, den ${day}.`,
    access: (day) => `Vi har fundet dine oplysninger frem til dig den ${day}.`,
    portability: (day) =>
      `Vi har fundet de oplysninger, du selv har givet os, frem til dig den ${day} i et format, som andre systemer kan læse.`,
    rectification: (day) =>
      `Vi har rettet dine oplysninger den ${day}. Fakturaer, der er udstedt, ændrer vi ikke; er de forkerte, retter vi dem med en kreditnota.`,
    restriction: (day) =>
      `Vi har begrænset brugen af dine oplysninger den ${day}. Vi gemmer dem, men bruger dem ikke, og du får besked, før det ændrer sig.`,
    objection_marketing: (day) =>
      `Vi bruger ikke længere dine oplysninger til markedsføring fra den ${day}.`,
    objection_automated: (day) => `Et menneske har set på afgørelsen den ${day}.`,
    consent_withdrawal: (day) =>
      `Dit samtykke er trukket tilbage den ${day}. Det, vi gjorde før, var lovligt, men vi gør det ikke igen.`,
  },
  ground: {
    not_identified:
      "Vi kan ikke se, at oplysningerne er dine (databeskyttelsesforordningens artikel 11 og 12, stk. 6).",
    unfounded:
      "Anmodningen er åbenbart grundløs (databeskyttelsesforordningens artikel 12, stk. 5).",
    excessive:
      "Anmodningen er overdreven, for eksempel fordi den gentages (databeskyttelsesforordningens artikel 12, stk. 5).",
    others_rights:
      "Den ville krænke andres rettigheder (databeskyttelsesforordningens artikel 15, stk. 4).",
    legal_obligation:
      "En lov kræver, at vi beholder oplysningerne (databeskyttelsesforordningens artikel 17, stk. 3, litra b).",
    legal_claims:
      "Vi har brug for oplysningerne i en tvist (databeskyttelsesforordningens artikel 17, stk. 3, litra e).",
    not_covered: "Retten gælder ikke for det, du beder om.",
  },
  hello: (name) => (name === null ? "Hej" : `Hej ${name}`),
  complaint:
    "Er du utilfreds, kan du klage til Datatilsynet (datatilsynet.dk) eller gå til domstolene.",
  because: "Det er, fordi:",
  remark: "Vi skriver desuden:",
  list: { document: (number) => `faktura nr. ${number}`, order: (number) => `ordre ${number}` },
  kept: (what, law, day) =>
    day === null
      ? `${what}, fordi ${law} kræver det; dagen kendes, når regnskabsåret er oprettet`
      : `${what} til og med ${day}, fordi ${law} kræver det`,
  keptIntro: "Det her skal vi gemme:",
  keptUse:
    "Det indeholder navn, adresse og hvad der er købt, og bruges kun til regnskabet. Det slettes af sig selv; du skal ikke gøre noget. Du har stadig reklamationsret og kan returnere: brug fakturanummeret.",
  waiting: (orders) =>
    `Vi venter på ordre ${orders}. Når den er færdig, slettes resten af sig selv.`,
  held: (orders) =>
    `Vi beholder ${orders === "" ? "dine oplysninger" : `ordre ${orders}`}, så længe vi har brug for det i en tvist eller et retskrav (databeskyttelsesforordningens artikel 17, stk. 3, litra e). Derefter slettes det af sig selv.`,
  stopped:
    "Al sletning i butikken er sat på pause, fordi oplysninger kan være nødvendige i en sag (databeskyttelsesforordningens artikel 17, stk. 3, litra e). Den fortsætter af sig selv, når pausen er slut.",
  notReady: "Vores systemer er ikke klar til resten endnu. De prøver igen af sig selv.",
  begun: { some: "Vi gør det meste nu.", none: "Vi kan ikke slette dine oplysninger endnu." },
  erased: {
    account: (day) => `Vi har slettet din konto og dine oplysninger i butikken den ${day}.`,
    data: (day) =>
      `Vi har slettet dine oplysninger i butikken den ${day}, også din konto, hvis du havde en.`,
    nothing: (day) => `Vi fandt ikke noget om dig, som kunne slettes, den ${day}.`,
  },
  uncertain: (orders) =>
    `Vi har ikke rørt ${orders === 1 ? "en ordre, som kan være en andens" : `${orders.toString()} ordrer, som kan være en andens`}. Er det dine, så svar på dette brev.`,
  holds: (lines) =>
    ["Ud over denne anmodning har vi det her om dig:", ...lines.map((line) => `- ${line}`)].join(
      "\n"
    ),
  holdsNothing: "Vi har ingen oplysninger om dig i butikken ud over denne anmodning.",
  toCorrect: (invoices) => `Vi retter faktura ${invoices} med en kreditnota og en ny faktura.`,
  decision: { upheld: "Afgørelsen står ved magt.", changed: "Afgørelsen er ændret." },
  restrictedThrough: (day) =>
    `Begrænsningen gælder til og med ${day}. Derefter bruger vi oplysningerne igen som før.`,
  rules: (rules) =>
    rules.length === 0
      ? "Ingen regler hos os træffer afgørelser om dig alene ved automatik."
      : ["Det her afgøres automatisk om dig:", ...rules.map((rule) => `- ${rule}`)].join("\n"),
  recipients: (names) => `Vi beder ${names} om at gøre det samme, så langt de må.`,
  questions: (shop) => `Har du spørgsmål, så skriv til ${shop}.`,
}

const en: LetterWords = {
  language: "en-GB",
  request: {
    information: "your request to be told what we hold about you",
    access: "your request for access",
    portability: "your request for data portability",
    rectification: "your request for rectification",
    erasure: "your request for erasure",
    restriction: "your request for restriction",
    objection_marketing: "your objection to marketing",
    objection_automated: "your objection to automated decisions",
    consent_withdrawal: "your withdrawal of consent",
  },
  done: {
    information: (day) => `We answered what we hold about you on ${day}.`,
    access: (day) => `We prepared your data for you on ${day}.`,
    portability: (day) =>
      `We prepared the data you gave us on ${day}, in a format other systems can read.`,
    rectification: (day) =>
      `We corrected your data on ${day}. Invoices that were issued are not changed; if they are wrong, we correct them with a credit note.`,
    restriction: (day) =>
      `We restricted the use of your data on ${day}. We keep it but do not use it, and you will be told before that changes.`,
    objection_marketing: (day) => `We no longer use your data for marketing from ${day}.`,
    objection_automated: (day) => `A person reviewed the decision on ${day}.`,
    consent_withdrawal: (day) =>
      `Your consent was withdrawn on ${day}. What we did before was lawful, but we will not do it again.`,
  },
  ground: {
    not_identified:
      "We cannot see that the data is yours (General Data Protection Regulation, Articles 11 and 12(6)).",
    unfounded:
      "The request is manifestly unfounded (General Data Protection Regulation, Article 12(5)).",
    excessive:
      "The request is excessive, for example because it is repeated (General Data Protection Regulation, Article 12(5)).",
    others_rights:
      "It would adversely affect the rights of others (General Data Protection Regulation, Article 15(4)).",
    legal_obligation:
      "A law requires us to keep the data (General Data Protection Regulation, Article 17(3)(b)).",
    legal_claims:
      "We need the data in a dispute (General Data Protection Regulation, Article 17(3)(e)).",
    not_covered: "The right does not cover what you ask for.",
  },
  hello: (name) => (name === null ? "Hello" : `Hello ${name}`),
  complaint:
    "If you are not satisfied, you can complain to Datatilsynet, the Danish Data Protection Agency (datatilsynet.dk), or go to the courts.",
  because: "This is why:",
  remark: "We also write:",
  list: { document: (number) => `invoice no. ${number}`, order: (number) => `order ${number}` },
  kept: (what, law, day) =>
    day === null
      ? `${what}, because ${law} requires it; the day is known once the financial year has been set up`
      : `${what} through ${day}, because ${law} requires it`,
  keptIntro: "This we have to keep:",
  keptUse:
    "It holds name, address and what was bought, and is used for bookkeeping only. It is erased by itself; you need not do anything. You still have your right to complain about goods and may return them: use the invoice number.",
  waiting: (orders) =>
    `We are waiting for order ${orders}. When it is finished, the rest is erased by itself.`,
  held: (orders) =>
    `We keep ${orders === "" ? "your data" : `order ${orders}`} as long as we need it in a dispute or a legal claim (General Data Protection Regulation, Article 17(3)(e)). After that it is erased by itself.`,
  stopped:
    "All erasing in the shop is paused, because data may be needed in a case (General Data Protection Regulation, Article 17(3)(e)). It goes on by itself when the pause is over.",
  notReady: "Our systems are not ready for the rest yet. They try again by themselves.",
  begun: { some: "We do most of it now.", none: "We cannot erase your data yet." },
  erased: {
    account: (day) => `We erased your account and your data in the shop on ${day}.`,
    data: (day) => `We erased your data in the shop on ${day}, your account too if you had one.`,
    nothing: (day) => `We found nothing about you that could be erased on ${day}.`,
  },
  uncertain: (orders) =>
    `We left ${orders === 1 ? "an order that may be somebody else's" : `${orders.toString()} orders that may be somebody else's`} alone. If they are yours, answer this letter.`,
  holds: (lines) =>
    ["Beside this request we hold this about you:", ...lines.map((line) => `- ${line}`)].join("\n"),
  holdsNothing: "We hold no data about you in the shop but this request.",
  toCorrect: (invoices) => `We correct invoice ${invoices} with a credit note and a new invoice.`,
  decision: { upheld: "The decision stands.", changed: "The decision has been changed." },
  restrictedThrough: (day) =>
    `The restriction holds through ${day}. After that we use the data again as before.`,
  rules: (rules) =>
    rules.length === 0
      ? "No rule of ours takes decisions about you by automated means alone."
      : ["This is decided about you automatically:", ...rules.map((rule) => `- ${rule}`)].join(
          "\n"
        ),
  recipients: (names) => `We are asking ${names} to do the same, as far as they may.`,
  questions: (shop) => `If you have questions, write to ${shop}.`,
}

export const LETTER_WORDS: Readonly<Record<LetterLocale, LetterWords>> = { da, en }
