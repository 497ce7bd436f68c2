import { createServer } from "node:http"
import type { Server } from "node:http"
import { serve } from "./answering"
import { createClock } from "./clock"
import type { Clock } from "./clock"
import { noFaults } from "./faults"
import { sendReply } from "./http"
import { keepPayment, restorePayments, touchedBy } from "./keeping"
import { createRandom } from "./random"
import type { Payment, RefundState } from "./state"
import { defaultSwitches } from "./switches"
import type { Switches } from "./switches"
import { WebhookSender } from "./webhooks"
import type { World } from "./world"

/** The secret key the emulator accepts unless told otherwise. */
export const EMULATOR_SECRET_KEY = "emulator-secret-key"

/** The checkout key of the embedded checkout, unless told otherwise. */
export const EMULATOR_CHECKOUT_KEY = "emulator-checkout-key"

export type EmulatorOptions = {
  /** 0 or nothing takes a free port. */
  port?: number
  /** A loopback address; any other is refused. */
  host?: "127.0.0.1" | "localhost" | "::1"
  secretKey?: string
  checkoutKey?: string
  /** Accepts webhook addresses on this machine, over http too. The real service refuses them. */
  allowLoopback?: boolean
  /** Wait before the second delivery of a webhook; doubles with each further one. */
  webhookRetryMs?: number
  /** State a new refund gets; `Pending` waits for `POST /emulator/refunds/:id`. */
  refundState?: RefundState
  /** The clock before it is moved, in milliseconds. */
  now?: () => number
  /** Decides everything that happens by chance. */
  seed?: number
  switches?: Partial<Switches>
  /**
   * A folder for the payments, one file each, written before a call is answered: an emulator that is started on it again
   * has them all, and sends what had not been delivered. Clock, switches and faults are as at the start. Left out, all
   * of it is gone with the process.
   */
  keepIn?: string
}

export type Emulator = {
  url: string
  stop: () => Promise<void>
  clock: Clock
  /** In force at once when changed. */
  switches: Switches
}

const LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "::1"]
const DEFAULT_SEED = 1

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === "object" && address ? address.port : port)
    })
  })

const worldOf = (options: EmulatorOptions): World => {
  const random = createRandom(options.seed ?? DEFAULT_SEED)
  const switches: Switches = {
    ...defaultSwitches(),
    ...(options.refundState && { refund_state: options.refundState }),
    ...(options.webhookRetryMs !== undefined && { webhook_retry_ms: options.webhookRetryMs }),
    ...options.switches,
  }
  const { keepIn } = options
  const keep = (payment: Payment): void => {
    if (keepIn !== undefined) keepPayment(world, keepIn, payment)
  }
  const known = new Set<string>()
  const world: World = {
    url: "",
    secretKey: options.secretKey ?? EMULATOR_SECRET_KEY,
    checkoutKey: options.checkoutKey ?? EMULATOR_CHECKOUT_KEY,
    allowLoopback: options.allowLoopback ?? true,
    clock: createClock(options.now ?? Date.now),
    random,
    switches,
    firstSwitches: { ...switches },
    sender: new WebhookSender(switches, random, keep),
    faults: noFaults(),
    payments: new Map(),
    references: new Set(),
    keepTouched: (call) => {
      if (keepIn === undefined || call.method === "GET") return
      for (const payment of touchedBy(world, call, known)) {
        known.add(payment.paymentId)
        keep(payment)
      }
    },
  }
  if (keepIn !== undefined) restorePayments(world, keepIn)
  for (const id of world.payments.keys()) known.add(id)
  return world
}

/**
 * Starts a local Nets Checkout on a loopback address: payment API under `/v1`, hosted page under `/pay`,
 * embedded checkout, portal, and a JSON surface for tests under `/emulator`. Everything lives in memory, and in a folder where one is given. See
 * README.md for what is documented, observed or inferred behaviour; passing against it proves nothing about the
 * real service.
 */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const host = options.host ?? "127.0.0.1"
  if (!LOOPBACK_HOSTS.includes(host)) throw new Error("The emulator listens on loopback only")
  const world = worldOf(options)
  const server = createServer((request, response) => {
    serve(world, request, response).catch(() => {
      if (!response.headersSent) sendReply(response, { status: 500 })
    })
  })
  const port = await listen(server, options.port ?? 0, host)
  world.url = `http://${host.includes(":") ? `[${host}]` : host}:${port.toString()}`
  return {
    url: world.url,
    clock: world.clock,
    switches: world.switches,
    stop: () => {
      world.sender.stop()
      server.closeAllConnections()
      return new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    },
  }
}
