import type { StoreConfirmedPrivacyRequest } from "../../types/http"
import { failureText, isGone, section } from "./context"
import type { Context } from "./context"
import { alertBox, button, focusOn, h } from "./dom"
import type { RequestLink } from "./link"

/** What is said of every link that does not work, whatever the reason. */
export const deadLink = ({ words }: Context, askAgain: () => void): HTMLElement => {
  const { dead_title: title, dead, ask_again: again } = words.confirm
  return h(
    "div",
    { class: "dk-privacy-card" },
    alertBox(h("h3", { tabindex: "-1" }, title), h("p", {}, dead)),
    button(again, askAgain, { kind: "primary" })
  )
}

/**
 * Lets the person use the mailed link up. It is posted when they press, not when the page loads: scanners of mail open pages
 * too.
 */
export const confirmPart = (
  context: Context,
  link: RequestLink,
  {
    onConfirmed,
    askAgain,
  }: {
    onConfirmed: (confirmed: StoreConfirmedPrivacyRequest) => Promise<void>
    askAgain: () => void
  }
): HTMLElement => {
  const { words, client } = context
  const { title, text, button: label } = words.confirm
  const said = h("div", {})
  const confirm = async (): Promise<void> => {
    said.replaceChildren()
    try {
      const confirmed = await client.confirmPrivacyRequest(link.id, link.token)
      part.remove()
      context.say(words.confirm.done)
      await onConfirmed(confirmed)
    } catch (error) {
      if (!isGone(error)) {
        said.replaceChildren(alertBox(h("p", {}, failureText(context, error))))
        return
      }
      const dead = deadLink(context, () => {
        part.remove()
        askAgain()
      })
      part.removeAttribute("aria-labelledby")
      part.replaceChildren(dead)
      const heading = dead.querySelector("h3")
      if (heading) focusOn(heading)
    }
  }
  const part = section(
    "confirm",
    title,
    h(
      "div",
      { class: "dk-privacy-card" },
      h("p", {}, text),
      said,
      button(label, confirm, { kind: "primary" })
    )
  )
  return part
}
