import type { StorefrontClient } from "../client"
import { StorefrontError } from "../error"
import { alertBox, button, h } from "./dom"
import type { Child } from "./dom"
import type { PrivacyWords } from "./words"

export type PrivacyClient = Pick<
  StorefrontClient,
  | "askPrivacyRequest"
  | "confirmPrivacyRequest"
  | "getPrivacyRequest"
  | "downloadPrivacyArchive"
  | "downloadOwnPrivacyArchive"
  | "listPrivacyRequests"
  | "getPrivacySummary"
  | "getConsents"
  | "setConsents"
  | "reportBreach"
>

export type PrivacyPageOptions = {
  client: PrivacyClient
  /** Where the page is put; what is in it goes. */
  root: HTMLElement
  /** The language of the page, BCP 47: Danish for Danish, English for every other one. Answers by mail come in it too. */
  locale: string
  /** Other words, or another language, made of the usual ones. */
  words?: (usual: PrivacyWords) => PrivacyWords
  /** True when `client` sends a customer's login: the page is about their account. */
  isSignedIn?: boolean
  /** Where a guest signs in; without it no way there is shown. */
  loginUrl?: string
}

/** What every part of the page gets. */
export type Context = {
  client: PrivacyClient
  words: PrivacyWords
  locale: string
  isSignedIn: boolean
  loginUrl: string | undefined
  /** Reads something out without moving the focus. */
  say: (text: string) => void
}

const UNAUTHORIZED = 401
const TOO_MANY = 429

/** `2026-12-20` or an instant as a day in Denmark, in words. */
export const dayText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(/^en$/i.test(locale) ? "en-GB" : locale, {
    dateStyle: "long",
    timeZone: "Europe/Copenhagen",
  }).format(new Date(day.length === 10 ? `${day}T12:00:00Z` : day))

/** What to tell about an error that belongs to no field. */
export const failureText = ({ words }: Context, error: unknown): string => {
  if (!(error instanceof StorefrontError)) return words.failed
  if (error.status === 0) return words.no_answer
  if (error.status === UNAUTHORIZED) return words.signed_out
  if (error.status !== TOO_MANY) return words.failed
  return words.too_often(Math.ceil((error.retryAfter ?? 60) / 60))
}

export const isGone = (error: unknown): boolean =>
  error instanceof StorefrontError && error.status === 404

/** A part of the page with its heading. */
export const section = (name: string, title: string, ...children: Child[]): HTMLElement => {
  const id = `dk-privacy-${name}-title`
  const heading = h("h2", { id, tabindex: "-1" }, title)
  return h(
    "section",
    { class: `dk-privacy-part dk-privacy-${name}`, "aria-labelledby": id },
    heading,
    ...children
  )
}

/** Loads what a part shows; meanwhile it says so, and when it fails it can be tried again. */
export const load = async (
  context: Context,
  place: HTMLElement,
  read: () => Promise<Child[]>
): Promise<void> => {
  const { words } = context
  place.setAttribute("aria-busy", "true")
  if (place.childElementCount === 0) {
    place.replaceChildren(h("p", { class: "dk-privacy-quiet", role: "status" }, words.loading))
  }
  try {
    const children = await read()
    place.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)))
  } catch (error) {
    const again = button(words.again, () => load(context, place, read))
    place.replaceChildren(alertBox(h("p", {}, failureText(context, error)), again))
  } finally {
    place.removeAttribute("aria-busy")
  }
}
