import { cookieWords } from "../../../../src/storefront"
import type {
  CookiePurpose,
  NoticeCookie,
  OptionalCookiePurpose,
  StoreCookieChoice,
} from "../../../../src/storefront"
import type { Context } from "../context"
import { CHOICE_MADE, cookieChoice } from "../cookies"
import { h } from "../dom"
import { day } from "../format"
import type { Page } from "../page"

const PURPOSES: CookiePurpose[] = ["necessary", "functional", "statistics", "marketing"]

const list = ({ language }: Context, cookies: NoticeCookie[]): HTMLElement[] => {
  const { purposes, columns } = cookieWords(language)
  const heads = [columns.name, columns.provider, columns.description, columns.lifetime]
  return PURPOSES.flatMap((purpose) => {
    const listed = cookies.filter((cookie) => cookie.purpose === purpose)
    if (listed.length === 0) return []
    const rows = listed.map(({ name, provider, description, lifetime }) =>
      h("tr", {}, ...[name, provider, description, lifetime].map((text) => h("td", {}, text)))
    )
    return [
      h("h2", {}, purposes[purpose].name),
      h("p", { class: "quiet" }, purposes[purpose].description),
      h(
        "div",
        { class: "table", tabindex: "0", role: "group", "aria-label": purposes[purpose].name },
        h(
          "table",
          {},
          h("thead", {}, h("tr", {}, ...heads.map((text) => h("th", { scope: "col" }, text)))),
          h("tbody", {}, ...rows)
        )
      ),
    ]
  })
}

const proofOf = (
  { words, language }: Context,
  listed: OptionalCookiePurpose[],
  proof: StoreCookieChoice
): HTMLElement => {
  const { purposes } = cookieWords(language)
  const facts: [string, string][] = [
    ...listed.map((purpose): [string, string] => [
      purposes[purpose].name,
      proof.choices[purpose] ? words.cookies_allowed : words.cookies_refused,
    ]),
    [words.cookies_since, day(proof.since, language)],
    [words.cookies_beside, `${words.version} ${proof.notice.version.toString()}`],
    ["SHA-256", proof.notice.sha256],
  ]
  return h(
    "dl",
    { class: "facts" },
    ...facts.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])
  )
}

/** The cookie notice in force with its list, and what this browser has chosen. */
export const cookiesPage: Page = async (context) => {
  const { client, words, language } = context
  const title = words.cookie_policy
  const notice = await client.getCookieNotice(language)
  const choice = await cookieChoice(context)
  const own = h("div", { id: "cookie-proof", "aria-live": "polite" })
  const cookies = notice?.data && "cookies" in notice.data ? notice.data.cookies : []
  const listed = PURPOSES.flatMap((purpose) =>
    purpose !== "necessary" && cookies.some((cookie) => cookie.purpose === purpose) ? purpose : []
  )
  const showOwn = async (): Promise<void> => {
    const proof = await choice.proof()
    own.replaceChildren(
      proof ? proofOf(context, listed, proof) : h("p", {}, words.cookies_not_chosen)
    )
  }
  await showOwn()
  const refresh = () => {
    if (!own.isConnected) document.removeEventListener(CHOICE_MADE, refresh)
    else void showOwn().catch(() => undefined)
  }
  document.addEventListener(CHOICE_MADE, refresh)
  const change = choice.button()
  change.classList.add("button")
  change.textContent = words.cookies_change
  const content = h(
    "article",
    { class: "card text" },
    h("h1", { tabindex: "-1" }, title),
    notice && h("p", { class: "quiet" }, `${words.version} ${notice.version.toString()}`),
    ...(notice?.body.split(/\n\s*\n/) ?? []).map((text) => h("p", {}, text)),
    h("h2", {}, words.cookies_your_choice),
    own,
    change,
    ...list(context, cookies)
  )
  return { title, content }
}
