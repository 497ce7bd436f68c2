export { changeCase, findCases, getCase, openCase } from "./cases"
export { getBreachNumbers } from "./numbers"
export { listQuickStarts } from "./quick-starts"
export { getReport } from "./report"
