import type { Knex } from "../../shared/postgres"
import type { SubjectKeys } from "./domain/statements"
import type { ColumnRule, PathRule, Purpose, TableMap } from "./domain/table-map"

/** Which orders have a document of their own, so that the order itself needs no name and address. */
export type Coverage = {
  name: string
  /** SELECT of `order_id` for those of `:order` that are covered. */
  sql: string
}

/** Documents that a law keeps after erasure. */
export type KeptDocuments = {
  name: string
  /** SELECT of `order_id, number, keep_through, law` (text; last day as `YYYY-MM-DD` or NULL) for `:order`. */
  sql: string
}

/** How a number that stands on a domain's document leads to its order: for letters and calls. */
export type DocumentNumbers = {
  name: string
  /** SELECT of `order_id` of the documents whose number is `:number`, as the person typed it, trimmed. */
  sql: string
}

/** Whose buyer is a company, an association or an authority: there the contact goes and the company stays. */
export type Companies = {
  name: string
  /** SELECT of `id` for those of `:order`, `:cart` and `:customer` whose buyer is known to be no person. */
  sql: string
}

/** Orders whose data is still needed for a while, beside unpaid, unshipped and returning ones. */
export type OrderBlock = {
  name: string
  /** SELECT of `order_id, reason` for `:order`; the reason is a lower-case word such as `invoice_missing`. */
  sql: string
}

/**
 * Stops an erasure as a whole for as long as it says so: for what only the store knows. It is asked inside the
 * erasure's transaction, before anything is erased, and again at each attempt.
 */
export type Veto = {
  name: string
  /**
   * @returns a lower-case word such as `open_lawsuit` that staff is shown, or null when the person may be erased
   */
  ask: (context: { transaction: Knex.Transaction; keys: SubjectKeys }) => Promise<string | null>
}

/** Columns that were added to a table somebody else declared, such as one of Medusa's. */
export type AddedColumns = {
  table: string
  /** Columns that can hold personal data. */
  personal?: Readonly<Record<string, ColumnRule>>
  /** Columns that tell what a row is about, with the reason. */
  context?: Readonly<Record<string, string>>
  /** Columns without personal data, with the reason. */
  free?: Readonly<Record<string, string>>
}

/** Key paths of a JSON column that somebody else's table declares, such as a store's own keys in `metadata`. */
export type JsonKeys = { table: string; column: string; paths: Readonly<Record<string, PathRule>> }

/** More that an access export tells the person, beside the rows of the map. */
export type ExportSection = {
  /** Lower-case word with underscores: the section's key in the export. */
  name: string
  title: { da: string; en: string }
  /** SELECT of one JSON value `row` for each entry, over the person's keys. */
  sql: string
}

/** Who receives personal data from the store: for Art. 15(1)(c) and Art. 30(1)(d)-(e). */
export type Recipient = {
  name: string
  purposes: readonly Purpose[]
  /** ISO 3166-1 alpha-2, lower case, of the country the data goes to. */
  country: string
  /** What protects the data outside the EU and EEA (Art. 46), e.g. "standard contractual clauses". */
  safeguard?: string
}

/** A list of recipients that staff keeps; what it says of one goes before `recipients` of the same name. */
export type RecipientRegister = {
  name: string
  /**
   * SELECT of `name, role, purposes, country, safeguard, is_active` for the store `:controller`. `role` is `processor`,
   * `controller` or `joint_controller`, `purposes` an array of purposes, `country` ISO 3166-1 alpha-2 in lower case.
   */
  sql: string
}

/** A decision about people that no human takes (Art. 22), such as a limit that refuses a purchase. */
export type AutomatedDecision = {
  /** Lower-case word with underscores. */
  name: string
  /** What is decided and by what, in one sentence. */
  text: { da: string; en: string }
  /** SELECT of any row when it is about the person of these keys. */
  sql: string
  /** SELECT of any row when the store uses the rule at all; names no keys. */
  inUse: string
}

/** Rows with a date of their own, on which their owner erases them: shown in the overview of what is held until when. */
export type RetentionDates = {
  /** Lower-case word with underscores, such as `invoice`. */
  name: string
  /** SELECT of `due_on` (date, the last day in Denmark) and `count`, as many rows as it takes. Names no keys. */
  sql: string
  /** Tables whose rows go by these dates: the sweep of what is past its term leaves them alone. */
  tables?: readonly string[]
}

/** What a domain, another plugin or the host tells about its personal data. */
export type PersonalDataRegistration = {
  tables?: readonly TableMap[]
  columns?: readonly AddedColumns[]
  coverage?: Coverage
  keptDocuments?: KeptDocuments
  documentNumbers?: DocumentNumbers
  companies?: Companies
  blocks?: OrderBlock
  veto?: Veto
  keys?: readonly JsonKeys[]
  sections?: readonly ExportSection[]
  recipients?: readonly Recipient[]
  recipientRegister?: RecipientRegister
  automatedDecisions?: readonly AutomatedDecision[]
  retention?: readonly RetentionDates[]
}
