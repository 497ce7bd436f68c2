export { REQUEST_SORTS } from "../../modules/subject-request/requests"
export { carryOutConfirmed } from "./fulfil/at-once"
export { finishPlanned } from "./fulfil/finish-planned"
export { fulfilRequest, setSubjectOf } from "./fulfil/fulfil"
export { previewRequest } from "./fulfil/preview"
export {
  addRecipient,
  changeRecipient,
  countOverdueReviews,
  listRecipients,
} from "./recipients/register"
export { actOnTask, listTasks, tellRecipients } from "./recipients/tasks"
export { confirmIdentityByCode, makeCodeOf } from "./codes"
export { followRequest, listOwnRequests, openArchive, openOwnArchive, requireOwn } from "./follow"
export type { Archive } from "./follow"
export { askAsGuest, askSignedIn, confirmAsked, mailIntake, tendIntakes } from "./intake"
export { forgetRequests } from "./forget"
export { countCaller } from "./limits"
export { proposePeople } from "./proposals"
export { addRequest, changeRequest, findRequests, getRequest } from "./requests"
export { getLetters, markLetterSent, previewLetter, printLetter, sendDueLetters } from "./letters"
export { getNumbers } from "./numbers"
export { remindOfLimits } from "./remind"
export { tellOfLifting } from "./tell-lifting"
