import type { Context } from "../context"
import { buttonLink, h } from "../dom"

/** Said for every address the shop does not have. */
export const notFound = ({ words }: Context): { title: string; content: HTMLElement } => ({
  title: words.not_found,
  content: h(
    "div",
    { class: "card" },
    h("h1", { tabindex: "-1" }, words.not_found),
    buttonLink("/", words.back_to_shop)
  ),
})
