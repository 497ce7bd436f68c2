import type { StorePrivacyRequest } from "../../types/http"
import { deadLink } from "./confirm"
import { isGone, load, section } from "./context"
import type { Context } from "./context"
import { button, h } from "./dom"
import type { Child } from "./dom"
import { followedLinks, forgetLink } from "./link"
import type { RequestLink } from "./link"
import { headingId, requestCard } from "./request-card"

type Followed = { part: HTMLElement; refresh: () => Promise<void> }

/** Moves to a request that has just begun. */
export const focusRequest = (id: string): void => {
  document.getElementById(headingId(id))?.focus()
}

const partOf = (
  context: Context,
  { name, title }: { name: string; title: string },
  read: (refresh: () => Promise<void>) => Promise<Child[]>
): Followed => {
  const { words } = context
  const place = h("div", { class: "dk-privacy-requests" })
  const refresh = (): Promise<void> => load(context, place, () => read(refresh))
  const part = section(name, title, place)
  part.classList.add("dk-privacy-list")
  part.querySelector("h2")?.after(
    button(
      words.follow.refresh,
      async () => {
        await refresh()
        if (!place.querySelector("[role=alert]")) context.say(words.follow.refreshed)
      },
      { kind: "small" }
    )
  )
  return { part, refresh }
}

/** What the signed-in customer has asked for. */
export const ownRequests = (context: Context): Followed => {
  const { client, words } = context
  return partOf(context, { name: "follow", title: words.follow.title }, async (refresh) => {
    const requests = await client.listPrivacyRequests()
    if (requests.length === 0) return [h("p", { class: "dk-privacy-quiet" }, words.follow.none)]
    return requests.map((request) =>
      requestCard(context, request, {
        download: () => client.downloadOwnPrivacyArchive(request.id),
        refresh,
      })
    )
  })
}

/** What was asked by a mailed link and is followed in this window; hidden while there is nothing. */
export const guestRequests = (context: Context, askAgain: () => void): Followed => {
  const { client, words, isSignedIn } = context
  const about = isSignedIn
    ? { name: "mailed", title: words.follow.mailed }
    : { name: "follow", title: words.follow.title }
  const read = async ({ id, token }: RequestLink): Promise<StorePrivacyRequest | null> => {
    try {
      return await client.getPrivacyRequest(id, token)
    } catch (error) {
      if (!isGone(error)) throw error
      forgetLink(id)
      return null
    }
  }
  const followed = partOf(context, about, async (refresh) => {
    const links = followedLinks()
    followed.part.hidden = links.length === 0
    const cards: Child[] = []
    for (const link of links) {
      const request = await read(link)
      const download = () => client.downloadPrivacyArchive(link.id, link.token)
      cards.push(
        request
          ? requestCard(context, request, { download, refresh })
          : deadLink(context, () => {
              void refresh()
              askAgain()
            })
      )
    }
    return cards
  })
  followed.part.hidden = true
  return followed
}
