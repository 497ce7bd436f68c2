import type { PrivacyClient } from "./context"
import type { PrivacyWords } from "./words"

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

/**
 * The customer's privacy page: what is held, asking for what the privacy policy promises, confirming by a mailed link, following
 * it, downloading the copy, and taking consent back. Call it when the page named by the option `subjectRequest.page` is shown,
 * and again when the language or the login changes. It is loaded when it is called, so other pages do not carry it.
 */
export const createPrivacyPage = async (options: PrivacyPageOptions): Promise<void> => {
  const { mountPrivacyPage } = await import("./page.js")
  await mountPrivacyPage(options)
}
