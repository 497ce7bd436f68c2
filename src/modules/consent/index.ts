import { Module } from "@medusajs/framework/utils"
import "./personal-data"
import ConsentModuleService from "./service"

export { starterStaffNotice } from "./domain/starter-staff-notice"

export const CONSENT_MODULE = "dk_consent"

export { confirmPage } from "./domain/pages/confirm-page"
export type { ConfirmState } from "./domain/pages/confirm-page"
export { sheetPage } from "./domain/pages/sheet-page"
export { unsubscribePage } from "./domain/pages/unsubscribe-page"
export type { UnsubscribeState } from "./domain/pages/unsubscribe-page"
export { languageOf } from "./domain/choose-notice"
export {
  CHANNELS,
  COOKIE_PURPOSES,
  NOTICE_KINDS,
  noticeDataSchemas,
  purposeSchema,
} from "./domain/notice-data"
export type { Channel, NoticeData, NoticeKind } from "./domain/notice-data"
export { CHOICE_METHODS } from "./domain/cookie-choice"
export type { KnownCookieChoice } from "./cookie-choices"
export type { Notice } from "./notices"
export type { ConsentModuleService }

export default Module(CONSENT_MODULE, { service: ConsentModuleService })
