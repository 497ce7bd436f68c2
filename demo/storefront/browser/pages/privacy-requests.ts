import { createPrivacyPage } from "../../../../src/storefront"
import { loginStore } from "../context"
import { h } from "../dom"
import type { Page } from "../page"

/** What the shop holds about the person, and all they can ask for. Mailed links lead here. */
export const privacyRequestsPage: Page = async ({ client, language, words }) => {
  const root = h("div", { class: "privacy-page" })
  await createPrivacyPage({
    ...{ client, root, locale: language },
    isSignedIn: loginStore.get() !== null,
    loginUrl: "/account",
  })
  const title = words.privacy_requests
  return { title, content: h("div", {}, h("h1", { tabindex: "-1" }, title), root) }
}
