// Medusa's tables and the plugin's own come first, whoever is loaded first.
import "./tables"
import "./own-tables"

/** The package's `./personal-data` entry: how other plugins and the host register their tables. */
export { personalDataExportSchema } from "./domain/export/schema"
export { by, freeTable, table, where } from "./domain/table-map"
export type {
  Basis,
  Category,
  ColumnRule,
  EraseStrategy,
  Origin,
  PathRule,
  Purpose,
  Retention,
  SubjectKey,
  SubjectPath,
  TableDeclaration,
  TableMap,
} from "./domain/table-map"
export type { LedgerSink } from "./domain/ledger-sink"
export { registerPersonalData } from "./registry"
export type {
  AddedColumns,
  AutomatedDecision,
  Companies,
  Coverage,
  DocumentNumbers,
  ExportSection,
  JsonKeys,
  KeptDocuments,
  OrderBlock,
  PersonalDataRegistration,
  Recipient,
  RecipientRegister,
  RetentionDates,
  Veto,
} from "./registration"
