import { DenmarkApiError } from "./api-error"

/** How to reach the store. */
export type DenmarkClientOptions = {
  /** Address of the Medusa server, e.g. `https://api.example.dk`. */
  medusaUrl: string
  publishableKey: string
  /** The customer's login, asked for before each call; guests have none. */
  token?: () => string | null
  /** Replaces the browser's own, e.g. on a server or in a test. */
  fetch?: typeof fetch
}

export type Call = {
  method?: "GET" | "POST" | "DELETE"
  body?: object
  headers?: Record<string, string>
}

/**
 * Calls a route and gives its JSON. Throws `DenmarkApiError` on a refusal, and what `fetch` throws when the
 * store cannot be reached.
 */
export type Send = <Answer>(path: string, call?: Call) => Promise<Answer>

const readError = async (response: Response): Promise<DenmarkApiError> => {
  const body: unknown = await response.json().catch(() => null)
  return new DenmarkApiError(response.status, body instanceof Object ? body : {})
}

/** The one place that talks HTTP: key, login, JSON and errors. */
export const createSend =
  (options: StorefrontOptions): Send =>
  async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const text = await fetchText(options, path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    })
    return parse(text) as Answer
  }
