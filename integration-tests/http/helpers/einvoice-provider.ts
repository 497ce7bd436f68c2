import { createServer } from "node:http"
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http"

/** A status it answers with; `hang` never answers; `cut` reads all of it and closes the connection. */
export type Manners = number | "hang" | "cut"

export type Received = { headers: IncomingHttpHeaders; bytes: Buffer }

/** A provider of e-invoices on this machine. */
export type TestProvider = {
  url: string
  received: Received[]
  behave: (manners: Manners) => void
  /** Ids of deliveries it was asked about, and the status it answers that with. */
  asked: string[]
  say: (status: number) => void
  stop: () => Promise<void>
}

const read = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part)
  return Buffer.concat(parts)
}

const answer = (response: ServerResponse, manners: Manners): void => {
  if (manners === "hang") return
  if (manners === "cut") response.socket?.destroy()
  else response.writeHead(manners).end("{}")
}

/** Starts a provider that answers 200. */
export const startTestProvider = async (): Promise<TestProvider> => {
  const received: Received[] = []
  let manners: Manners = 200
  const asked: string[] = []
  let known = 404
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      asked.push(request.url?.split("/").at(-1) ?? "")
      response.writeHead(known).end()
      return
    }
    void read(request).then((bytes) => {
      received.push({ headers: request.headers, bytes })
      answer(response, manners)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port.toString()}/e-invoices`,
    received,
    asked,
    say: (status) => {
      known = status
    },
    behave: (next) => {
      manners = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
