import { createServer } from "node:http"

/** A mail as the provider got it. */
export type SentMail = { to: string; subject: string; text: string; at: number }

/** The provider of e-mail that the machines ask over HTTP. */
export type MailSink = {
  port: number
  mails: readonly SentMail[]
  /** It refuses everything from now on, or no more. */
  full: (isFull: boolean) => void
  stop: () => Promise<void>
}

export const startMailSink = async (): Promise<MailSink> => {
  const mails: SentMail[] = []
  let isFull = false
  const server = createServer((request, response) => {
    let text = ""
    request.on("data", (piece: Buffer) => {
      text += piece.toString()
    })
    request.on("end", () => {
      if (isFull) {
        response.writeHead(507).end()
        return
      }
      mails.push({ ...(JSON.parse(text) as Omit<SentMail, "at">), at: Date.now() })
      response.writeHead(200, { "content-type": "application/json" })
      response.end(JSON.stringify({ id: `mail-${mails.length.toString()}` }))
    })
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      resolve(typeof address === "object" && address ? address.port : 0)
    })
  })
  return {
    port,
    mails,
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
