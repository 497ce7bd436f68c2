import type { StorePrivacySummary } from "../../types/http"
import { dayText, load, section } from "./context"
import type { Context } from "./context"
import { button, h } from "./dom"
import type { Child } from "./dom"

type Category = StorePrivacySummary["categories"][number]

const list = (title: string, ...items: HTMLElement[]): Child[] =>
  items.length === 0 ? [] : [h("h4", {}, title), h("ul", {}, ...items)]

const categoryOf = ({ words }: Context, category: Category): HTMLElement => {
  const { held } = words
  const { parts, purposes, kept } = category
  const rows = parts.map(({ title, rows: count }) =>
    h("div", {}, h("dt", {}, title), h("dd", {}, held.rows(count)))
  )
  const uses = purposes.map(({ title, bases }) =>
    h(
      "li",
      {},
      title,
      h("span", { class: "dk-privacy-quiet" }, bases.map((basis) => basis.title).join(" · "))
    )
  )
  return h(
    "details",
    {},
    h("summary", {}, h("h3", {}, category.title)),
    h(
      "div",
      { class: "dk-privacy-inside" },
      h("dl", { class: "dk-privacy-counts" }, ...rows),
      ...list(held.used_for, ...uses),
      ...list(held.how_long, ...kept.map((text) => h("li", {}, text)))
    )
  )
}

const documentsOf = (
  { words, locale }: Context,
  documents: StorePrivacySummary["kept_documents"]
): HTMLElement | null => {
  if (documents.length === 0) return null
  const rows = documents.map(({ number, keep_through: last }) =>
    h("li", {}, words.follow.kept_row("document", number, last && dayText(last, locale)))
  )
  return h(
    "div",
    { class: "dk-privacy-documents" },
    h("h3", {}, words.held.documents),
    h("ul", {}, ...rows)
  )
}

const language = (locale: string): "da" | "en" => (/^da\b/i.test(locale) ? "da" : "en")

/** What is held about the signed-in customer, by kind. */
export const heldPart = (context: Context): { part: HTMLElement; refresh: () => Promise<void> } => {
  const { words, client, locale } = context
  const place = h("div", { class: "dk-privacy-card" })
  const refresh = () =>
    load(context, place, async () => {
      const { categories, kept_documents: kept } = await client.getPrivacySummary(language(locale))
      if (categories.length === 0) return [h("p", {}, words.held.nothing)]
      return [
        ...categories.map((category) => categoryOf(context, category)),
        documentsOf(context, kept),
      ]
    })
  return { part: section("held", words.held.title, h("p", {}, words.held.intro), place), refresh }
}

/** Why a guest sees nothing here, and how they do. */
export const heldOfGuest = (
  { words, loginUrl }: Context,
  askForAccess: () => void
): HTMLElement => {
  const { held } = words
  return section(
    "held",
    held.title,
    h(
      "div",
      { class: "dk-privacy-card" },
      h("p", {}, held.guest),
      h(
        "div",
        { class: "dk-privacy-buttons" },
        button(held.guest_button, askForAccess),
        loginUrl !== undefined && h("a", { class: "dk-privacy-button", href: loginUrl }, held.login)
      )
    )
  )
}
