import type { AdminSubjectRequestKind } from "../../types/http"
import { useStyles } from "../styles"
import { askPart } from "./ask"
import { confirmPart } from "./confirm"
import { consentsPart } from "./consents"
import type { Context } from "./context"
import type { PrivacyPageOptions } from "./create"
import { h } from "./dom"
import { focusRequest, guestRequests, ownRequests } from "./follow"
import { heldOfGuest, heldPart } from "./held"
import { rememberLink, takeLink } from "./link"
import css from "./page.css"
import { privacyWords } from "./words"

const contextOf = (options: PrivacyPageOptions, live: HTMLElement): Context => {
  const { client, locale, words, isSignedIn = false, loginUrl } = options
  const usual = privacyWords(locale)
  return {
    ...{ client, locale, isSignedIn, loginUrl },
    words: words ? words(usual) : usual,
    say: (text) => {
      live.textContent = ""
      // A region that says the same again is not read out unless it was empty in between.
      setTimeout(() => {
        live.textContent = text
      })
    },
  }
}

const forOwner = async (context: Context): Promise<HTMLElement[]> => {
  const requests = ownRequests(context)
  const held = heldPart(context)
  const consents = consentsPart(context)
  const ask = askPart(context, async (id) => {
    context.say(context.words.ask.received)
    await requests.refresh()
    focusRequest(requests.part, id)
  })
  await Promise.all([requests.refresh(), held.refresh(), consents.refresh()])
  return [requests.part, held.part, consents.part, ask.element]
}

const forGuest = async (context: Context): Promise<HTMLElement[]> => {
  const ask = askPart(context, () => Promise.resolve())
  const openAsk = (kind?: AdminSubjectRequestKind) => {
    ask.open(kind)
  }
  const requests = guestRequests(context, () => {
    openAsk()
  })
  const link = takeLink()
  const confirm =
    link &&
    confirmPart(context, link, {
      onConfirmed: async ({ request, token }) => {
        rememberLink({ id: request.id, token })
        await requests.refresh()
        focusRequest(requests.part, request.id)
      },
      askAgain: () => {
        openAsk()
      },
    })
  const held = heldOfGuest(context, () => {
    openAsk("access")
  })
  await requests.refresh()
  return [...(confirm ? [confirm] : []), requests.part, ask.element, held]
}

/** Puts the page into its place. */
export const mountPrivacyPage = async (options: PrivacyPageOptions): Promise<void> => {
  useStyles(css)
  const live = h("p", { class: "dk-privacy-live", role: "status" })
  const context = contextOf(options, live)
  const { root, locale } = options
  const waiting = h("p", { class: "dk-privacy-quiet", role: "status" }, context.words.loading)
  root.replaceChildren(waiting)
  const parts = await (context.isSignedIn ? forOwner(context) : forGuest(context))
  root.replaceChildren(h("div", { class: "dk-privacy", lang: locale }, live, ...parts))
}
