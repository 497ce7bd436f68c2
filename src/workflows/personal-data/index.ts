export { dkErasePersonWorkflow } from "./workflows/erase-person"
export type { ErasePersonInput } from "./workflows/erase-person"
export { forgetOldExportFiles } from "./forget-export-files"
export { countOrderExports, listOrderExports } from "./list-export-files"
export { countLackingIndexes } from "./helper-indexes"
export { getFullScan, listFullScans, scanAtNight, startFullScan } from "./full-scan"
export { findCertainOf, findPeopleOf } from "./find-people"
export type { CertainRows } from "./find-people"
export { handOverAccount } from "./hand-over"
export { noteVisit } from "./account-visits"
export { changeRetention, listRetentionChanges, readRetention } from "./retention"
export {
  beginSweep,
  getSweep,
  listParked,
  listSweepsOf,
  previewSweepOf,
  resumeSweep,
  retryParked,
  sweepNightly,
} from "./sweeps"
export { allAutomatedDecisions, automatedDecisionsOf } from "./automated-decisions"
export { findDoneErasures } from "./done-erasures"
export { knownRecipients } from "./known-recipients"
export type { KnownRecipient } from "./known-recipients"
export { noteCartLogin } from "./note-cart-login"
export { finishErasures } from "./run-erasures"
export { proposeErasureOf, proposeMissingErasures } from "./propose-erasure"
export {
  cancelErasureOf,
  getCertificate,
  getErasure,
  listErasures,
  previewErasureOf,
  printCertificate,
} from "./read-erasures"
export { countHeldOf } from "./count-held"
export { summarizeHeldOf } from "./summarize-held"
export { exportPerson } from "./export-person"
export type { ExportRequest } from "./export-person"
export { takeExportPlace } from "./export-places"
export { sendPaced } from "./send-paced"
export {
  dropExpiredTickets,
  findExportTicket,
  isExportTicket,
  issueExportTicket,
  useExportTicket,
} from "./export-tickets"
export { isErasedActor, isLoginGone, readDataMap, readDrift } from "./data-map"
export { readKeptAfterErasure } from "./kept-after-erasure"
export { personalDataSettings } from "./personal-data-settings"
export { isOrderClosed } from "./is-order-closed"
export { readLedgerState } from "./ledger-state"
export {
  becomeCopyOf,
  beginReplay,
  continueInstallationOf,
  findErasedEmails,
  getReplay,
  listReplays,
  previewReplayOf,
  runReplays,
  runReplaysSoon,
} from "./replays"
export { addHold, endHold, listHolds } from "./holds"
export { addStop, endStop, listStops } from "./stops"
export {
  addRestriction,
  endRestriction,
  listRestrictions,
  readRestrictionContact,
} from "./person-restrictions"
export {
  recordOfProcessingCsv,
  recordOfProcessingHtml,
  readRecordOfProcessing,
  setRecordSecurity,
} from "./record-of-processing"
export {
  confirmSelectionOf,
  createSelectionOf,
  getSelection,
  removeOldSelections,
} from "./selections"
