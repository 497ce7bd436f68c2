import { readdirSync, readFileSync } from "node:fs"
import { request } from "node:http"
import { join, relative } from "node:path"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

const API = join(__dirname, "../../../src/api")

/** Every route that the plugin's files declare below a folder of `src/api`, with `x_1` for each parameter. */
export const routesUnder = (folder: string): (readonly [method: string, path: string])[] =>
  readdirSync(join(API, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .flatMap((file) => {
      const path = join(API, folder, file)
      const url = relative(API, join(path, "..")).replace(/\[\w+\]/g, "x_1")
      const methods = readFileSync(path, "utf8").matchAll(/^export const ([A-Z]+) =/gm)
      return [...methods]
        .map(([, method = ""]) => method)
        .filter((method) => method !== "AUTHENTICATE")
        .map((method) => [method, `/${url}`] as const)
    })

/** Sends a path letter by letter: `fetch` would tidy it first. */
export const callAsWritten = (
  { baseUrl }: Suite,
  method: string,
  { path, headers = {} }: { path: string; headers?: Headers }
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(baseUrl)
    const sent = request({ hostname, port, method, path, headers }, (answer) => {
      let text = ""
      answer.setEncoding("utf8")
      answer.on("data", (part: string) => (text += part))
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, text })
      })
    })
    sent.on("error", reject)
    sent.end()
  })
