import type { IncomingMessage, ServerResponse } from "node:http"

/** What a handler answers: nothing but a status, JSON, a page or a redirect. */
export type Reply = { status: number; json?: unknown; html?: string; location?: string }

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

export const sendReply = (response: ServerResponse, reply: Reply): void => {
  response.statusCode = reply.status
  if (reply.location !== undefined) response.setHeader("location", reply.location)
  if (reply.html !== undefined) {
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.end(reply.html)
    return
  }
  if (reply.json === undefined) {
    response.end()
    return
  }
  response.setHeader("content-type", "application/json; charset=utf-8")
  response.end(JSON.stringify(reply.json))
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
