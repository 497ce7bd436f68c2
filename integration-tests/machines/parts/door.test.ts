import { createServer } from "node:http"
import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { openDoor } from "./door"
import type { Door } from "./door"

/** Says its name to everybody, to `/slow` after a while. */
const startServer = async (name: string): Promise<{ server: Server; port: number }> => {
  const server = createServer((request, response) => {
    setTimeout(() => response.end(name), request.url === "/slow" ? 1_000 : 0)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

const stop = (server: Server): Promise<void> => {
  server.closeAllConnections()
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
  })
}

describe("a door between machines", () => {
  let servers: { server: Server; port: number }[]
  let door: Door

  const ask = async (path = "/"): Promise<string> => {
    const url = `http://127.0.0.1:${door.port.toString()}${path}`
    return (await fetch(url, { headers: { connection: "close" } })).text()
  }

  beforeEach(async () => {
    servers = [await startServer("first"), await startServer("second")]
    door = await openDoor(...servers.map(({ port }) => port))
  })

  afterEach(async () => {
    await door.stop()
    await Promise.all(servers.map(({ server }) => stop(server)))
  })

  it("leads to each in turn, and to the other while one is gone", async () => {
    const answers = [await ask(), await ask(), await ask(), await ask()]
    expect(answers.sort()).toEqual(["first", "first", "second", "second"])
    for (const { server } of servers.slice(0, 1)) await stop(server)
    expect([await ask(), await ask()]).toEqual(["second", "second"])
  })

  it("breaks what is under way when it is cut, and lets new ones through", async () => {
    const underWay = ask("/slow")
    await new Promise((resolve) => setTimeout(resolve, 100))
    door.cut()
    await expect(underWay).rejects.toMatchObject({ name: "TypeError" })
    await expect(ask()).resolves.toMatch(/first|second/)
  })

  it("makes every piece late, until it is told otherwise", async () => {
    const timed = async () => {
      const started = performance.now()
      await ask()
      return performance.now() - started
    }
    door.slow(300)
    expect(await timed()).toBeGreaterThan(590)
    door.slow(0)
    expect(await timed()).toBeLessThan(300)
  })
})
