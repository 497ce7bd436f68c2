import { Module } from "@medusajs/framework/utils"
import PersonalDataModuleService from "./service"

export type { PersonalDataModuleService }
export * from "./entry"
export { registeredTables } from "./registry"
export { ERASURE_LOCK } from "./engine/erasure-row"
export { CATEGORY_WORDS } from "./domain/export/words"
export { isInEea } from "./domain/export/eea"
export { findErased } from "./engine/erased-emails"
export { findHeldOrders, findHeldPeople } from "./engine/holds"
export { findOrdersAtRest } from "./engine/orders-at-rest"
export { findRestricted } from "./engine/person-restrictions"
export { findStop } from "./engine/stops"
export { readTextColumns } from "./engine/text-columns"
export type { TextColumn } from "./engine/text-columns"

export const PERSONAL_DATA_MODULE = "dk_personal_data"

export default Module(PERSONAL_DATA_MODULE, { service: PersonalDataModuleService })
