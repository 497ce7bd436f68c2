import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import express from "express"
import type { NextFunction, Request, Response } from "express"
import "../personal-data"
import type { AccessEvent } from "./read-log"
import { watchResponse } from "./watch-response"

const RUN = {
  transaction_id: "auto_1",
  result: [{ id: "cus_1", email: "karen@kunde.example", phone: "20998877" }],
}

type Route = (req: Request, res: Response) => void

const throwing: Route = () => {
  throw new Error("zqinside")
}

/** What a store's answer looks like with a database that answers so. */
const answerWith = async (database: object, route = throwing) => {
  const logged: string[] = []
  const readLog = { isOn: () => Promise.resolve(true), note: () => undefined }
  const known: Record<string, object> = {
    dk_access: { readLog, settings: {} },
    logger: { error: (text: string) => logged.push(text) },
    __pg_connection__: database,
  }
  const app = express()
  app.use((req: Request, _res: Response, next: NextFunction) => {
    Object.assign(req, {
      scope: { resolve: (name: string) => known[name] ?? {} },
      auth_context: { actor_type: "api-key", actor_id: "apk_1" },
    })
    next()
  })
  app.use("/admin*", (...call) => {
    Reflect.apply(watchResponse, undefined, call)
  })
  app.get("/admin/customers/:id", route)
  app.use((_error: Error, _req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) next()
    else res.status(400).json({ message: "refused" })
  })
  const server = createServer(app).listen(0)
  try {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://localhost:${port.toString()}/admin/customers/cus_1`, {
      signal: AbortSignal.timeout(5_000),
    })
    return { status: answer.status, text: await answer.text(), logged }
  } finally {
    server.close()
  }
}

const UNKNOWN = {
  ...{ code: "unknown_error", type: "unknown_error" },
  message: "An unknown error occurred.",
}

describe("an answer that is no JSON", () => {
  it("is answered as a fault, without a word of what it held", async () => {
    const nobody = { raw: () => Promise.resolve({ rows: [] }) }
    const { status, text, logged } = await answerWith(nobody, (_req, res) => {
      res.status(201).json({ id: "cus_1", phone: "20998877", zqsum: 12n })
    })
    expect([status, JSON.parse(text)]).toEqual([500, UNKNOWN])
    expect(logged).toEqual([
      expect.stringMatching(/^An answer could not be masked or written: TypeError$/),
    ])
  })
})

describe("an answer whose addresses cannot be looked up", () => {
  it("is withheld, without a word of what failed, also when it told of an error", async () => {
    const database = {
      raw: () => Promise.reject(Object.assign(new Error("zqvalue"), { code: "08006" })),
    }
    const { status, text, logged } = await answerWith(database)
    expect([status, JSON.parse(text)]).toEqual([500, UNKNOWN])
    expect(logged).toEqual([
      expect.stringMatching(/^An answer could not be masked or written: \w+$/),
    ])
  })
})

describe("a stream of a running workflow", () => {
  it("is logged, and nobody's address is shown in it", async () => {
    const noted: AccessEvent[] = []
    const readLog = {
      isOn: () => Promise.resolve(true),
      note: (event: AccessEvent) => noted.push(event),
    }
    const app = express()
    // As Medusa does it: who calls is known before, and a middleware without a method is mounted on its matcher.
    app.use((req: Request, _res: Response, next: NextFunction) => {
      Object.assign(req, {
        scope: { resolve: () => ({ readLog, settings: {} }) },
        auth_context: { actor_type: "api-key", actor_id: "apk_1" },
      })
      next()
    })
    app.use("/admin*", (...call) => {
      Reflect.apply(watchResponse, undefined, call)
    })
    app.get("/admin/workflows-executions/:workflow_id/subscribe", (_req, res) => {
      res.writeHead(200, { "Content-Type": "text/event-stream" })
      res.write(`event: onFinish\ndata: ${JSON.stringify(RUN)}\n\n`)
      res.end()
    })
    const server = createServer(app).listen(0)
    try {
      const { port } = server.address() as AddressInfo
      const path = "/admin/workflows-executions/create-customers/subscribe"
      const text = await (await fetch(`http://localhost:${port.toString()}${path}`)).text()
      expect(text).toContain("event: onFinish\ndata: {")
      expect(text).toContain("karen@kunde.example")
      expect(text).not.toContain("20998877")
      expect(noted).toEqual([
        expect.objectContaining({
          route: "GET /admin/workflows-executions/:workflow_id/subscribe",
          purpose: "operation",
          subject_ids: ["cus_1"],
        }),
      ])
    } finally {
      server.close()
    }
  })
})
