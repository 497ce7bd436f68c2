import type { IncomingMessage } from "node:http"

/** A cart of several hundred lines fits, and a file of thousands; the sender is known before this is read. */
const MAX_BYTES = 1_000_000

/** The text of a request that no parser has touched; undefined when it is larger than that. */
export const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue
    size += part.length
    if (size > MAX_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString("utf8")
}
