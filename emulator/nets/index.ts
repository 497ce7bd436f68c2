import { createServer } from "node:http"
import type { IncomingMessage, Server, ServerResponse } from "node:http"
import { answerApi } from "./api"
import type { World } from "./api"
import { answerControl, answerPage } from "./control"
import { Refusal } from "./errors"
import { readCall, sendReply } from "./http"
import type { Call, Reply } from "./http"
import { LifeCycle } from "./life-cycle"
import type { RefundState } from "./state"
import { WebhookSender } from "./webhooks"

/** The secret key the emulator accepts unless told otherwise. */
export const EMULATOR_SECRET_KEY = "emulator-secret-key"

export type EmulatorOptions = {
  /** 0 or nothing takes a free port. */
  port?: number
  /** A loopback address; any other is refused. */
  host?: "127.0.0.1" | "localhost" | "::1"
  secretKey?: string
  /** Accepts webhook addresses on this machine, over http too. The real service refuses them. */
  allowLoopback?: boolean
  /** Wait before the second delivery of a webhook; doubles with each further one. */
  webhookRetryMs?: number
  /** State a new refund gets; `Pending` waits for `POST /emulator/refunds/:id`. */
  refundState?: RefundState
  /** The clock, in milliseconds. */
  now?: () => number
}

export type Emulator = { url: string; stop: () => Promise<void> }

const LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "::1"]

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === "object" && address ? address.port : port)
    })
  })

const answer = async (world: World, sender: WebhookSender, call: Call): Promise<Reply> => {
  try {
    if (call.path.startsWith("/v1/")) return answerApi(world, call)
    if (call.path.startsWith("/pay/")) return answerPage(world, call)
    if (call.path.startsWith("/emulator/")) return await answerControl(world, sender, call)
    return { status: 404 }
  } catch (error) {
    if (error instanceof Refusal) return error.reply
    throw error
  }
}

const takeFault = (world: World, call: Call) => {
  if (!call.path.startsWith("/v1/")) return undefined
  const matching = world.faults.filter(
    ({ path, method = call.method }) => call.path.includes(path) && method === call.method
  )
  const due = matching.find(({ skip }) => skip === 0)
  for (const fault of matching) fault.skip = Math.max(0, fault.skip - 1)
  if (due) world.faults.splice(world.faults.indexOf(due), 1)
  return due
}

const serve = async (
  world: World,
  sender: WebhookSender,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> => {
  const call = await readCall(request)
  const fault = takeFault(world, call)
  if (fault?.kind === "unavailable") {
    sendReply(response, {
      status: 500,
      json: { message: "Unknown", code: "1000", source: "internal" },
    })
    return
  }
  if (fault?.kind === "html") {
    sendReply(response, { status: 502, html: "<html><body>Bad gateway</body></html>" })
    return
  }
  const reply = await answer(world, sender, call)
  if (fault?.kind === "answer_lost") response.destroy()
  else sendReply(response, reply)
}

/**
 * Starts a local Nets Checkout on a loopback address: payment API under `/v1`, hosted page under `/pay`,
 * and a JSON surface for tests under `/emulator`. Everything lives in memory. See README.md for what is
 * documented, observed or inferred behaviour; passing against it proves nothing about the real service.
 */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const host = options.host ?? "127.0.0.1"
  if (!LOOPBACK_HOSTS.includes(host)) throw new Error("The emulator listens on loopback only")
  const now = options.now ?? Date.now
  const sender = new WebhookSender(options.webhookRetryMs ?? 250, now)
  const world: World = {
    url: "",
    secretKey: options.secretKey ?? EMULATOR_SECRET_KEY,
    allowLoopback: options.allowLoopback ?? true,
    now,
    life: new LifeCycle(sender, now, options.refundState ?? "Completed"),
    payments: new Map(),
    faults: [],
  }
  const server = createServer((request, response) => {
    serve(world, sender, request, response).catch(() => {
      if (!response.headersSent) sendReply(response, { status: 500 })
    })
  })
  const port = await listen(server, options.port ?? 0, host)
  world.url = `http://${host.includes(":") ? `[${host}]` : host}:${port.toString()}`
  return {
    url: world.url,
    stop: () => {
      sender.stop()
      server.closeAllConnections()
      return new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    },
  }
}
