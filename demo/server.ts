/**
 * The demo in one process: the Nets emulator, a stand-in for others whose scripts a shop takes in, Medusa with its prebuilt
 * dashboard, and the storefront.
 * Started by `scripts/demo.mjs`, which gives the addresses and waits for the message `ready`.
 */
import { createServer } from "node:http"
import { serve } from "@medusajs/admin-bundler"
import loaders from "@medusajs/medusa/loaders/index"
import express from "express"
import { startEmulator } from "../emulator/nets"
import { seedOnce } from "./seed"
import { startStorefront } from "./storefront/server"
import { startThirdParty } from "./third-party"

const need = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set`)
  return value
}

const start = async () => {
  const emulator = await startEmulator({ port: Number(need("NETS_PORT")), allowLoopback: true })
  const app = express()
  app.use("/app", await serve({ outDir: need("DEMO_ADMIN") }))
  const { container, shutdown } = await loaders({ directory: process.cwd(), expressApp: app })
  const server = createServer(app)
  // Its login is known to everybody.
  await new Promise<void>((resolve) => server.listen(Number(need("PORT")), "localhost", resolve))
  const staff = { email: need("DEMO_EMAIL"), password: need("DEMO_PASSWORD") }
  const { publishableKey, regionId } = await seedOnce(container, staff)
  const thirdParty = await startThirdParty()
  const mailFolder = process.env.DEMO_MAILS ?? ""
  const storefront = await startStorefront({
    port: Number(need("STOREFRONT_PORT")),
    medusaUrl: need("PUBLIC_URL"),
    publishableKey,
    regionId,
    thirdPartyUrl: thirdParty.url,
    mailFolder,
  })
  const stop = async () => {
    server.closeAllConnections()
    await Promise.allSettled([storefront.stop(), thirdParty.stop(), emulator.stop(), shutdown()])
    process.exit(0)
  }
  // The parent stops this process: by a message, or by going away itself.
  process.once("message", () => void stop())
  process.once("disconnect", () => void stop())
  process.send?.({
    ready: {
      url: need("PUBLIC_URL"),
      admin: staff,
      publishable_key: publishableKey,
      region_id: regionId,
      storefront_url: storefront.url,
      ...(mailFolder !== "" && { mails_url: `${storefront.url}/mails` }),
      nets_url: emulator.url,
      third_party_url: thirdParty.url,
    },
  })
}

// Ctrl-C reaches the whole group of processes; the parent decides the order of stopping.
process.on("SIGINT", () => undefined)

start().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
  )
  process.exit(1)
})
