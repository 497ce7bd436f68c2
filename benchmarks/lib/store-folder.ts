import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { SECRET } from "./staff"

const ROOT = resolve(__dirname, "..", "..")
const NAME = "medusa-plugin-denmark"

/** What README says to put into a store's configuration. */
const denmark = (netsUrl: string) => ({
  plugins: [
    {
      resolve: NAME,
      options: {
        controller: {
          name: "Nordlys Papir ApS",
          cvr: "14277137",
          address: "Prøvegade 12, 5000 Odense C",
          email: "kontakt@butik.example",
        },
        secrets: { current: SECRET },
        storefrontUrl: "http://localhost:8000",
        publicUrl: "http://localhost:9000",
        nets: {
          accounts: {
            default: {
              secretKey: "emulator-secret-key",
              checkoutKey: "emulator-checkout-key",
              environment: "emulator",
              emulatorUrl: netsUrl,
              termsUrl: "https://butik.example/handelsbetingelser",
              privacyUrl: "https://butik.example/privatliv",
            },
          },
        },
      },
    },
  ],
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      dependencies: ["query", "dk_nets"],
      options: {
        providers: [
          { resolve: `${NAME}/providers/nets`, id: "nets" },
          { resolve: `${NAME}/providers/ean-invoice`, id: "ean-invoice" },
        ],
      },
    },
  ],
})

const configuration = (parts: object): string =>
  `const { defineConfig } = require("@medusajs/framework/utils")
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: { storeCors: "http://localhost", adminCors: "http://localhost", authCors: "http://localhost", jwtSecret: "benchmark", cookieSecret: "benchmark" },
  },
  admin: { disable: true },
  ...${JSON.stringify(parts)},
})
`

/**
 * A store in a folder of its own whose packages are links to this repository's, with the built plugin in it or not.
 *
 * @param netsUrl where the plugin finds Nets; without one the plugin is left out
 * @returns the folder
 */
export const makeStoreFolder = (below: string, name: string, netsUrl?: string): string => {
  if (!existsSync(join(ROOT, ".medusa", "server", "src"))) {
    throw new Error("The plugin is not built: npm run build")
  }
  const folder = join(below, name)
  const modules = join(folder, "node_modules")
  mkdirSync(modules, { recursive: true })
  const packages = join(ROOT, "node_modules")
  for (const entry of readdirSync(packages)) {
    if (!entry.startsWith(".")) symlinkSync(join(packages, entry), join(modules, entry))
  }
  symlinkSync(ROOT, join(modules, NAME))
  const manifest = { name, private: true, dependencies: { "@medusajs/medusa": "*" } }
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest))
  const parts = netsUrl === undefined ? {} : denmark(netsUrl)
  writeFileSync(join(folder, "medusa-config.js"), configuration(parts))
  return folder
}
