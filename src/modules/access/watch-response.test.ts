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
