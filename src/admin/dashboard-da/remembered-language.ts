const inCookie = (): string | undefined => /(?:^|;\s*)lng=([^;]*)/.exec(document.cookie)?.[1]

const inStorage = (): string | null => {
  try {
    return localStorage.getItem("lng")
  } catch {
    // The browser keeps nothing for this site.
    return null
  }
}

/** Whether this browser remembers Danish as the dashboard's language: the cookie `lng`, else `lng` in localStorage. */
export const remembersDanish = (): boolean =>
  typeof document !== "undefined" && /^da(-|$)/.test(inCookie() ?? inStorage() ?? "")
