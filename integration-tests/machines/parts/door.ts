import { connect, createServer } from "node:net"
import type { Server, Socket } from "node:net"
import type { Duplex } from "node:stream"
import { Transform } from "node:stream"

/** A way from one machine to another that can be cut, closed and made slow. */
export type Door = {
  port: number
  /** Breaks every connection; new ones get through. */
  cut: () => void
  /** Breaks every connection and takes no new ones. */
  close: () => void
  /** Takes connections again, and at full speed. */
  open: () => void
  /** Every piece of data takes so many milliseconds more, both ways. */
  slow: (milliseconds: number) => void
  stop: () => Promise<void>
}

/** Keeps the order of what comes, each piece so much later. */
const late = (delay: () => number): Transform =>
  new Transform({
    transform(piece, _encoding, done) {
      const milliseconds = delay()
      if (milliseconds === 0) done(null, piece)
      else setTimeout(done, milliseconds, null, piece)
    },
  })

const reach = (ports: readonly number[]): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const [port, ...others] = ports
    if (port === undefined) {
      resolve(undefined)
      return
    }
    const socket = connect(port, "127.0.0.1")
    socket.once("connect", () => {
      resolve(socket)
    })
    socket.once("error", () => void reach(others).then(resolve))
  })

/** Broken on one side, broken on the other; an orderly end goes through behind what was said before. */
const join = (a: Duplex, b: Duplex): void => {
  a.on("error", () => b.destroy())
  b.on("error", () => a.destroy())
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      resolve(typeof address === "object" && address ? address.port : 0)
    })
  })

/**
 * Opens a door.
 *
 * @param ports where it leads; each new connection gets the next one that answers, as a load balancer does
 */
export const openDoor = async (...ports: readonly number[]): Promise<Door> => {
  const sockets = new Set<Socket>()
  let isClosed = false
  let delay = 0
  let turn = 0
  const pass = async (inside: Socket) => {
    inside.on("error", () => inside.destroy())
    if (isClosed) return inside.destroy()
    turn += 1
    const first = turn % ports.length
    const outside = await reach([...ports.slice(first), ...ports.slice(0, first)])
    if (!outside) return inside.destroy()
    for (const socket of [inside, outside]) {
      sockets.add(socket)
      socket.setNoDelay()
      socket.once("close", () => sockets.delete(socket))
    }
    join(inside, outside)
    inside.pipe(late(() => delay)).pipe(outside)
    outside.pipe(late(() => delay)).pipe(inside)
    return undefined
  }
  const server = createServer((socket) => void pass(socket))
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: await listening(server),
    cut,
    close: () => {
      isClosed = true
      cut()
    },
    open: () => {
      isClosed = false
      delay = 0
    },
    slow: (milliseconds) => {
      delay = milliseconds
    },
    stop: () => {
      cut()
      return new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    },
  }
}
