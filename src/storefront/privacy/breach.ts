import { section } from "./context"
import type { Context } from "./context"
import { h } from "./dom"

/** How somebody tells the shop of data that came into wrong hands; nothing without an address to write to. */
export const breachPart = ({ words, breachEmail }: Context): HTMLElement | null => {
  if (breachEmail === undefined) return null
  const { breach } = words
  const href = `mailto:${breachEmail}?subject=${encodeURIComponent(breach.subject)}`
  const link = h("a", { class: "dk-privacy-button", href }, breach.write(breachEmail))
  return section("breach", breach.title, h("p", {}, breach.intro), h("p", {}, link))
}
