import type { AdminSubjectRequestKind, StoreConfirmedPrivacyRequest } from "../../types/http"
import { useStyles } from "../styles"
import { askPart } from "./ask"
import { breachPart } from "./breach"
import { confirmPart } from "./confirm"
import { consentsPart } from "./consents"
import type { Context, PrivacyPageOptions } from "./context"
import { h } from "./dom"
import type { Child } from "./dom"
import { focusRequest, guestRequests, ownRequests } from "./follow"
import { heldOfGuest, heldPart } from "./held"
import { rememberLink, takeLink } from "./link"
import css from "./page.css"
import { privacyWords } from "./words-of"

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

type Mailed = { parts: HTMLElement[]; refresh: () => Promise<void>; isWaiting: boolean }

/** What a mailed link leads to: confirming it, then following the request. */
const mailed = (
  context: Context,
  { askAgain, onConfirmed }: { askAgain: () => void; onConfirmed: () => void }
): Mailed => {
  const requests = guestRequests(context, askAgain)
  const link = takeLink()
  const parts = [requests.part]
  if (link) {
    const confirmed = async ({ request, token }: StoreConfirmedPrivacyRequest) => {
      rememberLink({ id: request.id, token })
      onConfirmed()
      await requests.refresh()
      focusRequest(request.id)
    }
    parts.unshift(confirmPart(context, link, { onConfirmed: confirmed, askAgain }))
  }
  return { parts, refresh: requests.refresh, isWaiting: link !== null }
}

const forOwner = async (context: Context): Promise<Child[]> => {
  const requests = ownRequests(context)
  const held = heldPart(context)
  const consents = consentsPart(context)
  const ask = askPart(context, async (id) => {
    context.say(context.words.ask.received)
    await requests.refresh()
    focusRequest(id)
  })
  const byMail = mailed(context, {
    askAgain: () => {
      ask.open()
    },
    onConfirmed: () => undefined,
  })
  await Promise.all([byMail, requests, held, consents].map(({ refresh }) => refresh()))
  return [
    ...byMail.parts,
    requests.part,
    held.part,
    consents.part,
    ask.element,
    breachPart(context),
  ]
}

const forGuest = async (context: Context): Promise<Child[]> => {
  const ask = askPart(context, () => Promise.resolve())
  const openAsk = (kind?: AdminSubjectRequestKind) => {
    showRest(true)
    ask.open(kind)
  }
  const breach = breachPart(context)
  const held = heldOfGuest(context, () => {
    openAsk("access")
  })
  // Who comes by a mailed link is asked one thing at a time.
  const showRest = (isShown: boolean) => {
    for (const part of [ask.element, held, breach]) part.hidden = !isShown
  }
  const byMail = mailed(context, {
    askAgain: () => {
      openAsk()
    },
    onConfirmed: () => {
      showRest(true)
    },
  })
  showRest(!byMail.isWaiting)
  await byMail.refresh()
  return [...byMail.parts, ask.element, held, breach]
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
