export { forgetBreaches } from "./forget"
export { dismissReport, findTips, linkReport, reportBreach } from "./tips"
