import type { CookieChoices, OptionalCookiePurpose, StoreSetCookieChoice } from "../../types/http"

/** The cookie that a choice is remembered in. List it in the notice as necessary. */
export const CHOICE_COOKIE = "dk_cookie_choice"

export const OPTIONAL: readonly OptionalCookiePurpose[] = ["functional", "statistics", "marketing"]

/** What the store has not been told yet, oldest first. */
export type PendingChoice = Omit<StoreSetCookieChoice, "visitor_id">

/** What the plugin keeps beside the allowed purposes. */
export type ChoiceData = {
  /** Random; made at the first choice. */
  visitor: string
  /** Id of the notice the choice was made beside. */
  notice: string
  pending: PendingChoice[]
}

/** A choice as the cookie holds it. */
export type ChoiceMemory = {
  revision: number
  /** Milliseconds since 1970. */
  expires: number
  choices: CookieChoices
  data: ChoiceData
}

/** The allowed purposes as answers to each of them. */
export const choicesOf = (allowed: readonly unknown[]): CookieChoices => ({
  functional: allowed.includes("functional"),
  statistics: allowed.includes("statistics"),
  marketing: allowed.includes("marketing"),
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

const isData = (value: unknown): value is ChoiceData =>
  isRecord(value) &&
  typeof value.visitor === "string" &&
  /^[0-9a-f]{32,64}$/.test(value.visitor) &&
  typeof value.notice === "string" &&
  Array.isArray(value.pending)

/** The choice that a `document.cookie` holds; null without one, or when somebody has changed it. */
export const parseMemory = (cookies: string): ChoiceMemory | null => {
  const entry = cookies.split(/;\s*/).find((part) => part.startsWith(`${CHOICE_COOKIE}=`))
  if (entry === undefined) return null
  try {
    const value: unknown = JSON.parse(decodeURIComponent(entry.slice(CHOICE_COOKIE.length + 1)))
    if (!isRecord(value) || !isData(value.data)) return null
    const { revision, expirationTime: expires, categories } = value
    if (typeof revision !== "number" || typeof expires !== "number") return null
    if (!Array.isArray(categories)) return null
    return { revision, expires, choices: choicesOf(categories), data: value.data }
  } catch {
    return null
  }
}

const ID_BYTES = 16

/** 128 random bits as hex digits. */
export const newVisitorId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** What a name on the list means: exactly that, or what begins so when it ends with `*`. */
export const namePattern = (name: string): RegExp =>
  name.endsWith("*")
    ? new RegExp(`^${escaped(name.slice(0, -1))}`)
    : new RegExp(`^${escaped(name)}$`)
