import { createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import express from "express"
import type { NextFunction, Request, Response } from "express"
import { isMedusaErrorOf } from "../../shared/errors"
import { refuseOtherSites } from "./refuse-other-sites"

const ADMIN_CORS = "https://admin.butik.example,/\\.preview\\.butik\\.example$/"
const TICKET = "a".repeat(64)

type Sent = { method?: string; path?: string; headers?: Record<string, string>; cookie?: boolean }

describe("staff's cookie", () => {
  let hasSession = true
  const app = express()
  // As Medusa does it: who calls is known before, and a middleware without a method is mounted on its matcher.
  app.use((req: Request, _res: Response, next: NextFunction) => {
    const auth_context = { actor_type: "user", actor_id: "user_1" }
    Object.assign(req, {
      scope: { resolve: () => ({ projectConfig: { http: { adminCors: ADMIN_CORS } } }) },
      session: hasSession ? { auth_context } : {},
    })
    next()
  })
  app.use("/admin", (...call) => {
    Reflect.apply(refuseOtherSites, undefined, call)
  })
  app.use((_req: Request, res: Response) => {
    res.send("done")
  })
  app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (isMedusaErrorOf(error, "forbidden")) res.status(403).send(error.code)
    else next(error)
  })
  const server = createServer(app)

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, resolve)))

  afterAll(() => server.close())

  const statusOf = async (sent: Sent): Promise<number> => {
    const { method = "POST", path = "/admin/privacy/erasures", headers = {}, cookie = true } = sent
    hasSession = cookie
    const { port } = server.address() as AddressInfo
    // `fetch` sets these headers itself.
    return new Promise((resolve, reject) => {
      const asked = request({ port, method, path, headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      asked.on("error", reject)
      asked.end()
    })
  }

  it.each<[string, Sent]>([
    [
      "a form of another site",
      { headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" } },
    ],
    [
      "the shop's storefront",
      { headers: { "sec-fetch-site": "same-site", origin: "https://www.butik.example" } },
    ],
    ["a frame that hides where it is from", { headers: { origin: "null" } }],
    ["an old browser's form", { headers: { origin: "https://evil.example" } }],
    [
      "an address that only begins like Admin's",
      { headers: { origin: "https://admin.butik.example.evil.example" } },
    ],
    ["a change of an order", { path: "/admin/orders/order_1", headers: { origin: "null" } }],
    [
      "a link that would use permissions to market",
      {
        method: "GET",
        path: "/ADMIN/privacy/marketing-audience?purpose=newsletter&channel=email",
        headers: { "sec-fetch-site": "cross-site" },
      },
    ],
    [
      "a picture in the shop's storefront",
      {
        method: "GET",
        path: "/admin/privacy/marketing-audience?purpose=newsletter&channel=email",
        headers: { "sec-fetch-site": "same-site", "sec-fetch-dest": "image" },
      },
    ],
  ])("is of no use to %s", async (_who, sent) => {
    expect(await statusOf(sent)).toBe(403)
    // What is not signed in by a cookie is nothing a page can use.
    expect(await statusOf({ ...sent, cookie: false })).toBe(200)
  })

  it.each<[string, Sent]>([
    [
      "the Admin that the server shows",
      { headers: { "sec-fetch-site": "same-origin", origin: "https://api.butik.example" } },
    ],
    [
      "an Admin of another address",
      { headers: { "sec-fetch-site": "same-site", origin: "https://admin.butik.example" } },
    ],
    [
      "an Admin by pattern",
      { headers: { "sec-fetch-site": "cross-site", origin: "https://x.preview.butik.example" } },
    ],
    [
      "an old browser at the same address",
      { headers: { origin: "https://api.butik.example", host: "api.butik.example" } },
    ],
    [
      "one behind a proxy with a name of its own",
      {
        headers: { origin: "https://api.butik.example", "x-forwarded-host": "api.butik.example" },
      },
    ],
    ["a program, which says nothing", {}],
    ["a program that reads", { method: "GET" }],
    [
      "an Admin of another address that reads",
      {
        method: "GET",
        headers: { "sec-fetch-site": "same-site", origin: "https://admin.butik.example" },
      },
    ],
    [
      "a link to core's lists",
      { method: "GET", path: "/admin/orders", headers: { "sec-fetch-site": "cross-site" } },
    ],
    [
      "a download by ticket",
      {
        method: "GET",
        path: `/admin/privacy/exports/${TICKET}`,
        headers: { "sec-fetch-site": "cross-site" },
      },
    ],
    [
      "a download by ticket, from the shop's other address",
      {
        method: "GET",
        path: `/admin/privacy/exports/${TICKET}`,
        headers: { "sec-fetch-site": "same-site" },
      },
    ],
  ])("is taken from %s", async (_who, sent) => {
    expect(await statusOf(sent)).toBe(200)
  })
})
