export { ACCESS_EVENT_SORTS, dropOldAccessEvents, listAccessEvents } from "./access-events"
export { giveRole, listRoles } from "./roles"
export {
  dismissFindingOf,
  listFindings,
  maskFindingOf,
  scanOldData,
  scanOldDataAtNight,
} from "./findings"
export { dropOldCounts, getInputCounts } from "./input-counts"
export {
  addStaffCheck,
  changeStaffCheck,
  getStaffCheck,
  readStaffChecks,
  removeStaffCheck,
  tendStaffChecks,
} from "./staff-checks"
export { examineStore } from "./doctor/examine"
export { mailMonthlyOverview } from "./overview/monthly-mail"
export { readOverview } from "./overview/read-overview"
export { noteHeartbeat } from "./heartbeat"
