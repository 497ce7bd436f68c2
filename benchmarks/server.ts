/**
 * The store that is measured: Medusa with this plugin, from source, on the database of DATABASE_URL.
 * Its parent gets the store's ids with the message `ready`, and may ask it to collect garbage or to stop.
 */
import { createServer } from "node:http"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import loaders from "@medusajs/medusa/loaders/index"
import express from "express"
import { seedOnce } from "../demo/seed"
import { accessMiddlewares } from "../src/api/_shared/guard-access"
import { STAFF } from "./lib/staff"

/** Requests with the header `x-without-access` pass by what is measured. */
const unlessAsked =
  (middleware: MiddlewareFunction): MiddlewareFunction =>
  (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): unknown => {
    if (req.headers["x-without-access"] === undefined) return middleware(req, res, next)
    next()
    return undefined
  }
for (const route of accessMiddlewares) {
  route.middlewares = (route.middlewares ?? []).map(unlessAsked)
}

const start = async () => {
  const app = express()
  const { container, shutdown } = await loaders({ directory: process.cwd(), expressApp: app })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(Number(process.env.PORT), resolve))
  const seeded = await seedOnce(container, STAFF)
  const stop = async () => {
    server.closeAllConnections()
    await shutdown()
    process.exit(0)
  }
  process.on("message", (message) => {
    if (message === "stop") void stop()
    if (message === "gc") {
      globalThis.gc?.()
      process.send?.({ collected: true })
    }
  })
  process.once("disconnect", () => void stop())
  process.send?.({ ready: seeded })
}

start().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
  )
  process.exit(1)
})
