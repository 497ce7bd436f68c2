import { buttonLink, h } from "../dom"
import { day } from "../format"
import type { Page } from "../page"

/** The privacy notice in force. */
export const privacyPage: Page = async (context) => {
  const { client, words, language } = context
  const notice = await client.getPrivacyNotice(language)
  const title = words.privacy
  if (!notice) {
    const empty = h("p", {}, words.no_notice)
    const shop = buttonLink("/", words.back_to_shop)
    return { title, content: h("div", { class: "card" }, h("h1", {}, title), empty, shop) }
  }
  const since = notice.effective_from === null ? "" : `, ${day(notice.effective_from, language)}`
  const content = h(
    "article",
    { class: "card text" },
    h("h1", { tabindex: "-1" }, title),
    h("p", { class: "quiet" }, `${words.version} ${notice.version.toString()}${since}`),
    ...notice.body.split(/\n\s*\n/).map((paragraph) => h("p", {}, paragraph)),
    buttonLink("/privacy/requests", words.privacy_requests)
  )
  return { title, content }
}
