import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import express from "express"
import { cacheMiddlewares } from "./keep-out-of-caches"
import { sendDocument } from "./send-document"

describe("headers of answers", () => {
  const app = express()
  for (const { matcher, middlewares = [] } of cacheMiddlewares) {
    for (const middleware of middlewares) {
      app.use(matcher, (...call) => {
        Reflect.apply(middleware, undefined, call)
      })
    }
  }
  app.get("/admin/privacy/record-of-processing/html", (_req, res) => {
    Reflect.apply(sendDocument, undefined, [res, "<p>page</p>"])
  })
  app.use((_req, res) => {
    res.json({})
  })
  const server = createServer(app)

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, resolve)))

  afterAll(() => server.close())

  const headersOf = async (path: string): Promise<Headers> => {
    const { port } = server.address() as AddressInfo
    return (await fetch(`http://localhost:${port.toString()}${path}`)).headers
  }

  it.each([
    "/admin/dk/bookkeeping",
    "/admin/privacy/requests/dksreq_1",
    "/admin/customers",
    "/store/customers/me",
    "/store/customers/me/buyer",
    "/store/orders/order_1/dk-invoices",
    "/store/carts/cart_1/buyer",
    "/store/carts/cart_1/consents",
    "/store/privacy/requests/dksreq_1/status",
  ])("keep %s out of every cache", async (path) => {
    const headers = await headersOf(path)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("x-content-type-options")).toBe("nosniff")
  })

  it.each(["/store/privacy/notices", "/store/products"])("leave %s to caches", async (path) => {
    expect((await headersOf(path)).get("cache-control")).toBeNull()
  })

  it("let a printed page run nothing, send nothing, and be framed by nobody", async () => {
    const headers = await headersOf("/admin/privacy/record-of-processing/html")
    const policy = headers.get("content-security-policy")?.split("; ")
    expect(policy).toEqual([
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
    expect(headers.get("cache-control")).toBe("private, no-store")
    expect(headers.get("referrer-policy")).toBe("no-referrer")
    expect(headers.get("x-content-type-options")).toBe("nosniff")
  })
})
