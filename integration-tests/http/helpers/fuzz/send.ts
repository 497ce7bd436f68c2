import { request } from "node:http"
import type { FuzzRequest } from "./requests"

export type FuzzAnswer = { status: number; type: string; text: string }

const TOO_LATE_MS = 30_000

/**
 * Sends bytes as they are. From one of 250 addresses of this machine, so that limits by address do not end the run; an answer that
 * does not come is status 0.
 */
export const send = (
  port: number,
  { method, path, headers, body }: FuzzRequest,
  from: number
): Promise<FuzzAnswer> =>
  new Promise((resolve) => {
    const options = {
      host: "127.0.0.1",
      localAddress: `127.0.0.${(2 + (from % 250)).toString()}`,
      port,
      method,
      path,
    }
    const sent = request(
      { ...options, headers: { ...headers, ...(body && { "content-length": body.length }) } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on("data", (part: Buffer) => parts.push(part))
        const end = () => {
          resolve({
            status: answer.statusCode ?? 0,
            type: answer.headers["content-type"] ?? "",
            text: Buffer.concat(parts).toString("utf8"),
          })
        }
        answer.on("end", end)
        answer.on("error", end)
      }
    )
    const fail = (error: Error) => {
      resolve({ status: 0, type: "", text: error.message })
    }
    sent.setTimeout(TOO_LATE_MS, () => sent.destroy(new Error("no answer in 30 s")))
    sent.on("error", fail)
    sent.end(body ?? undefined)
  })
