import type { BreachFacts } from "./facts"
import type { BreachRisk, QuickStart } from "./kinds"

type Locale = "da" | "en"

export type QuickStartGuide = {
  /** What to ask first, in the order that helps. */
  questions: Readonly<Record<Locale, readonly string[]>>
  /** What it mostly comes to; the answers decide. */
  likely_risk: BreachRisk
  prefill: Pick<BreachFacts, "kinds" | "people_categories" | "data_categories">
  /** What the store may begin from, to be put right. */
  nature: Readonly<Record<Locale, string>>
  measures: Readonly<Record<Locale, string>>
}

/** The six that happen most in a shop, with the questions whose answers decide the risk. */
export const QUICK_START_GUIDES: Readonly<Record<QuickStart, QuickStartGuide>> = {
  misdirected_mail: {
    likely_risk: "unlikely",
    prefill: {
      kinds: ["confidentiality"],
      people_categories: ["customers"],
      data_categories: ["name", "email", "orders"],
    },
    nature: {
      da: "En mail blev sendt til en anden end den, den var til.",
      en: "A mail was sent to somebody other than the person it was for.",
    },
    measures: {
      da: "Modtageren er bedt om at slette mailen og bekræfte det.",
      en: "The recipient was asked to delete the mail and to confirm it.",
    },
    questions: {
      da: [
        "Hvad stod der i mailen, og hvor mange personer var det om?",
        "Hvem fik den, og har de bekræftet, at den er slettet?",
        "Var der en beskyttet adresse, et CPR-nummer eller andet følsomt i den?",
      ],
      en: [
        "What did the mail say, and about how many people?",
        "Who got it, and have they confirmed that it is deleted?",
        "Did it hold a protected address, a CPR number or anything sensitive?",
      ],
    },
  },
  misdirected_parcel: {
    likely_risk: "unlikely",
    prefill: {
      kinds: ["confidentiality"],
      people_categories: ["customers"],
      data_categories: ["name", "address", "orders"],
    },
    nature: {
      da: "En pakke med navn, adresse eller følgeseddel kom til en anden end køberen.",
      en: "A parcel with a name, an address or a delivery note came to somebody other than the buyer.",
    },
    measures: {
      da: "Pakken hentes tilbage, og modtageren er bedt om ikke at gemme noget.",
      en: "The parcel is fetched back, and the recipient was asked to keep nothing.",
    },
    questions: {
      da: [
        "Hvad lå der i pakken ud over varerne: følgeseddel, faktura, navn på andre?",
        "Siger varerne selv noget følsomt om køberen?",
        "Har køberen beskyttet adresse?",
      ],
      en: [
        "What was in the parcel beside the goods: delivery note, invoice, other names?",
        "Do the goods themselves say anything sensitive about the buyer?",
        "Is the buyer's address protected?",
      ],
    },
  },
  lost_device: {
    likely_risk: "risk",
    prefill: {
      kinds: ["confidentiality", "availability"],
      people_categories: ["customers", "staff"],
      data_categories: ["name", "email", "phone", "messages"],
    },
    nature: {
      da: "En telefon eller computer med adgang til butikkens oplysninger er væk.",
      en: "A phone or computer with access to the shop's data is lost.",
    },
    measures: {
      da: "Enheden er spærret eller slettet på afstand, og adgangskoder er skiftet.",
      en: "The device was locked or wiped from afar, and passwords were changed.",
    },
    questions: {
      da: [
        "Er disken krypteret, og er skærmen låst med kode?",
        "Hvad var der adgang til: mail, Admin, filer?",
        "Hvornår blev den spærret, og er der tegn på, at nogen har brugt den?",
      ],
      en: [
        "Is the disk encrypted, and the screen locked by a code?",
        "What could be reached: mail, Admin, files?",
        "When was it locked, and is there any sign that somebody used it?",
      ],
    },
  },
  stolen_login: {
    likely_risk: "risk",
    prefill: {
      kinds: ["confidentiality", "integrity"],
      people_categories: ["customers", "guests"],
      data_categories: ["name", "address", "email", "phone", "orders"],
    },
    nature: {
      da: "En anden har brugt en medarbejders login.",
      en: "Somebody else used the login of a member of staff.",
    },
    measures: {
      da: "Loginet er lukket, alle sessioner er afsluttet, og adgangskoden er skiftet.",
      en: "The login is closed, all sessions were ended, and the password was changed.",
    },
    questions: {
      da: [
        "Hvis login var det, og hvilken rolle har de?",
        "Hvad viser loggen over adgang, at der er set eller hentet?",
        "Er noget ændret, sendt eller refunderet?",
      ],
      en: [
        "Whose login was it, and which role do they have?",
        "What does the access log show was seen or taken?",
        "Was anything changed, sent or refunded?",
      ],
    },
  },
  hacked_shop: {
    likely_risk: "high",
    prefill: {
      kinds: ["confidentiality", "integrity", "availability"],
      people_categories: ["customers", "guests", "business", "public"],
      data_categories: ["name", "address", "email", "phone", "orders", "login"],
    },
    nature: {
      da: "Uvedkommende har haft adgang til butikkens server, database eller sider.",
      en: "An intruder had access to the shop's server, database or pages.",
    },
    measures: {
      da: "Adgangen er lukket, hemmeligheder er skiftet, og der er gemt spor til efterforskning.",
      en: "The access is closed, secrets were changed, and traces were kept for an investigation.",
    },
    questions: {
      da: [
        "Hvad er der hentet, ændret eller slettet, og fra hvornår til hvornår?",
        "Kan adgangskoder eller betalingssider være ramt?",
        "Kan butikken genskabes fra en sikkerhedskopi, og er den ren?",
      ],
      en: [
        "What was taken, changed or deleted, and from when until when?",
        "Can passwords or payment pages be affected?",
        "Can the shop be restored from a backup, and is that one clean?",
      ],
    },
  },
  supplier_leak: {
    likely_risk: "risk",
    prefill: {
      kinds: ["confidentiality"],
      people_categories: ["customers"],
      data_categories: ["name", "address", "email", "orders"],
    },
    nature: {
      da: "En leverandør, der behandler oplysninger for butikken, har haft et brud.",
      en: "A supplier that processes data for the shop had a breach.",
    },
    measures: {
      da: "Leverandøren er bedt om, hvad der er sket, hvem det er om, og hvad de har gjort.",
      en: "The supplier was asked what happened, about whom, and what they did.",
    },
    questions: {
      da: [
        "Hvornår skrev leverandøren? Fra da af løber fristen.",
        "Hvilke ordrer eller kunder har de haft oplysninger om?",
        "Hvad siger databehandleraftalen om deres pligt til at hjælpe?",
      ],
      en: [
        "When did the supplier write? The limit runs from then.",
        "Which orders or customers did they have data of?",
        "What does the processing agreement say about their duty to help?",
      ],
    },
  },
}
