export { dismissReport, findTips, linkReport, reportBreach } from "./tips"
