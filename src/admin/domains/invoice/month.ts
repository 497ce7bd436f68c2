/** The month before an instant, `YYYY-MM`: the one a bookkeeper asks for. */
export const lastMonth = (now: Date): string =>
  new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1)).toISOString().slice(0, 7)

/** What the server names as missing, from its message. */
export const accountsIn = (message: string): string[] =>
  (/: ([\w, ]+)\.$/.exec(message)?.[1] ?? "").split(", ").filter(Boolean)
