import { Module } from "@medusajs/framework/utils"
import "./personal-data"
import ConsentModuleService from "./service"

export { starterStaffNotice } from "./domain/starter-staff-notice"

export const CONSENT_MODULE = "dk_consent"

export { languageOf } from "./domain/choose-notice"
export type { Notice } from "./notices"
export type { ConsentModuleService }

export default Module(CONSENT_MODULE, { service: ConsentModuleService })
