import { connect } from "node:net"
import { createChild, untilSo } from "./child"
import type { Child } from "./child"

/** Asks Redis one thing and gives its answer as it stands on the line. */
export const askRedis = (port: number, ...words: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1")
    let said = ""
    socket.on("data", (piece) => {
      said += piece.toString("latin1")
    })
    socket.once("error", reject)
    socket.once("close", () => {
      resolve(said)
    })
    socket.write(`${words.join(" ")}\r\nQUIT\r\n`)
  })

/** Redis as `docs/runbooks/production.md` asks for it: it writes down what it is told, and throws nothing away. */
export const createRedis = (port: number, directory: string): Child =>
  createChild({
    command: "redis-server",
    args: [
      ...["--port", port.toString(), "--bind", "127.0.0.1", "--dir", directory],
      ...["--appendonly", "yes", "--maxmemory-policy", "noeviction", "--save", ""],
    ],
    ready: () => untilSo(async () => (await askRedis(port, "PING")).includes("PONG")),
  })
