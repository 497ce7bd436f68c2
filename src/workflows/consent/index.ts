export { checkCartAccess } from "./cart-access"
export { recordMissingNotices, recordRegistrationOf, recordShownNoticeOf } from "./record-missing"
export { dkRecordRegistrationWorkflow } from "./workflows/record-registration"
export type { RecordRegistrationInput } from "./workflows/record-registration"
export { dkRecordShownNoticeWorkflow } from "./workflows/record-shown-notice"
export type { RecordShownNoticeInput } from "./workflows/record-shown-notice"
export { requireShownNotice } from "./require-notice"
export { answerConsents, sayConsents } from "./account"
export { changeNotice, listFallbacks, listNotices, readNotice } from "./admin-notices"
export { readNoticesInUse } from "./notices-in-use"
export type { NoticesInUse } from "./notices-in-use"
export { checkNotice, readStarter } from "./policy-map"
export { CONSENT_SORTS, listConsents, consentMonths, consentNumbers } from "./list-consents"
export { answerCustomerConsents, answerOrderConsents } from "./admin-consents"
export { handOutAudience, countAudience } from "./audience"
export { mayMarket } from "./gate"
export type { MarketingAddress, MarketingPermission, MarketingQuestion } from "./gate"
export { importConsents } from "./import-consents"
export { consentSheet } from "./sheet"
export {
  confirmSubscriptionByToken,
  mailDueSubscriptions,
  mailSubscription,
  requestSubscription,
  tidyConsents,
} from "./subscribe"
export { countObjections, enterObjection, isSuppressed } from "./suppressions"
export type { SuppressionAddress } from "./suppressions"
export { objectForPerson, readConsentsAt, withdrawConsents } from "./withdraw"
export { stopMarketing, unsubscribeChannel, unsubscribeHeaders } from "./unsubscribe"
export type { MessageTo, UnsubscribeHeaders, UnsubscribeLink } from "./unsubscribe"
