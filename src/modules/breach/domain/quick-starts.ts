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
}

/** The six that happen most in a shop, with the questions whose answers decide the risk and say what is left to do. */
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
    questions: {
      da: [
        "Hvad stod der i mailen, og hvor mange personer var det om?",
        "Hvem fik den, og har de bekræftet, at den er slettet?",
        "Var der en beskyttet adresse, et CPR-nummer eller andet følsomt i den?",
        "Er modtageren bedt om at slette mailen og bekræfte det?",
      ],
      en: [
        "What did the mail say, and about how many people?",
        "Who got it, and have they confirmed that it is deleted?",
        "Did it hold a protected address, a CPR number or anything sensitive?",
        "Has the recipient been asked to delete the mail and to confirm it?",
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
    questions: {
      da: [
        "Hvad lå der i pakken ud over varerne: følgeseddel, faktura, navn på andre?",
        "Siger varerne selv noget følsomt om køberen?",
        "Har køberen beskyttet adresse?",
        "Er pakken hentet tilbage, og er modtageren bedt om ikke at gemme noget?",
      ],
      en: [
        "What was in the parcel beside the goods: delivery note, invoice, other names?",
        "Do the goods themselves say anything sensitive about the buyer?",
        "Is the buyer's address protected?",
        "Has the parcel been fetched back, and the recipient been asked to keep nothing?",
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
    questions: {
      da: [
        "Er disken krypteret, og er skærmen låst med kode?",
        "Hvad var der adgang til: mail, Admin, filer?",
        "Hvornår blev den spærret, og er der tegn på, at nogen har brugt den?",
        "Er enheden spærret eller slettet på afstand, og er adgangskoderne skiftet?",
      ],
      en: [
        "Is the disk encrypted, and the screen locked by a code?",
        "What could be reached: mail, Admin, files?",
        "When was it locked, and is there any sign that somebody used it?",
        "Has the device been locked or wiped from afar, and have the passwords been changed?",
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
    questions: {
      da: [
        "Hvis login var det, og hvilken rolle har de?",
        "Hvad viser loggen over adgang, at der er set eller hentet?",
        "Er noget ændret, sendt eller refunderet?",
        "Er loginet lukket, alle sessioner afsluttet og adgangskoden skiftet?",
      ],
      en: [
        "Whose login was it, and which role do they have?",
        "What does the access log show was seen or taken?",
        "Was anything changed, sent or refunded?",
        "Has the login been closed, have all sessions been ended, and the password been changed?",
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
    questions: {
      da: [
        "Hvad er der hentet, ændret eller slettet, og fra hvornår til hvornår?",
        "Kan adgangskoder eller betalingssider være ramt?",
        "Kan butikken genskabes fra en sikkerhedskopi, og er den ren?",
        "Er adgangen lukket, er hemmelighederne skiftet, og er sporene gemt til efterforskning?",
      ],
      en: [
        "What was taken, changed or deleted, and from when until when?",
        "Can passwords or payment pages be affected?",
        "Can the shop be restored from a backup, and is that one clean?",
        "Has the access been closed, have secrets been changed, and traces been kept for an investigation?",
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
    questions: {
      da: [
        "Hvornår skrev leverandøren? Fra da af løber fristen.",
        "Hvilke ordrer eller kunder har de haft oplysninger om?",
        "Hvad siger databehandleraftalen om deres pligt til at hjælpe?",
        "Er leverandøren spurgt om, hvad der er sket, hvem det handler om, og hvad de har gjort?",
      ],
      en: [
        "When did the supplier write? The limit runs from then.",
        "Which orders or customers did they have data of?",
        "What does the processing agreement say about their duty to help?",
        "Has the supplier been asked what happened, about whom, and what they did?",
      ],
    },
  },
}
