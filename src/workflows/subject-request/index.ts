export { addRequest, changeRequest, findRequests, getRequest } from "./requests"
export { getLetters, markLetterSent, previewLetter, printLetter, sendDueLetters } from "./letters"
export { getNumbers } from "./numbers"
export { remindOfLimits } from "./remind"
