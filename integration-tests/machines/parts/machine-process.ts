/**
 * One machine of the store, as `medusa start` runs it, but from the sources: a server or the worker, as
 * MEDUSA_WORKER_MODE says. It tells its parent when it is ready, and does what the parent says.
 */
import { createServer } from "node:http"
import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import loaders from "@medusajs/medusa/loaders/index"
import express from "express"
import { seedOnce } from "../../../demo/seed"
import { goodsOf } from "../../http/helpers/store"
import { setSkew } from "./clock"

/** What a machine is told: its clock's fault in milliseconds, a job to run, the staff user to seed the store for. */
export type Order =
  { skew: number } | { job: string; id: number } | { seed: { email: string; password: string } }

type Job = { default: (container: MedusaContainer) => Promise<void> }

const runJob = async (container: MedusaContainer, job: string): Promise<void> => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- ts-node loads the sources; a dynamic import passes it by
  const { default: run } = require(join(process.cwd(), "src/jobs", job)) as Job
  await run(container)
}

const obey = async (container: MedusaContainer, order: Order): Promise<void> => {
  if ("skew" in order) setSkew(order.skew)
  else if ("seed" in order) {
    const core = await seedOnce(container, order.seed)
    process.send?.({ seeded: { ...core, ...(await goodsOf(container)) } })
  } else {
    const error = await runJob(container, order.job).then(
      () => null,
      (reason: unknown) => String(reason)
    )
    process.send?.({ ran: order.id, error })
  }
}

const start = async () => {
  const app = express()
  const { container } = await loaders({ directory: process.cwd(), expressApp: app })
  process.on("message", (order: Order) => void obey(container, order))
  createServer(app).listen(Number(process.env.PORT), () => process.send?.("ready"))
}

process.once("disconnect", () => process.exit(0))

void start()
