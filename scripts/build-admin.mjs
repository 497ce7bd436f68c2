/** Builds Medusa's dashboard with the plugin's screens, in Danish too, into the folder given, and nowhere else. */
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "@medusajs/admin-bundler"

const require = createRequire(import.meta.url)
require("ts-node/register")
const { danishLanguage } = require("../src/dashboard/vite")

const [outDir] = process.argv.slice(2)
const root = join(dirname(fileURLToPath(import.meta.url)), "..")
await build({
  path: "/app",
  backendUrl: "/",
  outDir,
  sources: [join(root, "src", "admin"), join(root, "demo", "admin")],
  plugins: ["@medusajs/draft-order/admin"],
  vite: () => ({
    // The package by its name, as a store has it.
    resolve: {
      alias: { "medusa-plugin-denmark/dashboard-da": join(root, "src", "admin", "dashboard-da") },
    },
    plugins: [danishLanguage()],
  }),
})
