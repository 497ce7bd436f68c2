import { isNewer } from "./choose-notice"
import type { NoticeVersion } from "./choose-notice"

/** Purposes that a person can refuse. */
export const OPTIONAL_PURPOSES = ["functional", "statistics", "marketing"] as const

export type OptionalPurpose = (typeof OPTIONAL_PURPOSES)[number]

/** How a choice was made: by one of the two buttons, or purpose by purpose. */
export const CHOICE_METHODS = ["accept_all", "refuse_all", "selection"] as const

export type ChoiceMethod = (typeof CHOICE_METHODS)[number]

export type CookieChoices = Record<OptionalPurpose, boolean>

/** A cookie notice as the rules need it. */
export type CookieText = NoticeVersion & {
  material: boolean
  /** What its list is for, beside what is necessary. */
  purposes: readonly OptionalPurpose[]
}

/** What a visitor chose last, and beside which text. */
export type ChosenCookies = {
  choices: CookieChoices
  method: ChoiceMethod
  /** ISO 8601 in UTC. */
  since: string
  notice: CookieText
}

export type AskAgain = "none" | "expired" | "new_text" | "new_purpose"

/** The field of a choice that the text does not allow, or null: nobody agrees to what the text does not name. */
export const wrongField = (
  { purposes }: Pick<CookieText, "purposes">,
  choices: CookieChoices,
  method: ChoiceMethod
): { field: string; code: string; message: string } | null => {
  const unlisted = OPTIONAL_PURPOSES.find((name) => choices[name] && !purposes.includes(name))
  if (unlisted !== undefined) {
    const message = "The notice lists no cookie for this purpose."
    return { field: `choices.${unlisted}`, code: "not_listed", message }
  }
  const given = purposes.filter((name) => choices[name]).length
  const isMismatch =
    (method === "accept_all" && given < purposes.length) || (method === "refuse_all" && given > 0)
  if (!isMismatch) return null
  return { field: "method", code: "not_these_choices", message: "The choices are others." }
}

/** Whether a choice made at an instant has expired: 12 months later it is asked for again. */
export const isExpired = (since: string, now: string): boolean => {
  const end = new Date(since)
  end.setUTCFullYear(end.getUTCFullYear() + 1)
  return end.getTime() <= Date.parse(now)
}

/** Whether a choice says more than the last one: something else, beside another text, or once more after 12 months. */
export const isNews = (
  last: ChosenCookies | null,
  wanted: { choices: CookieChoices; notice_id: string },
  now: string
): boolean =>
  last === null ||
  last.notice.id !== wanted.notice_id ||
  OPTIONAL_PURPOSES.some((name) => last.choices[name] !== wanted.choices[name]) ||
  isExpired(last.since, now)

/** What one purpose's event says: a refusal of what was given before takes it back. */
export const stateOf = (wasGiven: boolean, isGiven: boolean): "given" | "refused" | "withdrawn" => {
  if (isGiven) return "given"
  return wasGiven ? "withdrawn" : "refused"
}

/**
 * Whether a choice must be asked for again: after 12 months, when the text in force lists a purpose that the chosen text did
 * not, or when a materially different text has come into force since.
 *
 * @param reading the text in force in the language the visitor reads; the chosen one when none is
 * @param published all versions
 * @param now ISO 8601 in UTC
 */
export const askAgain = (
  { since, notice: chosen }: ChosenCookies,
  reading: CookieText,
  published: readonly CookieText[],
  now: string
): AskAgain => {
  if (isExpired(since, now)) return "expired"
  if (reading.purposes.some((name) => !chosen.purposes.includes(name))) return "new_purpose"
  const isMaterial = published.some(
    (text) =>
      text.material &&
      text.locale === reading.locale &&
      text.effective_from <= now &&
      (text.locale === chosen.locale ? isNewer(text, chosen) : text.effective_from > since)
  )
  return isMaterial ? "new_text" : "none"
}
