/** The package's `./personal-data` entry: how other plugins and the host register their tables. */
export { by, table, where } from "./domain/table-map"
export type {
  Basis,
  Category,
  ColumnRule,
  EraseStrategy,
  Origin,
  Retention,
  SubjectKey,
  SubjectPath,
  TableDeclaration,
  TableMap,
} from "./domain/table-map"
export { registerPersonalData } from "./registry"
export type { Coverage, KeptDocuments, OrderBlock, PersonalDataRegistration } from "./registry"
