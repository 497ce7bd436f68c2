import type { IncomingMessage, ServerResponse } from "node:http"

/** What a handler answers: nothing but a status, JSON, a page, a script or a redirect. */
export type Reply = {
  status: number
  json?: unknown
  html?: string
  script?: string
  location?: string
  headers?: Record<string, string>
}

export type Call = {
  method: string
  path: string
  query: URLSearchParams
  header: (name: string) => string | undefined
  text: string
}

const MAX_BODY = 1_000_000

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += part.length
    if (size > MAX_BODY) throw new Error("The request is too large")
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString("utf8")
}

export const readCall = async (request: IncomingMessage): Promise<Call> => {
  const url = new URL(request.url ?? "/", "http://emulator.invalid")
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    header: (name) => {
      const value = request.headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    text: await readText(request),
  }
}

const contentOf = ({ html, script, json }: Reply): { type: string; text: string } | undefined => {
  if (html !== undefined) return { type: "text/html", text: html }
  if (script !== undefined) return { type: "text/javascript", text: script }
  return json === undefined ? undefined : { type: "application/json", text: JSON.stringify(json) }
}

/** Sets status and headers of an answer, and gives its body. */
export const beginReply = (response: ServerResponse, reply: Reply): string => {
  const content = contentOf(reply)
  response.statusCode = reply.status
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value)
  if (reply.location !== undefined) response.setHeader("location", reply.location)
  if (content) response.setHeader("content-type", `${content.type}; charset=utf-8`)
  return content?.text ?? ""
}

export const sendReply = (response: ServerResponse, reply: Reply): void => {
  response.end(beginReply(response, reply))
}

/** A JSON object, or undefined when the text is none. */
export const parseObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
