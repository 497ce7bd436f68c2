/**
 * A store's server in a process of its own, as `medusa start` is, but from the sources. Says `ready` to its parent, and runs
 * the job whose file it is told.
 */
import { createServer } from "node:http"
import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import loaders from "@medusajs/medusa/loaders/index"
import express from "express"

type Job = { default: (container: MedusaContainer) => Promise<void> }

const runJob = async (container: MedusaContainer, job: string): Promise<void> => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- ts-node loads the sources; a dynamic import passes it by
  const { default: run } = require(join(process.cwd(), "src/jobs", job)) as Job
  await run(container)
}

const start = async () => {
  const app = express()
  const { container } = await loaders({ directory: process.cwd(), expressApp: app })
  process.on("message", (job: string) => void runJob(container, job))
  createServer(app).listen(Number(process.env.PORT), () => process.send?.("ready"))
}

process.once("disconnect", () => process.exit(0))

void start()
