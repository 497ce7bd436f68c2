/**
 * Danish rules as pure functions for server and browser. They import nothing, read no clock
 * and never throw on input a person typed.
 *
 * @packageDocumentation
 */
export { answerDeadlines } from "./answer-deadlines"
export type { AnswerDeadlines } from "./answer-deadlines"
export { breachDeadline } from "./breach-deadline"
export { findCardNumbers } from "./card-number"
export type { CardHit } from "./card-number"
export { parseCvr, parsePNumber } from "./company-number"
export type { CvrResult, PNumberResult } from "./company-number"
export { consentProof } from "./consent-proof"
export type { ConsentProof } from "./consent-proof"
export { findCprNumbers } from "./cpr-number"
export type { CprHit } from "./cpr-number"
export { copenhagenDay } from "./copenhagen-day"
export { isWorkingDay, toWorkingDay } from "./danish-holidays"
export { parseEan } from "./ean"
export type { EanResult } from "./ean"
export { retention } from "./retention"
export type { FinancialYear, Retention, RetentionInput } from "./retention"
