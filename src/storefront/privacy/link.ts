/** What leads to a request: its id and a token of it. */
export type RequestLink = { id: string; token: string }

const FOLLOWED = "dk_privacy_requests"
const MOST = 10

/**
 * Takes a mailed link out of the address: what stands behind `#` reaches no server, and once it is taken it stays in neither the
 * address bar nor the history.
 */
export const takeLink = (): RequestLink | null => {
  const parts = new URLSearchParams(location.hash.slice(1))
  const id = parts.get("id")
  const token = parts.get("token")
  if (id === null || token === null) return null
  history.replaceState(history.state, "", location.pathname + location.search)
  return { id, token }
}

const isLink = (value: unknown): value is RequestLink =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  "token" in value &&
  typeof value.id === "string" &&
  typeof value.token === "string"

/** The requests that a guest follows in this window, the latest first. */
export const followedLinks = (): RequestLink[] => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(FOLLOWED) ?? "[]")
    return Array.isArray(kept) ? kept.filter(isLink) : []
  } catch {
    return []
  }
}

const keep = (links: RequestLink[]): void => {
  try {
    sessionStorage.setItem(FOLLOWED, JSON.stringify(links))
  } catch {
    // Without storage it is followed until the page is left.
  }
}

export const forgetLink = (id: string): void => {
  keep(followedLinks().filter((link) => link.id !== id))
}

export const rememberLink = (link: RequestLink): void => {
  keep([link, ...followedLinks().filter(({ id }) => id !== link.id)].slice(0, MOST))
}
