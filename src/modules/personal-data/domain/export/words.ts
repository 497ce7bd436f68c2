import type { Basis, Category, Origin, Purpose, Retention } from "../table-map"

/** Languages an export is written in. */
export type Locale = "da" | "en"
export type Text = Readonly<Record<Locale, string>>

/** What the store uses data for (Art. 15(1)(a)). */
export const PURPOSE_WORDS: Readonly<Record<Purpose, Text>> = {
  sale: {
    da: "Køb: at tage imod, bekræfte og udføre dine ordrer",
    en: "Purchases: taking, confirming and carrying out your orders",
  },
  delivery: {
    da: "Levering: at få varerne frem til dig",
    en: "Delivery: getting the goods to you",
  },
  payment: {
    da: "Betaling: at modtage penge fra dig og betale tilbage",
    en: "Payment: receiving money from you and paying it back",
  },
  account: { da: "Konto: din konto og dit login", en: "Account: your account and your login" },
  service: {
    da: "Kundeservice: returneringer, reklamationer, beskeder og noter",
    en: "Customer service: returns, complaints, messages and notes",
  },
  bookkeeping: {
    da: "Regnskab: fakturaer og bogføring",
    en: "Accounts: invoices and bookkeeping",
  },
  marketing: {
    da: "Markedsføring: nyhedsbrev og tilbud",
    en: "Marketing: newsletter and offers",
  },
  accountability: {
    da: "Dokumentation: at kunne vise, hvad du har fået vist, sagt ja til og fået slettet",
    en: "Proof: being able to show what you were shown, agreed to and had erased",
  },
  operation: {
    da: "Drift: at holde butikken kørende og sikker",
    en: "Operation: keeping the store running and secure",
  },
  administration: {
    da: "Medarbejdere: hvem der arbejder i butikken, og hvad de gør",
    en: "Staff: who works in the store and what they do",
  },
}

/** Kinds of data (Art. 15(1)(b)), in the order a reader meets them. */
export const CATEGORY_WORDS: Readonly<Record<Category, Text>> = {
  account: { da: "Konto", en: "Account" },
  login: { da: "Login", en: "Login" },
  address: { da: "Adresser", en: "Addresses" },
  order_contact: { da: "Ordrer", en: "Orders" },
  order_note: { da: "Linjer, noter og beskeder", en: "Lines, notes and messages" },
  company: { da: "Firmaoplysninger", en: "Company details" },
  payment: { da: "Betaling", en: "Payment" },
  delivery: { da: "Levering", en: "Delivery" },
  invoice: { da: "Fakturaer og kreditnotaer", en: "Invoices and credit notes" },
  cart: { da: "Kurve", en: "Carts" },
  sent_message: { da: "Beskeder, vi har sendt", en: "Messages we sent" },
  consent: { da: "Samtykker og viste tekster", en: "Consents and texts shown" },
  newsletter: { da: "Nyhedsbrev", en: "Newsletter" },
  technical: { da: "Tekniske oplysninger", en: "Technical details" },
  evidence: { da: "Bevis for sletning", en: "Proof of erasure" },
  staff: { da: "Medarbejderoplysninger", en: "Staff details" },
}

export const BASIS_WORDS: Readonly<Record<Basis, Text>> = {
  contract: {
    da: "Aftalen med dig (databeskyttelsesforordningen art. 6, stk. 1, litra b)",
    en: "The contract with you (GDPR Art. 6(1)(b))",
  },
  legal_obligation: {
    da: "En pligt efter loven (databeskyttelsesforordningen art. 6, stk. 1, litra c)",
    en: "A duty by law (GDPR Art. 6(1)(c))",
  },
  consent: {
    da: "Dit samtykke (databeskyttelsesforordningen art. 6, stk. 1, litra a)",
    en: "Your consent (GDPR Art. 6(1)(a))",
  },
  legitimate_interest: {
    da: "Vores berettigede interesse i at drive butikken og kunne dokumentere handlen (databeskyttelsesforordningen art. 6, stk. 1, litra f)",
    en: "Our legitimate interest in running the store and proving the sale (GDPR Art. 6(1)(f))",
  },
}

/** How long, or by which criteria (Art. 15(1)(d)). */
export const RETENTION_WORDS: Readonly<Record<Retention, Text>> = {
  erasure: {
    da: "Så længe vi skal bruge dem til formålet. Du kan bede os om at slette dem. En ordre, der ikke er afsluttet, skal først være færdig; en ordre uden faktura beholder køberens navn og adresse, til bogføringsfristen er udløbet.",
    en: "As long as we need them for the purpose. You can ask us to erase them. An order that is still open is finished first; an order without an invoice keeps the buyer's name and address until the bookkeeping term has ended.",
  },
  short: {
    da: "Kort tid, fordi systemet har brug for dem teknisk. Derefter forsvinder de af sig selv.",
    en: "A short while, because the system needs them technically. Then they go by themselves.",
  },
  bookkeeping: {
    da: "Fem år fra udgangen af det regnskabsår, de hører til (bogføringsloven § 12).",
    en: "Five years from the end of the financial year they belong to (Danish Bookkeeping Act, section 12).",
  },
  evidence: {
    da: "Så længe vi skal kunne bevise, hvad der er vist, aftalt og slettet; højst indtil krav om det er forældet.",
    en: "As long as we must be able to prove what was shown, agreed and erased; at most until claims about it are time-barred.",
  },
}

/** Where data came from that the person did not give (Art. 15(1)(g)). */
export const SOURCE_WORDS: Readonly<Record<Exclude<Origin, "provided">, Text>> = {
  observed: {
    da: "Butikken har noteret, hvad der skete, da du brugte den: for eksempel tidspunkter, betalinger og forsendelser.",
    en: "The store noted what happened when you used it: times, payments and shipments, for example.",
  },
  derived: {
    da: "Butikken har dannet dem ud fra dine ordrer: for eksempel fakturaer.",
    en: "The store made them from your orders: invoices, for example.",
  },
  internal: {
    da: "Medarbejdere eller butikkens systemer har skrevet dem.",
    en: "Staff or the store's systems wrote them.",
  },
}

export type Right =
  "rectification" | "erasure" | "restriction" | "objection" | "portability" | "withdrawal"

/** What the person can ask for (Art. 15(1)(e)), with portability and withdrawal of consent. */
export const RIGHT_WORDS: Readonly<Record<Right, Text>> = {
  rectification: {
    da: "Rettelse: du kan få rettet det, der er forkert eller mangler (art. 16).",
    en: "Rectification: you can have what is wrong or missing put right (Art. 16).",
  },
  erasure: {
    da: "Sletning: du kan få dine oplysninger slettet, når ingen lov kræver, at vi gemmer dem (art. 17).",
    en: "Erasure: you can have your data erased when no law makes us keep it (Art. 17).",
  },
  restriction: {
    da: "Begrænsning: du kan bede os om kun at opbevare oplysningerne, mens en uenighed afklares (art. 18).",
    en: "Restriction: you can ask us only to store the data while a disagreement is settled (Art. 18).",
  },
  objection: {
    da: "Indsigelse: du kan gøre indsigelse mod vores brug af oplysningerne, og altid mod markedsføring (art. 21).",
    en: "Objection: you can object to how we use the data, and always to marketing (Art. 21).",
  },
  portability: {
    da: "Dataportabilitet: du kan få det, du selv har givet os, i en fil, som andre systemer kan læse (art. 20).",
    en: "Portability: you can have what you gave us in a file that other systems can read (Art. 20).",
  },
  withdrawal: {
    da: "Tilbagekaldelse: et samtykke kan du altid trække tilbage (art. 7, stk. 3).",
    en: "Withdrawal: you can withdraw a consent at any time (Art. 7(3)).",
  },
}

/** The supervisory authority (Art. 15(1)(f)). */
export const DATATILSYNET = {
  authority: "Datatilsynet",
  address: "Carl Jacobsens Vej 35, 2500 Valby",
  phone: "+45 33 19 32 00",
  email: "dt@datatilsynet.dk",
  url: "https://www.datatilsynet.dk",
} as const

export const COMPLAINT: Text = {
  da: "Er du utilfreds med, hvordan vi bruger dine oplysninger, kan du klage til Datatilsynet. Skriv gerne til os først.",
  en: "If you are unhappy with how we use your data, you can complain to Datatilsynet, the Danish data protection authority. You are welcome to write to us first.",
}

export const NO_AUTOMATED_DECISIONS: Text = {
  da: "Ingen. Vi træffer ikke afgørelser om dig alene ved automatik, og vi laver ikke profiler af dig.",
  en: "None. We take no decisions about you by automated means alone, and we make no profiles of you.",
}

/** What a recipient is to the shop (Art. 4(7)-(8), 26). */
export const ROLE_WORDS: Readonly<Record<"processor" | "controller" | "joint_controller", Text>> = {
  processor: { da: "Databehandler for os", en: "Processor for us" },
  controller: { da: "Selv dataansvarlig", en: "Controller of its own" },
  joint_controller: { da: "Dataansvarlig sammen med os", en: "Controller together with us" },
}

export const NO_SAFEGUARD: Text = {
  da: "Ingen: landet hører til EU eller EØS, hvor de samme regler gælder.",
  en: "None needed: the country belongs to the EU or EEA, where the same rules apply.",
}

export const SAFEGUARD_NOT_STATED: Text = {
  da: "Ikke oplyst. Landet hører ikke til EU eller EØS; spørg os, hvad der beskytter oplysningerne.",
  en: "Not stated. The country is outside the EU and EEA; ask us what protects the data.",
}
