import type { PrivacyPageOptions } from "./context"

/**
 * The customer's privacy page: what is held, asking for what the privacy policy promises, confirming by a mailed link, following
 * it, downloading the copy, and taking consent back. Call it when the page named by the option `subjectRequest.page` is shown,
 * and again when the language or the login changes. It is loaded when it is called, so other pages do not carry it.
 */
export const createPrivacyPage = async (options: PrivacyPageOptions): Promise<void> => {
  const { mountPrivacyPage } = await import("./page.js")
  await mountPrivacyPage(options)
}
