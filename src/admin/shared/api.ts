declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: string | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

/** What the server answered instead of a result. `field` is the input at fault, when the answer names one. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | null

  constructor(status: number, code: string, message: string) {
    const [, field, text] = /^([a-z0-9_.]+): ([^]+)$/.exec(message) ?? []
    super(text ?? message)
    this.name = "ApiError"
    this.status = status
    this.code = code
    this.field = field ?? null
  }
}

const backend = (): string => (typeof __BACKEND_URL__ === "string" ? __BACKEND_URL__ : "/")

/** Dashboards built for tokens keep theirs in the browser; all others send the session's cookie. */
const authorization = (): Record<string, string> => {
  if (typeof __AUTH_TYPE__ !== "string" || __AUTH_TYPE__ !== "jwt") return {}
  const key = typeof __JWT_TOKEN_STORAGE_KEY__ === "string" ? __JWT_TOKEN_STORAGE_KEY__ : ""
  const token = window.localStorage.getItem(key || "medusa_auth_token")
  return token ? { authorization: `Bearer ${token}` } : {}
}

const textOf = (body: unknown, name: "code" | "type" | "message"): string | undefined => {
  if (typeof body !== "object" || body === null || !(name in body)) return undefined
  const value: unknown = (body as Record<string, unknown>)[name]
  return typeof value === "string" ? value : undefined
}

const refusal = async (response: Response): Promise<ApiError> => {
  const body: unknown = await response.json().catch(() => null)
  const code = textOf(body, "code") ?? textOf(body, "type") ?? "unknown_error"
  return new ApiError(response.status, code, textOf(body, "message") ?? response.statusText)
}

/** The full address of a path of the admin API. */
export const urlOf = (path: string): string =>
  `${new URL(backend(), window.location.origin).href.replace(/\/$/, "")}${path}`

const send = async (
  path: string,
  body?: object,
  method = body ? "POST" : "GET"
): Promise<Response> => {
  const response = await fetch(urlOf(path), {
    method,
    credentials: "include",
    headers: {
      accept: "application/json, text/html;q=0.9, text/csv;q=0.9",
      ...(body && { "content-type": "application/json" }),
      ...authorization(),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await refusal(response)
  return response
}

/** Reads a resource of the admin API. Throws ApiError. */
export const getJson = async (path: string): Promise<unknown> => (await send(path)).json()

/** Sends a body to the admin API. Throws ApiError. */
export const postJson = async (path: string, body: object): Promise<unknown> =>
  (await send(path, body)).json()

/** Deletes a resource of the admin API. Throws ApiError. */
export const deleteJson = async (path: string): Promise<unknown> =>
  (await send(path, undefined, "DELETE")).json()

/** Reads a file of the admin API with the staff's own login. Throws ApiError. */
export const getFile = async (path: string): Promise<Blob> => (await send(path)).blob()
