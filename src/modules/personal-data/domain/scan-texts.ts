import type { ErasureProof, ScanPlace } from "./scan-result"

type Read = Pick<ErasureProof, "tables" | "columns" | "bytes">

/** What a proof says of the whole database. */
export type ScanTexts = {
  title: string
  /** Under the heading of the proof. */
  levels: Readonly<Record<ErasureProof["level"], string>>
  notYet: string
  read: (moment: string, read: Read) => string
  nothing: string
  found: string
  kept: string
  left: string
  unread: string
  secretLost: string
  place: (place: ScanPlace) => string
}

const megabytes = (bytes: number): string => Math.max(1, Math.round(bytes / 1_000_000)).toString()

const KINDS_DA = { email: "mail", phone: "telefonnummer", street: "vej", name: "navn" } as const
const KINDS_EN = { email: "e-mail", phone: "phone number", street: "street", name: "name" } as const

export const scanTextsDa: ScanTexts = {
  title: "Hele databasen",
  levels: {
    reach: "Læst efter: personens egne poster er tomme.",
    full: "Helt bevist: også resten af databasen er gennemsøgt.",
    found: "Ikke helt bevist: der er fundet noget, som er nævnt nedenfor.",
    unproven: "Ikke helt bevist: ikke alt kunne gennemsøges.",
  },
  notYet: "Resten af databasen er ikke gennemsøgt endnu.",
  read: (moment, { tables, columns, bytes }) =>
    `Gennemsøgt ${moment}: ${columns.toString()} kolonner i ${tables.toString()} tabeller, ${megabytes(bytes)} MB.`,
  nothing: "Intet af det slettede blev fundet.",
  found: "Fundet, og skal ses efter",
  kept: "Fundet, hvor det skal beholdes",
  left: "Fundet i ordrer, der venter eller ikke er rørt",
  unread: "Kunne ikke læses",
  secretLost: "Nøglen, som værdierne er gemt med, findes ikke mere. De kan ikke søges frem.",
  place: ({ table, column, kind, rows }) =>
    `${table}.${column}: ${KINDS_DA[kind]} i ${rows === 1 ? "1 række" : `${rows.toString()} rækker`}`,
}

export const scanTextsEn: ScanTexts = {
  title: "The whole database",
  levels: {
    reach: "Reach proven: the person's own rows are empty.",
    full: "Fully proven: the rest of the database was looked through as well.",
    found: "Not fully proven: something was found, which is named below.",
    unproven: "Not fully proven: not everything could be looked through.",
  },
  notYet: "The rest of the database has not been looked through yet.",
  read: (moment, { tables, columns, bytes }) =>
    `Looked through ${moment}: ${columns.toString()} columns of ${tables.toString()} tables, ${megabytes(bytes)} MB.`,
  nothing: "Nothing of what was erased was found.",
  found: "Found, and to be looked at",
  kept: "Found where it is to be kept",
  left: "Found in orders that wait or were left alone",
  unread: "Could not be read",
  secretLost: "The key that the values were noted with is gone. They cannot be looked for.",
  place: ({ table, column, kind, rows }) =>
    `${table}.${column}: ${KINDS_EN[kind]} in ${rows === 1 ? "1 row" : `${rows.toString()} rows`}`,
}
