import type { AskedField } from "./asked"
import type { BreachKind, BreachRisk, DataCategory, PeopleCategory } from "./kinds"

type Words = {
  language: string
  title: string
  drill: string
  unknown: string
  fields: Readonly<
    Record<
      | AskedField
      | "controller"
      | "contact"
      | "occurred"
      | "detected_at"
      | "aware_at"
      | "measures_planned"
      | "processor"
      | "risk"
      | "reasoning"
      | "delay_reasons",
      string
    >
  >
  kinds: Readonly<Record<BreachKind, string>>
  risks: Readonly<Record<BreachRisk, string>>
  people: Readonly<Record<PeopleCategory, string>>
  data: Readonly<Record<DataCategory, string>>
}

/** The words of a report, in the order and with the names of GDPR Art. 33(3). */
export const REPORT_WORDS: Readonly<Record<"da" | "en", Words>> = {
  da: {
    language: "da-DK",
    title: "Anmeldelse af brud på persondatasikkerheden",
    drill: "ØVELSE: skal ikke anmeldes",
    unknown: "Ikke oplyst endnu",
    fields: {
      controller: "Dataansvarlig",
      contact: "Kontaktpunkt",
      kinds: "Bruddets art",
      occurred: "Hvornår det skete",
      detected_at: "Hvornår det blev opdaget",
      aware_at: "Hvornår vi var rimeligt sikre",
      nature: "Hvad der skete",
      people_categories: "Kategorier af berørte personer",
      people_count: "Omtrentligt antal personer",
      data_categories: "Kategorier af oplysninger",
      records_count: "Omtrentligt antal registreringer",
      consequences: "Sandsynlige konsekvenser",
      measures_taken: "Hvad der er gjort",
      measures_planned: "Hvad der vil blive gjort",
      processor: "Databehandler, hvor det skete",
      risk: "Risiko for de berørte",
      reasoning: "Begrundelse",
      delay_reasons: "Hvorfor fristen er overskredet",
    },
    kinds: {
      confidentiality: "fortrolighed (uvedkommende kunne se oplysninger)",
      integrity: "integritet (oplysninger blev ændret)",
      availability: "tilgængelighed (oplysninger gik tabt eller kunne ikke nås)",
    },
    risks: { unlikely: "usandsynlig", risk: "risiko", high: "høj risiko" },
    people: {
      customers: "kunder med konto",
      guests: "kunder uden konto",
      business: "kontaktpersoner i virksomheder",
      public: "kontaktpersoner i det offentlige",
      staff: "medarbejdere",
    },
    data: {
      name: "navn",
      address: "adresse",
      email: "e-mail",
      phone: "telefonnummer",
      orders: "ordrer og købshistorik",
      payments: "betalingsoplysninger (ikke kortnumre)",
      login: "loginoplysninger",
      messages: "beskeder",
      protected_address: "beskyttet adresse",
      national_id: "CPR-nummer",
      other: "andre oplysninger",
    },
  },
  en: {
    language: "en-GB",
    title: "Notification of a personal data breach",
    drill: "DRILL: not to be reported",
    unknown: "Not known yet",
    fields: {
      controller: "Controller",
      contact: "Contact point",
      kinds: "Nature of the breach",
      occurred: "When it happened",
      detected_at: "When it was detected",
      aware_at: "When we were reasonably certain",
      nature: "What happened",
      people_categories: "Categories of people concerned",
      people_count: "Approximate number of people",
      data_categories: "Categories of data",
      records_count: "Approximate number of records",
      consequences: "Likely consequences",
      measures_taken: "What has been done",
      measures_planned: "What will be done",
      processor: "Processor it happened at",
      risk: "Risk to the people concerned",
      reasoning: "Reasoning",
      delay_reasons: "Why the deadline was missed",
    },
    kinds: {
      confidentiality: "confidentiality (outsiders could see data)",
      integrity: "integrity (data were changed)",
      availability: "availability (data were lost or out of reach)",
    },
    risks: { unlikely: "unlikely", risk: "risk", high: "high risk" },
    people: {
      customers: "customers with an account",
      guests: "customers without an account",
      business: "contact persons in companies",
      public: "contact persons in the public sector",
      staff: "staff",
    },
    data: {
      name: "name",
      address: "address",
      email: "e-mail",
      phone: "phone number",
      orders: "orders and purchase history",
      payments: "payment data (not card numbers)",
      login: "login data",
      messages: "messages",
      protected_address: "protected address",
      national_id: "CPR number",
      other: "other data",
    },
  },
}
