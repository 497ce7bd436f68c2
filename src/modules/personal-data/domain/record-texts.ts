import type { Basis, Category, Purpose, Retention } from "./table-map"

export type RecordLocale = "da" | "en"

/** Whose data it is. */
export type People = "customers" | "visitors" | "receivers" | "company_contacts" | "staff"

export type RecordTexts = {
  title: string
  generated: (day: string) => string
  controller: string
  cvr: string
  address: string
  email: string
  phone: string
  dpo: string
  columns: Record<
    "activity" | "bases" | "people" | "categories" | "recipients" | "retention" | "tables",
    string
  >
  security: string
  /** Art. 30(1)(g), until staff writes its own. */
  securityText: string
  noRecipients: string
  needsSafeguard: string
  unclassified: (count: number) => string
  purposes: Record<Purpose, string>
  categories: Record<Category, string>
  bases: Record<Basis, string>
  retentions: Record<Retention, string>
  people: Record<People, string>
}

const da: RecordTexts = {
  title: "Fortegnelse over behandlingsaktiviteter",
  generated: (day) =>
    `Dannet ${day} ud fra butikkens datakort. Databeskyttelsesforordningen art. 30, stk. 1.`,
  controller: "Dataansvarlig",
  cvr: "CVR-nummer",
  address: "Adresse",
  email: "E-mail",
  phone: "Telefon",
  dpo: "Databeskyttelsesrådgiver",
  columns: {
    activity: "Aktivitet",
    bases: "Behandlingsgrundlag",
    people: "Hvis oplysninger",
    categories: "Hvilke oplysninger",
    recipients: "Modtagere",
    retention: "Hvornår slettes de",
    tables: "Tabeller",
  },
  security: "Sikkerhed",
  securityText:
    "Kun medarbejdere, som butikken har udpeget ved navn, kan hente eller slette en persons samlede oplysninger. Hver sletning læses efter og efterlader et bevis uden navne. Adgangskoder gemmes kun som hash. Udstedte fakturaer ligger låst for sig og slettes, når loven tillader det. Tilføj, hvad butikken selv gør: hosting, kryptering, sikkerhedskopier, opdateringer og hvem der har adgang.",
  noRecipients: "Ingen oplyst",
  needsSafeguard: "uden for EU/EØS: skriv, hvad der beskytter oplysningerne",
  unclassified: (count) =>
    `${count.toString()} ${count === 1 ? "kolonne i databasen er ikke beskrevet" : "kolonner i databasen er ikke beskrevet"} endnu og regnes for personoplysninger.`,
  purposes: {
    sale: "Salg: tage imod, bekræfte og gennemføre ordrer",
    delivery: "Levering af varer",
    payment: "Betaling og tilbagebetaling",
    account: "Kundekonti og login",
    service: "Kundeservice: returvarer, reklamationer, beskeder og noter",
    bookkeeping: "Bogføring",
    marketing: "Markedsføring og nyhedsbrev",
    accountability: "Bevis for, hvad der er vist, aftalt og slettet",
    operation: "Drift og sikkerhed i butikken",
    administration: "Medarbejdere og hvad de har gjort",
  },
  categories: {
    account: "Kontooplysninger: navn, e-mail, telefon",
    login: "Login",
    address: "Navn og adresse",
    cart: "Indkøbskurv",
    order_contact: "Kontaktoplysninger på ordrer",
    order_note: "Noter, beskeder og felter, kunden eller butikken selv har tilføjet",
    delivery: "Leveringsoplysninger, også udleveringssted og pakkenummer",
    payment: "Betalingsoplysninger uden kortnumre",
    sent_message: "Sendte beskeder",
    company: "Firma, CVR- og EAN-nummer, referencer",
    consent: "Hvilke vilkår og samtykker der er vist og givet",
    newsletter: "Tilmelding til nyhedsbrev",
    technical: "Tekniske oplysninger",
    invoice: "Fakturaer og kreditnotaer",
    evidence: "Beviser for sletning",
    staff: "Medarbejderes navn, e-mail og handlinger",
  },
  bases: {
    contract: "Aftale med personen (art. 6, stk. 1, litra b)",
    legal_obligation: "Pligt efter lov (art. 6, stk. 1, litra c)",
    consent: "Samtykke (art. 6, stk. 1, litra a)",
    legitimate_interest: "Butikkens legitime interesse (art. 6, stk. 1, litra f)",
  },
  retentions: {
    erasure: "Når personen slettes i butikken (art. 17)",
    short: "Efter kort tid, når teknikken ikke bruger dem mere",
    bookkeeping:
      "Fem år efter udgangen af det regnskabsår, de vedrører (bogføringsloven § 12, stk. 1)",
    evidence:
      "Gemmes som bevis, også efter sletning, så længe et krav kan rejses (art. 5, stk. 2, og art. 17, stk. 3, litra e)",
  },
  people: {
    customers: "Kunder",
    visitors: "Besøgende, der har lagt varer i kurven",
    receivers: "Modtagere af varer",
    company_contacts: "Kontaktpersoner hos firmaer og myndigheder",
    staff: "Medarbejdere",
  },
}

const en: RecordTexts = {
  title: "Record of processing activities",
  generated: (day) => `Made on ${day} from the store's map of personal data. GDPR Art. 30(1).`,
  controller: "Controller",
  cvr: "CVR number",
  address: "Address",
  email: "E-mail",
  phone: "Phone",
  dpo: "Data protection officer",
  columns: {
    activity: "Activity",
    bases: "Legal basis",
    people: "Whose data",
    categories: "What data",
    recipients: "Recipients",
    retention: "When it is erased",
    tables: "Tables",
  },
  security: "Security",
  securityText:
    "Only staff whom the store has named can download or erase all data of a person. Each erasure is read back and leaves a proof without names. Passwords are kept as hashes only. Issued invoices are sealed apart and erased when the law lets them go. Add what the store itself does: hosting, encryption, backups, updates and who has access.",
  noRecipients: "None stated",
  needsSafeguard: "outside the EU and EEA: state what protects the data",
  unclassified: (count) =>
    `${count.toString()} ${count === 1 ? "column" : "columns"} of the database ${count === 1 ? "is" : "are"} not described yet and ${count === 1 ? "counts" : "count"} as personal data.`,
  purposes: {
    sale: "Sales: taking, confirming and carrying out orders",
    delivery: "Delivery of goods",
    payment: "Payments and refunds",
    account: "Customer accounts and logins",
    service: "Customer service: returns, complaints, messages and notes",
    bookkeeping: "Bookkeeping",
    marketing: "Marketing and newsletter",
    accountability: "Proof of what was shown, agreed and erased",
    operation: "Running and securing the store",
    administration: "Staff and what they did",
  },
  categories: {
    account: "Account: name, e-mail, phone",
    login: "Login",
    address: "Name and address",
    cart: "Shopping cart",
    order_contact: "Contact data on orders",
    order_note: "Notes, messages and fields the customer or the store added",
    delivery: "Delivery data, pick-up point and tracking number too",
    payment: "Payment data without card numbers",
    sent_message: "Messages sent",
    company: "Company, CVR and EAN number, references",
    consent: "Which terms and consents were shown and given",
    newsletter: "Newsletter sign-up",
    technical: "Technical data",
    invoice: "Invoices and credit notes",
    evidence: "Proofs of erasure",
    staff: "Names, e-mails and actions of staff",
  },
  bases: {
    contract: "Contract with the person (Art. 6(1)(b))",
    legal_obligation: "Legal obligation (Art. 6(1)(c))",
    consent: "Consent (Art. 6(1)(a))",
    legitimate_interest: "The store's legitimate interest (Art. 6(1)(f))",
  },
  retentions: {
    erasure: "When the person is erased in the store (Art. 17)",
    short: "After a short while, once the machinery needs it no more",
    bookkeeping:
      "Five years from the end of the financial year it concerns (Danish Bookkeeping Act § 12(1))",
    evidence:
      "Kept as proof, after erasure too, for as long as a claim can be made (Art. 5(2) and 17(3)(e))",
  },
  people: {
    customers: "Customers",
    visitors: "Visitors who filled a cart",
    receivers: "Receivers of goods",
    company_contacts: "Contacts at companies and authorities",
    staff: "Staff",
  },
}

export const recordTexts: Readonly<Record<RecordLocale, RecordTexts>> = { da, en }
