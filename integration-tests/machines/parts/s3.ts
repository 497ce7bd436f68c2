import { createServer } from "node:http"
import type { IncomingMessage, ServerResponse } from "node:http"

/**
 * As much of S3 as Medusa's file provider and the ledger ask for, on this machine: put, get, delete, delete several, and
 * list. It keeps everything in memory, checks no signature and knows no access rights.
 */
export type FileStore = {
  port: number
  /** Objects by `bucket/key`. */
  objects: ReadonlyMap<string, Buffer>
  /** From now on nothing is taken, as with a full disk or none of the quota left; or again. */
  full: (isFull: boolean) => void
  stop: () => Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** The SDK sends bodies in chunks of `<size in hex>;chunk-signature=…`, with sums behind the last one. */
const unchunked = (body: Buffer, request: IncomingMessage): Buffer => {
  const encoding = request.headers["content-encoding"] ?? ""
  const digest = request.headers["x-amz-content-sha256"]
  const isChunked = encoding.includes("aws-chunked") || String(digest).startsWith("STREAMING")
  if (!isChunked) return body
  const pieces: Buffer[] = []
  for (let at = 0; ;) {
    const end = body.indexOf("\r\n", at)
    const size = end < 0 ? 0 : Number.parseInt(body.subarray(at, end).toString("latin1"), 16)
    if (!size) return Buffer.concat(pieces)
    pieces.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

const PAGE = 1_000

const xml = (response: ServerResponse, text: string, status = 200): void => {
  response.writeHead(status, { "content-type": "application/xml" })
  response.end(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
}

const list = (objects: ReadonlyMap<string, Buffer>, bucket: string, query: URLSearchParams) => {
  const prefix = `${bucket}/${query.get("prefix") ?? ""}`
  const after = `${bucket}/${query.get("start-after") ?? ""}`
  const names = [...objects.keys()].filter((name) => name.startsWith(prefix) && name > after).sort()
  const items = names.slice(0, PAGE).map((name) => {
    const size = (objects.get(name)?.length ?? 0).toString()
    return `<Contents><Key>${name.slice(bucket.length + 1)}</Key><Size>${size}</Size></Contents>`
  })
  return `<ListBucketResult>${items.join("")}</ListBucketResult>`
}

export const startFileStore = async (): Promise<FileStore> => {
  const objects = new Map<string, Buffer>()
  let isFull = false
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost")
    const name = decodeURIComponent(pathname.slice(1)).replace(/\/$/, "")
    const body = unchunked(await bodyOf(request), request)
    if (isFull && request.method !== "GET") {
      xml(response, "<Error><Code>SlowDown</Code></Error>", 503)
    } else if (request.method === "PUT") {
      objects.set(name, body)
      response.writeHead(200, { etag: '"kept"' }).end()
    } else if (request.method === "POST" && searchParams.has("delete")) {
      const keys = Array.from(body.toString().matchAll(/<Key>([^<]*)<\/Key>/g), ([, key]) => key)
      for (const key of keys) objects.delete(`${name}/${key ?? ""}`)
      xml(response, "<DeleteResult></DeleteResult>")
    } else if (request.method === "DELETE") {
      objects.delete(name)
      response.writeHead(204).end()
    } else if (searchParams.get("list-type") === "2") {
      xml(response, list(objects, name, searchParams))
    } else if (objects.has(name)) {
      response.writeHead(200, { "content-type": "application/octet-stream" })
      response.end(objects.get(name))
    } else {
      xml(response, "<Error><Code>NoSuchKey</Code></Error>", 404)
    }
  }
  const server = createServer((request, response) => void answer(request, response))
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      resolve(typeof address === "object" && address ? address.port : 0)
    })
  })
  return {
    port,
    objects,
    full: (next) => {
      isFull = next
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    },
  }
}
