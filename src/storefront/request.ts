import { StorefrontError } from "./error"

/** How to reach the store. */
export type StorefrontClientOptions = {
  /** Address of the Medusa server, e.g. `https://api.example.dk`. */
  medusaUrl: string
  publishableKey: string
  /** The customer's login, asked for before each call; guests have none. */
  token?: () => string | null
  /** Replaces the browser's own, e.g. on a server or in a test. */
  fetch?: typeof fetch
}

export type StorefrontCall = {
  method?: "GET" | "POST" | "DELETE"
  body?: object
  headers?: Record<string, string>
}

/** Calls a route and gives its JSON. Throws `StorefrontError`. */
export type Send = <Answer>(path: string, call?: StorefrontCall) => Promise<Answer>

const isObject = (value: unknown): value is object => value instanceof Object

const readError = async (response: Response): Promise<StorefrontError> => {
  const body: unknown = await response.json().catch(() => null)
  const retryAfter = response.headers.get("retry-after")
  return new StorefrontError(response.status, isObject(body) ? body : {}, retryAfter)
}

/** The one place that talks HTTP: key, login, JSON and errors. */
export const createSend = (options: StorefrontClientOptions) => {
  const base = options.medusaUrl.replace(/\/$/, "")

  const open = async (path: string, call: StorefrontCall = {}): Promise<Response> => {
    const { method = "GET", body, headers } = call
    const token = options.token?.()
    const request = (options.fetch ?? fetch)(base + path, {
      method,
      headers: {
        "x-publishable-api-key": options.publishableKey,
        ...(body && { "content-type": "application/json" }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const response = await request.catch(() => null)
    if (!response) throw new StorefrontError(0, {})
    if (!response.ok) throw await readError(response)
    return response
  }

  const json: Send = async <Answer>(path: string, call?: StorefrontCall) =>
    (await (await open(path, call)).json()) as Answer
  const text = async (path: string, call?: StorefrontCall) => (await open(path, call)).text()
  const blob = async (path: string, call?: StorefrontCall) => (await open(path, call)).blob()
  return { json, text, blob }
}
