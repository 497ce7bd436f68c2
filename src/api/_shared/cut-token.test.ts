import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import express from "express"
import { publicPrivacyMiddlewares } from "../privacy/middlewares"

/** Paths that Medusa's log tells of requests, which it asks for when the answer is sent. */
const loggedPaths = async (paths: readonly string[]): Promise<string[]> => {
  const logged: string[] = []
  const app = express()
  app.use((req, res, next) => {
    res.once("finish", () => logged.push(req.originalUrl || req.url))
    next()
  })
  for (const { matcher, middlewares = [] } of publicPrivacyMiddlewares) {
    for (const middleware of middlewares) {
      app.use(matcher, (...call) => {
        Reflect.apply(middleware, undefined, call)
      })
    }
  }
  app.all("/privacy/unsubscribe/:token", (req, res) => {
    res.send(req.params.token)
  })
  const server = createServer(app).listen(0)
  try {
    const { port } = server.address() as AddressInfo
    const answers: string[] = []
    for (const path of paths) {
      const response = await fetch(`http://localhost:${port.toString()}${path}`)
      answers.push(await response.text())
    }
    expect(answers[0]).toBe("zqsecret")
  } finally {
    server.close()
  }
  return logged
}

describe("the token of a link to stop", () => {
  it("reaches its route and stands in no log, however the address is written", async () => {
    const logged = await loggedPaths([
      "/privacy/unsubscribe/zqsecret",
      "/privacy/unsubscribe/zqsecret?locale=en",
      "/PRIVACY/Unsubscribe/zqsecret",
      "/privacy/unsubscribe/zqsecret/more",
    ])
    expect(logged).toHaveLength(4)
    for (const path of logged) expect(path).toBe("/privacy/unsubscribe/-")
  })
})
