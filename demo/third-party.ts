import { createServer } from "node:http"
import { randomUUID } from "node:crypto"

export type RunningThirdParty = { url: string; stop: () => Promise<void> }

/** What a script of somebody else does in a shop's page: leaves a mark in the browser, and tells its own server. */
const script = (what: string, marks: string): string => `(() => {
  const from = document.currentScript.src
  ${marks}
  fetch(new URL("/seen?by=${what}&visit=${randomUUID()}", from), { mode: "no-cors", keepalive: true })
})()`

const YEAR = 365 * 24 * 60 * 60
const mark = (cookie: string): string =>
  `document.cookie = "${cookie}=" + crypto.randomUUID() + "; Max-Age=${YEAR.toString()}; Path=/; SameSite=Lax"`

const FILES = new Map([
  [
    "/statistics.js",
    () =>
      script(
        "statistics",
        `${mark("taeller_id")}
  localStorage.setItem("taeller_sider", String(Number(localStorage.getItem("taeller_sider")) + 1))`
      ),
  ],
  ["/advertising.js", () => script("advertising", mark("annonce_id"))],
])

/**
 * Stands in, on this machine, for the servers of a counter of visits and of an advertiser, so that the demo's shop has something
 * to ask about.
 */
export const startThirdParty = async (): Promise<RunningThirdParty> => {
  const server = createServer((request, response) => {
    const file = FILES.get(new URL(request.url ?? "/", "http://localhost").pathname)
    response.writeHead(file ? 200 : 204, { "content-type": "text/javascript; charset=utf-8" })
    response.end(file?.())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port.toString()}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
