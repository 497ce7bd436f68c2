import type { StoreConsentChoice, StoreNotice } from "../../../src/storefront"
import type { Context } from "./context"
import { h } from "./dom"

const isSoftOptIn = ({ data }: StoreNotice): boolean =>
  data !== null && "basis" in data && data.basis === "soft_opt_in"

/**
 * A box for each marketing text, none of them ticked: yes to a consent, no thank you to offers for customers
 * (markedsføringsloven § 10, stk. 1 and 2). What is ticked is told at once, so that it stands when the order is placed.
 */
export const marketingBoxes = (
  { words }: Context,
  notices: readonly StoreNotice[],
  tell: (choices: StoreConsentChoice[]) => Promise<unknown>
): HTMLElement | false => {
  if (notices.length === 0) return false
  const chosen = new Map<string, StoreConsentChoice>()
  const said = h("p", { class: "field-error", "aria-live": "polite" })
  const boxOf = (notice: StoreNotice): HTMLElement => {
    const { id, purpose, channel } = notice
    const soft = isSoftOptIn(notice)
    const box = h("input", { id, type: "checkbox" })
    const choose = async () => {
      if (purpose === null || channel === null) return
      if (box.checked) chosen.set(id, { purpose, channel, state: soft ? "refused" : "given" })
      else chosen.delete(id)
      said.textContent = ""
      try {
        await tell([...chosen.values()])
      } catch {
        box.checked = !box.checked
        said.textContent = words.choice_not_noted
      }
    }
    box.addEventListener("change", () => void choose())
    return h(
      "div",
      { class: "marketing" },
      soft && h("p", {}, notice.body),
      h("label", { class: "choice alone", for: id }, box, soft ? words.no_thanks : notice.body)
    )
  }
  return h("section", { "aria-label": words.marketing }, ...notices.map(boxOf), said)
}
