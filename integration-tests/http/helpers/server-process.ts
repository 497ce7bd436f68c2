/** A store's server in a process of its own, as `medusa start` is, but from the sources. Says `ready` to its parent. */
import { createServer } from "node:http"
import loaders from "@medusajs/medusa/loaders/index"
import express from "express"

const start = async () => {
  const app = express()
  await loaders({ directory: process.cwd(), expressApp: app })
  createServer(app).listen(Number(process.env.PORT), () => process.send?.("ready"))
}

process.once("disconnect", () => process.exit(0))

void start()
