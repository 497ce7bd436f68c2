/** Builds Medusa's dashboard with the plugin's screens into the folder given, and nowhere else. */
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "@medusajs/admin-bundler"

const [outDir] = process.argv.slice(2)
const root = join(dirname(fileURLToPath(import.meta.url)), "..")
await build({
  path: "/app",
  backendUrl: "/",
  outDir,
  sources: [join(root, "src", "admin")],
  plugins: ["@medusajs/draft-order/admin"],
})
