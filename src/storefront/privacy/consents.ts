import type { StoreConsent, StoreSetCustomerConsent } from "../../types/http"
import { dayText, failureText, load, section } from "./context"
import type { Context } from "./context"
import { alertBox, button, h } from "./dom"

const stands = ({ state, permitted_by: by }: StoreConsent): boolean =>
  state === "given" || by === "soft_opt_in"

const nameOf = ({ words }: Context, { purpose, channel }: StoreConsent): string => {
  const { purposes, channels } = words.consents
  return `${purposes[purpose] ?? purpose}, ${channels[channel] ?? channel}`
}

/** What the signed-in customer has said yes to; taking it back is one press. */
export const consentsPart = (
  context: Context
): { part: HTMLElement; refresh: () => Promise<void> } => {
  const { words, client, locale } = context
  const text = words.consents
  const place = h("div", { class: "dk-privacy-card" })
  const said = h("div", {})

  const set = async (choice: StoreSetCustomerConsent, done: string): Promise<void> => {
    said.replaceChildren()
    try {
      await client.setConsents([choice])
    } catch (error) {
      said.replaceChildren(alertBox(h("p", {}, failureText(context, error))))
      return
    }
    await refresh()
    said.replaceChildren(h("p", { class: "dk-privacy-done" }, done))
    context.say(done)
    part.querySelector("h2")?.focus()
  }

  const row = (consent: StoreConsent): HTMLElement => {
    const { purpose, channel, since, notice, permitted_by: by } = consent
    const name = nameOf(context, consent)
    const withdraw = button(text.withdraw, () =>
      set({ purpose, channel, state: "withdrawn" }, text.withdrawn)
    )
    withdraw.setAttribute("aria-label", `${text.withdraw}: ${name}`)
    const why = by === "soft_opt_in" ? text.soft_opt_in : notice?.body
    return h(
      "li",
      {},
      h(
        "div",
        {},
        h("strong", {}, name),
        why !== undefined && h("p", { class: "dk-privacy-quiet" }, why),
        since !== null && h("p", { class: "dk-privacy-quiet" }, text.since(dayText(since, locale)))
      ),
      withdraw
    )
  }

  const refresh = (): Promise<void> =>
    load(context, place, async () => {
      const { consents } = await client.getConsents()
      const standing = consents.filter(stands)
      if (standing.length === 0) return [h("p", {}, text.none)]
      return [
        h("ul", { class: "dk-privacy-consents" }, ...standing.map(row)),
        button(text.stop, () => set({ state: "objected" }, text.stopped), { kind: "small" }),
      ]
    })
  const part = section("consents", text.title, h("p", {}, text.intro), said, place)
  return { part, refresh }
}
