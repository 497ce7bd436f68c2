export { checkCartAccess } from "./cart-access"
export { recordMissingNotices, recordShownNoticeOf } from "./record-missing"
export { dkRecordShownNoticeWorkflow } from "./workflows/record-shown-notice"
export type { RecordShownNoticeInput } from "./workflows/record-shown-notice"
