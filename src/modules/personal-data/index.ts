import { Module } from "@medusajs/framework/utils"
import PersonalDataModuleService from "./service"
import "./tables"
import "./own-tables"

export type { PersonalDataModuleService }
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

export const PERSONAL_DATA_MODULE = "dk_personal_data"

export default Module(PERSONAL_DATA_MODULE, { service: PersonalDataModuleService })
