export { BREACH_SORTS } from "../../modules/breach/breaches"
export { forgetBreaches } from "./forget"
export { dismissReport, findTips, linkReport, reportBreach } from "./tips"
export { changeCase, findCases, getCase, openCase } from "./cases"
export { getBreachNumbers } from "./numbers"
export { listQuickStarts } from "./quick-starts"
export { getReport } from "./report"
export {
  countAffectedBy,
  emptyAffected,
  findAffected,
  handOutCallList,
  selectAffected,
  tellByHand,
} from "./affected"
export { getNotice, startNotices } from "./notices"
export { remindOfBreaches } from "./remind"
export { sendNotices, sendNoticesOf } from "./send-notices"
