import { readdir, readFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { Server, ServerResponse } from "node:http"
import { join } from "node:path"
import { build } from "esbuild"

export type StorefrontOptions = {
  port: number
  /** Where the browser reaches Medusa. */
  medusaUrl: string
  publishableKey: string
  regionId: string
  /** Where scripts of others come from, once they are allowed. */
  thirdPartyUrl: string
  /** Where the demo's mails lie; empty when it sends none. */
  mailFolder: string
}

/** What the browser is told. */
type BrowserConfig = Omit<StorefrontOptions, "port" | "mailFolder">

export type RunningStorefront = { url: string; stop: () => Promise<void> }

type File = { type: string; body: string | Uint8Array }

const MOST_MAILS = 30

const bundle = async (): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "browser", "main.ts")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    minify: true,
    sourcemap: "inline",
    loader: { ".css": "text" },
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** The shop's code, styles and what the browser must know of the store; the same for everybody. */
const readFiles = async (config: BrowserConfig): Promise<Map<string, File>> => {
  const asset = (name: string) => readFile(join(__dirname, "public", name))
  return new Map<string, File>([
    ["/app.js", { type: "text/javascript; charset=utf-8", body: await bundle() }],
    ["/style.css", { type: "text/css; charset=utf-8", body: await asset("style.css") }],
    ["/icon.svg", { type: "image/svg+xml", body: await asset("icon.svg") }],
    ["/config.json", { type: "application/json", body: JSON.stringify(config) }],
    ["/", { type: "text/html; charset=utf-8", body: await asset("index.html") }],
  ])
}

const policyFor = ({ medusaUrl, thirdPartyUrl }: BrowserConfig): string =>
  [
    "default-src 'self'",
    `script-src 'self' ${thirdPartyUrl}`,
    `connect-src 'self' ${new URL(medusaUrl).origin} ${thirdPartyUrl}`,
    // The invoice opens as a page of its own with the styles it brings.
    "style-src 'self' 'unsafe-inline'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ")

const send = (
  response: ServerResponse,
  { status, file, policy }: { status: number; file: File; policy: string }
) => {
  response.writeHead(status, {
    "content-type": file.type,
    "content-security-policy": policy,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
  })
  response.end(file.body)
}

/** The mails of the demo, the latest first. A person's mailbox is their own; here it is everybody's. */
const readMails = async (folder: string): Promise<File> => {
  const names = folder === "" ? [] : await readdir(folder).catch(() => [])
  const mails = await Promise.all(
    names
      .sort()
      .reverse()
      .slice(0, MOST_MAILS)
      .map((name) => readFile(join(folder, name), "utf8"))
  )
  return { type: "application/json", body: `[${mails.join(",")}]` }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "localhost", () => {
      const address = server.address()
      resolve(typeof address === "object" && address ? address.port : port)
    })
  })

/**
 * Starts the demo's shop on this machine. Its browser code is bundled into memory at the start; pages are
 * routes of the browser, so every address that is no file answers the same page.
 */
export const startStorefront = async ({
  port,
  mailFolder,
  ...config
}: StorefrontOptions): Promise<RunningStorefront> => {
  const files = await readFiles(config)
  const page = files.get("/")
  const policy = policyFor(config)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost")
    if (pathname === "/mails.json") {
      void readMails(mailFolder).then((file) => {
        send(response, { status: 200, file, policy })
      })
      return
    }
    const isFile = /\.[a-z]+$/.test(pathname)
    const file = files.get(pathname) ?? (isFile ? undefined : page)
    const missing = { type: "text/plain", body: "Not found" }
    send(response, { status: file ? 200 : 404, file: file ?? missing, policy })
  })
  const chosen = await listen(server, port)
  return {
    url: `http://localhost:${chosen}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
