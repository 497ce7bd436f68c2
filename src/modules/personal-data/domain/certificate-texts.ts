import { scanTextsDa, scanTextsEn } from "./scan-texts"
import type { ScanTexts } from "./scan-texts"

export type Locale = "da" | "en"

type Texts = {
  language: string
  title: string
  complete: string
  partial: string
  facts: Record<"certificate" | "erasure" | "time" | "controller", string>
  erased: string
  erasedOn: (moment: string) => string
  nothing: string
  keptBecause: (law: string) => string
  document: (number: string, day: string | null) => string
  order: (number: number, day: string) => string
  byThemselves: string
  waiting: string
  whole: string
  numbered: (number: number) => string
  cart: string
  reasons: Readonly<Record<string, string>>
  veto: string
  other: string
  overridden: string
  uncertain: string
  uncertainOrders: (count: number) => string
  evidence: string
  evidenceErasure: string
  left: string
  notCovered: string
  proof: string
  reach: (tables: number, columns: number) => string
  mapDigest: string
  scan: ScanTexts
  rows: (rows: number) => string
  categories: Readonly<Record<string, string>>
}

const da: Texts = {
  language: "da-DK",
  title: "Bevis for sletning",
  complete: "Alt, der skulle slettes, er slettet. Det er læst efter med det samme.",
  partial: "Noget venter endnu eller er ikke slettet. Se nedenfor.",
  facts: {
    certificate: "Bevis",
    erasure: "Sletning",
    time: "Tidspunkt",
    controller: "Dataansvarlig",
  },
  erased: "Slettes nu",
  erasedOn: (moment) => `Slettet ${moment}:`,
  nothing: "Intet i denne omgang.",
  keptBecause: (law) => `Beholdes, fordi ${law} kræver det`,
  document: (number, day) =>
    day === null
      ? `Nr. ${number}, til regnskabsåret er oprettet`
      : `Nr. ${number} til og med ${day}`,
  order: (number, day) =>
    `Ordre ${number.toString()} til og med ${day}: navn og adresse, begrænset til regnskabet`,
  byThemselves: "Derefter sletter systemet dem selv.",
  waiting: "Venter",
  whole: "Hele personen",
  numbered: (number) => `Ordre ${number.toString()}`,
  cart: "En kurv",
  reasons: {
    uncaptured: "er ikke betalt færdig",
    unshipped: "er ikke afsendt",
    unpaid_invoice: "er leveret eller faktureret, men ikke betalt",
    return_open: "har en returnering i gang",
    claim_open: "har en reklamation i gang",
    exchange_open: "har en ombytning i gang",
    edit_requested: "har en ændring, der venter på kunden",
    payment_in_progress: "har en betaling i gang",
    invoice_missing: "mangler sin faktura",
    invoice_number_missing: "venter på sit fakturanummer",
    legal_hold: "holdes tilbage på grund af et retskrav",
    dispute: "holdes tilbage på grund af en tvist",
  },
  veto: "holdes tilbage af butikken",
  other: "er ikke færdig",
  overridden: "Slettet, selv om det ikke var færdigt",
  uncertain: "Ikke rørt",
  uncertainOrders: (count) =>
    count === 1
      ? "1 ordre uden login, som kan være en andens"
      : `${count.toString()} ordrer uden login, som kan være en andens`,
  evidence: "Beholdes som bevis",
  evidenceErasure: "At sletningen er sket (uden navn)",
  left: "Ikke slettet",
  notCovered: "Ikke dækket (kolonner, som kortet ikke kender)",
  proof: "Læst efter",
  reach: (tables, columns) =>
    `${columns.toString()} kolonner i ${tables.toString()} tabeller blev læst igen efter sletningen.`,
  mapDigest: "Kortets fingeraftryk (SHA-256)",
  scan: scanTextsDa,
  rows: (rows) => (rows === 1 ? "1 post" : `${rows.toString()} poster`),
  categories: {
    account: "Konto",
    login: "Login",
    address: "Adresser",
    cart: "Kurve",
    order_contact: "Telefon, mail og adresse på ordrer",
    order_note: "Bemærkninger",
    delivery: "Leveringsoplysninger",
    payment: "Oplysninger fra betalinger",
    sent_message: "Sendte mails",
    company: "Køberoplysninger",
    consent: "Visninger af privatlivspolitikken",
    newsletter: "Nyhedsbreve",
    technical: "Tekniske spor",
    invoice: "Fakturaer",
    evidence: "Beviser uden navn",
    staff: "Medarbejderoplysninger",
  },
}

const en: Texts = {
  language: "en-GB",
  title: "Proof of erasure",
  complete: "All that was to be erased is erased. It was read back at once.",
  partial: "Something still waits or is not erased. See below.",
  facts: {
    certificate: "Proof",
    erasure: "Erasure",
    time: "Time",
    controller: "Controller",
  },
  erased: "Erased now",
  erasedOn: (moment) => `Erased ${moment}:`,
  nothing: "Nothing this time.",
  keptBecause: (law) => `Kept, because ${law} requires it`,
  document: (number, day) =>
    day === null
      ? `No. ${number}, until its financial year has been set up`
      : `No. ${number} through ${day}`,
  order: (number, day) =>
    `Order ${number.toString()} through ${day}: name and address, restricted to bookkeeping`,
  byThemselves: "After that the system erases them by itself.",
  waiting: "Waiting",
  whole: "The whole person",
  numbered: (number) => `Order ${number.toString()}`,
  cart: "A cart",
  reasons: {
    uncaptured: "is not paid in full",
    unshipped: "has not been sent",
    unpaid_invoice: "is delivered or invoiced, but not paid",
    return_open: "has a return on the way",
    claim_open: "has an open claim",
    exchange_open: "has an open exchange",
    edit_requested: "has a change that waits for the customer",
    payment_in_progress: "has a payment on the way",
    invoice_missing: "lacks its invoice",
    invoice_number_missing: "waits for its invoice number",
    legal_hold: "is held for a legal claim",
    dispute: "is held for a dispute",
  },
  veto: "is held by the store",
  other: "is not finished",
  overridden: "Erased although not finished",
  uncertain: "Left alone",
  uncertainOrders: (count) =>
    count === 1
      ? "1 order without login that may be somebody else's"
      : `${count.toString()} orders without login that may be somebody else's`,
  evidence: "Kept as proof",
  evidenceErasure: "That the erasure was done (without the name)",
  left: "Not erased",
  notCovered: "Not covered (columns the map does not know)",
  proof: "Read back",
  reach: (tables, columns) =>
    `${columns.toString()} columns of ${tables.toString()} tables were read again after the erasure.`,
  mapDigest: "Digest of the map (SHA-256)",
  scan: scanTextsEn,
  rows: (rows) => (rows === 1 ? "1 row" : `${rows.toString()} rows`),
  categories: {
    account: "Account",
    login: "Login",
    address: "Addresses",
    cart: "Carts",
    order_contact: "Phone, e-mail and address on orders",
    order_note: "Notes",
    delivery: "Delivery details",
    payment: "Details of payments",
    sent_message: "Sent e-mails",
    company: "Buyer details",
    consent: "Showings of the privacy notice",
    newsletter: "Newsletters",
    technical: "Technical traces",
    invoice: "Invoices",
    evidence: "Proofs without a name",
    staff: "Staff details",
  },
}

export const certificateTexts: Readonly<Record<Locale, Texts>> = { da, en }
